<!DOCTYPE qgis PUBLIC 'http://mrcc.com/qgis.dtd' 'SYSTEM'>
<qgis labelsEnabled="1" minScale="12000" simplifyMaxScale="1" simplifyDrawingHints="1" symbologyReferenceScale="-1" version="3.40.0" autoRefreshMode="Disabled" simplifyAlgorithm="0" autoRefreshTime="0" simplifyDrawingTol="1" hasScaleBasedVisibilityFlag="1" maxScale="0" simplifyLocal="1" styleCategories="Symbology|Labeling|Rendering">
  <renderer-v2 type="categorizedSymbol" attr="CASE WHEN &quot;classe&quot; = 'TSURF' THEN &quot;sym&quot; ELSE &quot;classe&quot; END" enableorderby="0" referencescale="-1" forceraster="0" symbollevels="0">
    <categories>
      <category type="string" render="true" value="TRONFLUV" uuid="{a7021525-6aff-4f47-a718-cf2d8c3650a4}" label="Cours d'eau" symbol="0"/>
      <category type="string" render="true" value="34" uuid="{5f6d691c-8180-4c37-ab85-2b6ae89f4baa}" label="Étang, lac, mare" symbol="1"/>
      <category type="string" render="true" value="65" uuid="{468d233f-ad22-4ca5-b23a-4a8ccf7ddac8}" label="Piscine" symbol="2"/>
      <category type="string" render="true" value="TRONROUTE" uuid="{3481df69-5156-4c62-a100-95efd34b650d}" label="Voie" symbol="3"/>
      <category type="string" render="true" value="51" uuid="{6a1da31d-0858-4f51-a17f-dc40cb6c168c}" label="Cimetière" symbol="4"/>
      <category type="string" render="true" value="52" uuid="{6515e34b-3f82-4268-87fe-90df9f8b4213}" label="Cimetière" symbol="5"/>
      <category type="string" render="true" value="53" uuid="{1e66282e-c444-49f6-8b2e-9b62b454a44e}" label="Cimetière" symbol="6"/>
      <category type="string" render="true" value="33" uuid="{fb4f86a4-27b4-4d89-80b8-b9cc697b5fa9}" label="Parapet de pont" symbol="7"/>
      <category type="string" render="true" value="37" uuid="{20db3cc9-2e2a-4806-ac26-a33c7792acea}" label="Tunnel" symbol="8"/>
      <category type="string" render="true" value="" uuid="{946a23a9-1f77-47ce-adfd-766f6fde93ef}" label="Autre surface" symbol="9"/>
    </categories>
    <symbols>
      <symbol type="fill" name="0" alpha="1">
        <layer class="SimpleFill" locked="0" pass="0" enabled="1">
          <Option type="Map">
            <Option type="QString" name="color" value="185,220,242,255"/>
            <Option type="QString" name="joinstyle" value="round"/>
            <Option type="QString" name="outline_color" value="111,168,207,255"/>
            <Option type="QString" name="outline_style" value="solid"/>
            <Option type="QString" name="outline_width" value="0.13"/>
            <Option type="QString" name="outline_width_unit" value="MM"/>
            <Option type="QString" name="style" value="solid"/>
          </Option>
        </layer>
      </symbol>
      <symbol type="fill" name="1" alpha="1">
        <layer class="SimpleFill" locked="0" pass="0" enabled="1">
          <Option type="Map">
            <Option type="QString" name="color" value="185,220,242,255"/>
            <Option type="QString" name="joinstyle" value="round"/>
            <Option type="QString" name="outline_color" value="111,168,207,255"/>
            <Option type="QString" name="outline_style" value="solid"/>
            <Option type="QString" name="outline_width" value="0.13"/>
            <Option type="QString" name="outline_width_unit" value="MM"/>
            <Option type="QString" name="style" value="solid"/>
          </Option>
        </layer>
      </symbol>
      <symbol type="fill" name="2" alpha="1">
        <layer class="SimpleFill" locked="0" pass="0" enabled="1">
          <Option type="Map">
            <Option type="QString" name="color" value="143,208,232,255"/>
            <Option type="QString" name="joinstyle" value="round"/>
            <Option type="QString" name="outline_color" value="63,143,176,255"/>
            <Option type="QString" name="outline_style" value="solid"/>
            <Option type="QString" name="outline_width" value="0.15"/>
            <Option type="QString" name="outline_width_unit" value="MM"/>
            <Option type="QString" name="style" value="solid"/>
          </Option>
        </layer>
      </symbol>
      <symbol type="fill" name="3" alpha="1">
        <layer class="SimpleFill" locked="0" pass="0" enabled="1">
          <Option type="Map">
            <Option type="QString" name="color" value="243,243,243,255"/>
            <Option type="QString" name="joinstyle" value="round"/>
            <Option type="QString" name="outline_color" value="0,0,0,0"/>
            <Option type="QString" name="outline_style" value="no"/>
            <Option type="QString" name="outline_width" value="0.2"/>
            <Option type="QString" name="outline_width_unit" value="MM"/>
            <Option type="QString" name="style" value="solid"/>
          </Option>
        </layer>
      </symbol>
      <symbol type="fill" name="4" alpha="1">
        <layer class="SimpleFill" locked="0" pass="0" enabled="1">
          <Option type="Map">
            <Option type="QString" name="color" value="223,227,214,255"/>
            <Option type="QString" name="joinstyle" value="round"/>
            <Option type="QString" name="outline_color" value="141,149,126,255"/>
            <Option type="QString" name="outline_style" value="solid"/>
            <Option type="QString" name="outline_width" value="0.15"/>
            <Option type="QString" name="outline_width_unit" value="MM"/>
            <Option type="QString" name="style" value="solid"/>
          </Option>
        </layer>
      </symbol>
      <symbol type="fill" name="5" alpha="1">
        <layer class="SimpleFill" locked="0" pass="0" enabled="1">
          <Option type="Map">
            <Option type="QString" name="color" value="223,227,214,255"/>
            <Option type="QString" name="joinstyle" value="round"/>
            <Option type="QString" name="outline_color" value="141,149,126,255"/>
            <Option type="QString" name="outline_style" value="solid"/>
            <Option type="QString" name="outline_width" value="0.15"/>
            <Option type="QString" name="outline_width_unit" value="MM"/>
            <Option type="QString" name="style" value="solid"/>
          </Option>
        </layer>
      </symbol>
      <symbol type="fill" name="6" alpha="1">
        <layer class="SimpleFill" locked="0" pass="0" enabled="1">
          <Option type="Map">
            <Option type="QString" name="color" value="223,227,214,255"/>
            <Option type="QString" name="joinstyle" value="round"/>
            <Option type="QString" name="outline_color" value="141,149,126,255"/>
            <Option type="QString" name="outline_style" value="solid"/>
            <Option type="QString" name="outline_width" value="0.15"/>
            <Option type="QString" name="outline_width_unit" value="MM"/>
            <Option type="QString" name="style" value="solid"/>
          </Option>
        </layer>
      </symbol>
      <symbol type="fill" name="7" alpha="1">
        <layer class="SimpleFill" locked="0" pass="0" enabled="1">
          <Option type="Map">
            <Option type="QString" name="color" value="208,208,208,255"/>
            <Option type="QString" name="joinstyle" value="round"/>
            <Option type="QString" name="outline_color" value="112,112,112,255"/>
            <Option type="QString" name="outline_style" value="solid"/>
            <Option type="QString" name="outline_width" value="0.15"/>
            <Option type="QString" name="outline_width_unit" value="MM"/>
            <Option type="QString" name="style" value="solid"/>
          </Option>
        </layer>
      </symbol>
      <symbol type="fill" name="8" alpha="1">
        <layer class="SimpleLine" locked="0" pass="0" enabled="1">
          <Option type="Map">
            <Option type="QString" name="capstyle" value="flat"/>
            <Option type="QString" name="customdash" value="3;2"/>
            <Option type="QString" name="customdash_unit" value="MM"/>
            <Option type="QString" name="joinstyle" value="round"/>
            <Option type="QString" name="line_color" value="112,112,112,255"/>
            <Option type="QString" name="line_style" value="solid"/>
            <Option type="QString" name="line_width" value="0.2"/>
            <Option type="QString" name="line_width_unit" value="MM"/>
            <Option type="QString" name="use_custom_dash" value="1"/>
          </Option>
        </layer>
      </symbol>
      <symbol type="fill" name="9" alpha="1">
        <layer class="SimpleLine" locked="0" pass="0" enabled="1">
          <Option type="Map">
            <Option type="QString" name="capstyle" value="flat"/>
            <Option type="QString" name="customdash" value="3;2"/>
            <Option type="QString" name="customdash_unit" value="MM"/>
            <Option type="QString" name="joinstyle" value="round"/>
            <Option type="QString" name="line_color" value="144,144,144,255"/>
            <Option type="QString" name="line_style" value="solid"/>
            <Option type="QString" name="line_width" value="0.15"/>
            <Option type="QString" name="line_width_unit" value="MM"/>
            <Option type="QString" name="use_custom_dash" value="1"/>
          </Option>
        </layer>
      </symbol>
    </symbols>
  </renderer-v2>
  <labeling type="simple">
    <settings calloutType="simple">
      <text-style capitalization="0" fontWeight="50" isExpression="0" fontItalic="1" textColor="47,109,153,255" fontSizeUnit="Point" multilineHeight="1" textOpacity="1" fontSize="8" fieldName="texte">
        <families/>
        <text-buffer bufferDraw="1" bufferSize="0.7" bufferSizeUnits="MM" bufferOpacity="1" bufferColor="255,255,255,255" bufferJoinStyle="128"/>
      </text-style>
      <text-format reverseDirectionSymbol="0" leftDirectionSymbol="&lt;" autoWrapLength="24" plussign="0" useMaxLineLengthForAutoWrap="1" formatNumbers="0" rightDirectionSymbol="&gt;" wrapChar="" placeDirectionSymbol="0" addDirectionSymbol="0" multilineAlign="1" decimals="3"/>
      <placement lineAnchorTextPoint="FollowPlacement" layerType="UnknownGeometry" geometryGeneratorType="PointGeometry" geometryGeneratorEnabled="0" maxCurvedCharAngleOut="-25" rotationAngle="0" overlapHandling="PreventOverlap" placementFlags="10" overrunDistance="0" maximumDistance="0" repeatDistance="0" offsetUnits="MM" dist="0" maxCurvedCharAngleIn="25" repeatDistanceUnits="MM" rotationUnit="AngleDegrees" priority="4" yOffset="0" centroidWhole="0" fitInPolygonOnly="0" allowDegraded="0" lineAnchorClipping="0" predefinedPositionOrder="TR,TL,BR,BL,R,L,TSR,BSR" overrunDistanceUnit="MM" prioritization="PreferCloser" distUnits="MM" placement="1" quadOffset="4" preserveRotation="1" lineAnchorPercent="0.5" geometryGenerator="" centroidInside="1" maximumDistanceUnit="MM" offsetType="0" polygonPlacementFlags="2" lineAnchorType="0" xOffset="0"/>
      <rendering maxNumLabels="2000" scaleMax="5000" obstacle="1" fontMinPixelSize="0" mergeLines="0" obstacleType="1" drawLabels="1" fontLimitPixelSize="0" minFeatureSize="0" limitNumLabels="0" obstacleFactor="1" unplacedVisibility="0" labelPerPart="0" scaleMin="0" upsidedownLabels="0" scaleVisibility="1" zIndex="0" fontMaxPixelSize="10000"/>
    </settings>
  </labeling>
  <layerOpacity>1</layerOpacity>
</qgis>
