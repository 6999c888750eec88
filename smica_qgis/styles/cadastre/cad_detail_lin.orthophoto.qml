<!DOCTYPE qgis PUBLIC 'http://mrcc.com/qgis.dtd' 'SYSTEM'>
<qgis labelsEnabled="1" minScale="4000" simplifyMaxScale="1" simplifyDrawingHints="1" symbologyReferenceScale="-1" version="3.40.0" autoRefreshMode="Disabled" simplifyAlgorithm="0" autoRefreshTime="0" simplifyDrawingTol="1" hasScaleBasedVisibilityFlag="1" maxScale="0" simplifyLocal="1" styleCategories="Symbology|Labeling|Rendering">
  <renderer-v2 type="categorizedSymbol" attr="CASE WHEN &quot;classe&quot; = 'TLINE' THEN &quot;sym&quot; ELSE &quot;classe&quot; END" enableorderby="0" referencescale="-1" forceraster="0" symbollevels="0">
    <categories>
      <category type="string" render="true" value="ZONCOMMUNI" uuid="{45adf5d1-f85f-40e4-9e25-12cc9a90b0e5}" label="Nom de voie" symbol="0"/>
      <category type="string" render="true" value="21" uuid="{78897cce-647d-4bef-abe6-1661cd74b821}" label="Chemin" symbol="1"/>
      <category type="string" render="true" value="22" uuid="{8d3962ef-91e5-49c8-95f1-588eb478b3f7}" label="Amorce de voie" symbol="2"/>
      <category type="string" render="true" value="23" uuid="{f725b735-fa8f-4725-a601-f172dc4cfdce}" label="Trottoir, sentier" symbol="3"/>
      <category type="string" render="true" value="17" uuid="{d122fc83-a7a7-41cf-8083-49891af17aeb}" label="Limite d'État" symbol="4"/>
      <category type="string" render="true" value="18" uuid="{7109b2ad-7b04-4e47-9fb3-d1df57e4d0a8}" label="Limite de département" symbol="5"/>
      <category type="string" render="true" value="19" uuid="{43fe61b2-51da-4ad9-8370-ebe4dd450a5a}" label="Amorce de limite de commune" symbol="6"/>
      <category type="string" render="true" value="24" uuid="{ad1abf2f-3254-4334-b865-f36b3c7914e6}" label="Gazoduc, oléoduc" symbol="7"/>
      <category type="string" render="true" value="26" uuid="{026169cc-e2bc-47c3-8de3-c1a5545d3ecc}" label="Téléphérique" symbol="8"/>
      <category type="string" render="true" value="27" uuid="{dd8b574d-a8fb-42dc-84db-1296c6cf3493}" label="Ligne électrique" symbol="9"/>
      <category type="string" render="true" value="29" uuid="{55948cba-7945-4197-be41-f65967941ff4}" label="Voie ferrée" symbol="10"/>
      <category type="string" render="true" value="31" uuid="{150c430f-40df-440f-b12a-95a54610ddd8}" label="Rattachement" symbol="11"/>
      <category type="string" render="true" value="62" uuid="{0b64b571-a302-44d1-afb5-d75cd009084c}" label="Ruisseau, terrain de sport" symbol="12"/>
      <category type="string" render="true" value="64" uuid="{bce393a4-8f21-4745-ab62-6b2b780c793d}" label="Parking, terrasse" symbol="13"/>
      <category type="string" render="true" value="" uuid="{88db1d72-a470-4c6a-a207-7bb9477bba77}" label="Autre ligne" symbol="14"/>
    </categories>
    <symbols>
      <symbol type="line" name="0" alpha="1">
        <layer class="SimpleLine" locked="0" pass="0" enabled="1">
          <Option type="Map">
            <Option type="QString" name="capstyle" value="square"/>
            <Option type="QString" name="customdash" value="5;2"/>
            <Option type="QString" name="customdash_unit" value="MM"/>
            <Option type="QString" name="joinstyle" value="bevel"/>
            <Option type="QString" name="line_color" value="35,35,35,255"/>
            <Option type="QString" name="line_style" value="no"/>
            <Option type="QString" name="line_width" value="0.26"/>
            <Option type="QString" name="line_width_unit" value="MM"/>
            <Option type="QString" name="use_custom_dash" value="0"/>
          </Option>
        </layer>
      </symbol>
      <symbol type="line" name="1" alpha="1">
        <layer class="SimpleLine" locked="0" pass="0" enabled="1">
          <Option type="Map">
            <Option type="QString" name="capstyle" value="flat"/>
            <Option type="QString" name="customdash" value="4;2"/>
            <Option type="QString" name="customdash_unit" value="MM"/>
            <Option type="QString" name="joinstyle" value="round"/>
            <Option type="QString" name="line_color" value="232,232,232,255"/>
            <Option type="QString" name="line_style" value="solid"/>
            <Option type="QString" name="line_width" value="0.2"/>
            <Option type="QString" name="line_width_unit" value="MM"/>
            <Option type="QString" name="use_custom_dash" value="1"/>
          </Option>
        </layer>
      </symbol>
      <symbol type="line" name="10" alpha="1">
        <layer class="SimpleLine" locked="0" pass="0" enabled="1">
          <Option type="Map">
            <Option type="QString" name="capstyle" value="round"/>
            <Option type="QString" name="customdash" value="5;2"/>
            <Option type="QString" name="customdash_unit" value="MM"/>
            <Option type="QString" name="joinstyle" value="round"/>
            <Option type="QString" name="line_color" value="255,255,255,255"/>
            <Option type="QString" name="line_style" value="solid"/>
            <Option type="QString" name="line_width" value="0.35"/>
            <Option type="QString" name="line_width_unit" value="MM"/>
            <Option type="QString" name="use_custom_dash" value="0"/>
          </Option>
        </layer>
      </symbol>
      <symbol type="line" name="11" alpha="1">
        <layer class="SimpleLine" locked="0" pass="0" enabled="1">
          <Option type="Map">
            <Option type="QString" name="capstyle" value="round"/>
            <Option type="QString" name="customdash" value="5;2"/>
            <Option type="QString" name="customdash_unit" value="MM"/>
            <Option type="QString" name="joinstyle" value="round"/>
            <Option type="QString" name="line_color" value="232,232,232,255"/>
            <Option type="QString" name="line_style" value="solid"/>
            <Option type="QString" name="line_width" value="0.13"/>
            <Option type="QString" name="line_width_unit" value="MM"/>
            <Option type="QString" name="use_custom_dash" value="0"/>
          </Option>
        </layer>
      </symbol>
      <symbol type="line" name="12" alpha="1">
        <layer class="SimpleLine" locked="0" pass="0" enabled="1">
          <Option type="Map">
            <Option type="QString" name="capstyle" value="round"/>
            <Option type="QString" name="customdash" value="5;2"/>
            <Option type="QString" name="customdash_unit" value="MM"/>
            <Option type="QString" name="joinstyle" value="round"/>
            <Option type="QString" name="line_color" value="143,212,255,255"/>
            <Option type="QString" name="line_style" value="solid"/>
            <Option type="QString" name="line_width" value="0.16"/>
            <Option type="QString" name="line_width_unit" value="MM"/>
            <Option type="QString" name="use_custom_dash" value="0"/>
          </Option>
        </layer>
      </symbol>
      <symbol type="line" name="13" alpha="1">
        <layer class="SimpleLine" locked="0" pass="0" enabled="1">
          <Option type="Map">
            <Option type="QString" name="capstyle" value="flat"/>
            <Option type="QString" name="customdash" value="1;1"/>
            <Option type="QString" name="customdash_unit" value="MM"/>
            <Option type="QString" name="joinstyle" value="round"/>
            <Option type="QString" name="line_color" value="232,232,232,255"/>
            <Option type="QString" name="line_style" value="solid"/>
            <Option type="QString" name="line_width" value="0.16"/>
            <Option type="QString" name="line_width_unit" value="MM"/>
            <Option type="QString" name="use_custom_dash" value="1"/>
          </Option>
        </layer>
      </symbol>
      <symbol type="line" name="14" alpha="1">
        <layer class="SimpleLine" locked="0" pass="0" enabled="1">
          <Option type="Map">
            <Option type="QString" name="capstyle" value="round"/>
            <Option type="QString" name="customdash" value="5;2"/>
            <Option type="QString" name="customdash_unit" value="MM"/>
            <Option type="QString" name="joinstyle" value="round"/>
            <Option type="QString" name="line_color" value="232,232,232,255"/>
            <Option type="QString" name="line_style" value="solid"/>
            <Option type="QString" name="line_width" value="0.14"/>
            <Option type="QString" name="line_width_unit" value="MM"/>
            <Option type="QString" name="use_custom_dash" value="0"/>
          </Option>
        </layer>
      </symbol>
      <symbol type="line" name="2" alpha="1">
        <layer class="SimpleLine" locked="0" pass="0" enabled="1">
          <Option type="Map">
            <Option type="QString" name="capstyle" value="flat"/>
            <Option type="QString" name="customdash" value="4;2"/>
            <Option type="QString" name="customdash_unit" value="MM"/>
            <Option type="QString" name="joinstyle" value="round"/>
            <Option type="QString" name="line_color" value="232,232,232,255"/>
            <Option type="QString" name="line_style" value="solid"/>
            <Option type="QString" name="line_width" value="0.2"/>
            <Option type="QString" name="line_width_unit" value="MM"/>
            <Option type="QString" name="use_custom_dash" value="1"/>
          </Option>
        </layer>
      </symbol>
      <symbol type="line" name="3" alpha="1">
        <layer class="SimpleLine" locked="0" pass="0" enabled="1">
          <Option type="Map">
            <Option type="QString" name="capstyle" value="flat"/>
            <Option type="QString" name="customdash" value="2;1.5"/>
            <Option type="QString" name="customdash_unit" value="MM"/>
            <Option type="QString" name="joinstyle" value="round"/>
            <Option type="QString" name="line_color" value="232,232,232,255"/>
            <Option type="QString" name="line_style" value="solid"/>
            <Option type="QString" name="line_width" value="0.14"/>
            <Option type="QString" name="line_width_unit" value="MM"/>
            <Option type="QString" name="use_custom_dash" value="1"/>
          </Option>
        </layer>
      </symbol>
      <symbol type="line" name="4" alpha="1">
        <layer class="SimpleLine" locked="0" pass="0" enabled="1">
          <Option type="Map">
            <Option type="QString" name="capstyle" value="flat"/>
            <Option type="QString" name="customdash" value="6;2;1;2"/>
            <Option type="QString" name="customdash_unit" value="MM"/>
            <Option type="QString" name="joinstyle" value="round"/>
            <Option type="QString" name="line_color" value="255,157,247,255"/>
            <Option type="QString" name="line_style" value="solid"/>
            <Option type="QString" name="line_width" value="0.5"/>
            <Option type="QString" name="line_width_unit" value="MM"/>
            <Option type="QString" name="use_custom_dash" value="1"/>
          </Option>
        </layer>
      </symbol>
      <symbol type="line" name="5" alpha="1">
        <layer class="SimpleLine" locked="0" pass="0" enabled="1">
          <Option type="Map">
            <Option type="QString" name="capstyle" value="flat"/>
            <Option type="QString" name="customdash" value="6;2;1;2"/>
            <Option type="QString" name="customdash_unit" value="MM"/>
            <Option type="QString" name="joinstyle" value="round"/>
            <Option type="QString" name="line_color" value="255,157,247,255"/>
            <Option type="QString" name="line_style" value="solid"/>
            <Option type="QString" name="line_width" value="0.4"/>
            <Option type="QString" name="line_width_unit" value="MM"/>
            <Option type="QString" name="use_custom_dash" value="1"/>
          </Option>
        </layer>
      </symbol>
      <symbol type="line" name="6" alpha="1">
        <layer class="SimpleLine" locked="0" pass="0" enabled="1">
          <Option type="Map">
            <Option type="QString" name="capstyle" value="flat"/>
            <Option type="QString" name="customdash" value="4;2"/>
            <Option type="QString" name="customdash_unit" value="MM"/>
            <Option type="QString" name="joinstyle" value="round"/>
            <Option type="QString" name="line_color" value="255,157,247,255"/>
            <Option type="QString" name="line_style" value="solid"/>
            <Option type="QString" name="line_width" value="0.3"/>
            <Option type="QString" name="line_width_unit" value="MM"/>
            <Option type="QString" name="use_custom_dash" value="1"/>
          </Option>
        </layer>
      </symbol>
      <symbol type="line" name="7" alpha="1">
        <layer class="SimpleLine" locked="0" pass="0" enabled="1">
          <Option type="Map">
            <Option type="QString" name="capstyle" value="flat"/>
            <Option type="QString" name="customdash" value="4;1;1;1"/>
            <Option type="QString" name="customdash_unit" value="MM"/>
            <Option type="QString" name="joinstyle" value="round"/>
            <Option type="QString" name="line_color" value="255,176,176,255"/>
            <Option type="QString" name="line_style" value="solid"/>
            <Option type="QString" name="line_width" value="0.2"/>
            <Option type="QString" name="line_width_unit" value="MM"/>
            <Option type="QString" name="use_custom_dash" value="1"/>
          </Option>
        </layer>
      </symbol>
      <symbol type="line" name="8" alpha="1">
        <layer class="SimpleLine" locked="0" pass="0" enabled="1">
          <Option type="Map">
            <Option type="QString" name="capstyle" value="flat"/>
            <Option type="QString" name="customdash" value="1;2"/>
            <Option type="QString" name="customdash_unit" value="MM"/>
            <Option type="QString" name="joinstyle" value="round"/>
            <Option type="QString" name="line_color" value="255,176,176,255"/>
            <Option type="QString" name="line_style" value="solid"/>
            <Option type="QString" name="line_width" value="0.2"/>
            <Option type="QString" name="line_width_unit" value="MM"/>
            <Option type="QString" name="use_custom_dash" value="1"/>
          </Option>
        </layer>
      </symbol>
      <symbol type="line" name="9" alpha="1">
        <layer class="SimpleLine" locked="0" pass="0" enabled="1">
          <Option type="Map">
            <Option type="QString" name="capstyle" value="flat"/>
            <Option type="QString" name="customdash" value="6;1"/>
            <Option type="QString" name="customdash_unit" value="MM"/>
            <Option type="QString" name="joinstyle" value="round"/>
            <Option type="QString" name="line_color" value="255,176,176,255"/>
            <Option type="QString" name="line_style" value="solid"/>
            <Option type="QString" name="line_width" value="0.2"/>
            <Option type="QString" name="line_width_unit" value="MM"/>
            <Option type="QString" name="use_custom_dash" value="1"/>
          </Option>
        </layer>
      </symbol>
    </symbols>
  </renderer-v2>
  <labeling type="rule-based">
    <rules key="{3bf59a47-1201-495b-b79a-18b4b9426cba}">
      <rule description="Voies" scalemaxdenom="6000" key="{73d4a092-a7aa-4558-adb1-c33ac0293105}" filter="&quot;classe&quot; = 'ZONCOMMUNI'">
        <settings calloutType="simple">
          <text-style capitalization="0" fontWeight="50" isExpression="0" fontItalic="0" textColor="255,255,255,255" fontSizeUnit="Point" multilineHeight="1" textOpacity="1" fontSize="8" fieldName="texte">
            <families/>
            <text-buffer bufferDraw="1" bufferSize="0.8" bufferSizeUnits="MM" bufferOpacity="1" bufferColor="28,28,28,255" bufferJoinStyle="128"/>
          </text-style>
          <text-format reverseDirectionSymbol="0" leftDirectionSymbol="&lt;" autoWrapLength="0" plussign="0" useMaxLineLengthForAutoWrap="1" formatNumbers="0" rightDirectionSymbol="&gt;" wrapChar="" placeDirectionSymbol="0" addDirectionSymbol="0" multilineAlign="3" decimals="3"/>
          <placement lineAnchorTextPoint="FollowPlacement" layerType="UnknownGeometry" geometryGeneratorType="PointGeometry" geometryGeneratorEnabled="0" maxCurvedCharAngleOut="-25" rotationAngle="0" overlapHandling="PreventOverlap" placementFlags="1" overrunDistance="0" maximumDistance="0" repeatDistance="0" offsetUnits="MM" dist="0" maxCurvedCharAngleIn="25" repeatDistanceUnits="MM" rotationUnit="AngleDegrees" priority="7" yOffset="0" centroidWhole="0" fitInPolygonOnly="0" allowDegraded="0" lineAnchorClipping="0" predefinedPositionOrder="TR,TL,BR,BL,R,L,TSR,BSR" overrunDistanceUnit="MM" prioritization="PreferCloser" distUnits="MM" placement="3" quadOffset="4" preserveRotation="1" lineAnchorPercent="0.5" geometryGenerator="" centroidInside="0" maximumDistanceUnit="MM" offsetType="0" polygonPlacementFlags="2" lineAnchorType="0" xOffset="0"/>
          <rendering maxNumLabels="2000" scaleMax="6000" obstacle="1" fontMinPixelSize="0" mergeLines="1" obstacleType="1" drawLabels="1" fontLimitPixelSize="0" minFeatureSize="0" limitNumLabels="0" obstacleFactor="1" unplacedVisibility="0" labelPerPart="0" scaleMin="0" upsidedownLabels="0" scaleVisibility="0" zIndex="0" fontMaxPixelSize="10000"/>
        </settings>
      </rule>
      <rule description="Autres" scalemaxdenom="3000" key="{89ba75d2-d38c-4fcb-840c-4c5e8e5b871a}" filter="&quot;classe&quot; &lt;&gt; 'ZONCOMMUNI'">
        <settings calloutType="simple">
          <text-style capitalization="0" fontWeight="50" isExpression="0" fontItalic="1" textColor="238,238,238,255" fontSizeUnit="Point" multilineHeight="1" textOpacity="1" fontSize="7" fieldName="texte">
            <families/>
            <text-buffer bufferDraw="1" bufferSize="0.7" bufferSizeUnits="MM" bufferOpacity="1" bufferColor="28,28,28,255" bufferJoinStyle="128"/>
          </text-style>
          <text-format reverseDirectionSymbol="0" leftDirectionSymbol="&lt;" autoWrapLength="0" plussign="0" useMaxLineLengthForAutoWrap="1" formatNumbers="0" rightDirectionSymbol="&gt;" wrapChar="" placeDirectionSymbol="0" addDirectionSymbol="0" multilineAlign="3" decimals="3"/>
          <placement lineAnchorTextPoint="FollowPlacement" layerType="UnknownGeometry" geometryGeneratorType="PointGeometry" geometryGeneratorEnabled="0" maxCurvedCharAngleOut="-25" rotationAngle="0" overlapHandling="PreventOverlap" placementFlags="1" overrunDistance="0" maximumDistance="0" repeatDistance="0" offsetUnits="MM" dist="0" maxCurvedCharAngleIn="25" repeatDistanceUnits="MM" rotationUnit="AngleDegrees" priority="3" yOffset="0" centroidWhole="0" fitInPolygonOnly="0" allowDegraded="0" lineAnchorClipping="0" predefinedPositionOrder="TR,TL,BR,BL,R,L,TSR,BSR" overrunDistanceUnit="MM" prioritization="PreferCloser" distUnits="MM" placement="2" quadOffset="4" preserveRotation="1" lineAnchorPercent="0.5" geometryGenerator="" centroidInside="0" maximumDistanceUnit="MM" offsetType="0" polygonPlacementFlags="2" lineAnchorType="0" xOffset="0"/>
          <rendering maxNumLabels="2000" scaleMax="3000" obstacle="1" fontMinPixelSize="0" mergeLines="1" obstacleType="1" drawLabels="1" fontLimitPixelSize="0" minFeatureSize="0" limitNumLabels="0" obstacleFactor="1" unplacedVisibility="0" labelPerPart="0" scaleMin="0" upsidedownLabels="0" scaleVisibility="0" zIndex="0" fontMaxPixelSize="10000"/>
        </settings>
      </rule>
    </rules>
  </labeling>
  <layerOpacity>1</layerOpacity>
</qgis>
