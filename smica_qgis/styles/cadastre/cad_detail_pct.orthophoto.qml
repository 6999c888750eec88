<!DOCTYPE qgis PUBLIC 'http://mrcc.com/qgis.dtd' 'SYSTEM'>
<qgis labelsEnabled="1" minScale="1500" simplifyMaxScale="1" simplifyDrawingHints="1" symbologyReferenceScale="-1" version="3.40.0" autoRefreshMode="Disabled" simplifyAlgorithm="0" autoRefreshTime="0" simplifyDrawingTol="1" hasScaleBasedVisibilityFlag="1" maxScale="0" simplifyLocal="1" styleCategories="Symbology|Labeling|Rendering">
  <renderer-v2 type="categorizedSymbol" attr="CASE WHEN &quot;classe&quot; IN ('TPOINT') THEN &quot;sym&quot; ELSE &quot;classe&quot; END" enableorderby="0" referencescale="-1" forceraster="0" symbollevels="0">
    <categories>
      <category type="string" render="true" value="BORNE" uuid="{dca54971-eada-46d3-b7da-df368e41fcf3}" label="Borne" symbol="0"/>
      <category type="string" render="true" value="BOULON" uuid="{8d130e8f-2e62-4c08-a250-46bcc18c244f}" label="Boulon" symbol="1"/>
      <category type="string" render="true" value="CROIX" uuid="{a67c2ea1-8608-4f53-9f06-b60d31d99f44}" label="Croix" symbol="2"/>
      <category type="string" render="true" value="PTCANV" uuid="{a5954c0b-284b-484b-96be-4c702630b3cd}" label="Point de canevas" symbol="3"/>
      <category type="string" render="true" value="SYMBLIM" uuid="{801a50f0-9efe-46bf-8c0f-fcc8da19cd58}" label="Mitoyenneté" symbol="4"/>
      <category type="string" render="true" value="12" uuid="{dd2b555c-6608-4363-9cdb-80a8a85cee77}" label="Calvaire" symbol="5"/>
      <category type="string" render="true" value="30" uuid="{43cd5a15-54c7-4eb4-be99-26aa7cf4ba3b}" label="Sens du cours d'eau" symbol="6"/>
      <category type="string" render="true" value="50" uuid="{21e720a6-51c9-4136-86ba-19113b5b5925}" label="Pylône" symbol="7"/>
      <category type="string" render="true" value="63" uuid="{b318a1b2-db5d-4f5e-87f8-629af0c02bdc}" label="Puits" symbol="8"/>
      <category type="string" render="true" value="47" uuid="{cf727b94-062b-446a-9ea5-7aacf7b88e04}" label="Halte" symbol="9"/>
      <category type="string" render="true" value="48" uuid="{1933b5ec-7903-4d0f-b724-c46499f82681}" label="Arrêt" symbol="10"/>
      <category type="string" render="true" value="49" uuid="{e4d39356-84ae-4398-9ece-8429936f02c4}" label="Station" symbol="11"/>
      <category type="string" render="true" value="" uuid="{266b8747-564a-4f38-b9b5-00be95657495}" label="Autre point" symbol="12"/>
    </categories>
    <symbols>
      <symbol type="marker" name="0" alpha="1">
        <layer class="SimpleMarker" locked="0" pass="0" enabled="1">
          <Option type="Map">
            <Option type="QString" name="cap_style" value="square"/>
            <Option type="QString" name="color" value="32,32,32,255"/>
            <Option type="QString" name="joinstyle" value="bevel"/>
            <Option type="QString" name="name" value="circle"/>
            <Option type="QString" name="outline_color" value="242,242,242,255"/>
            <Option type="QString" name="outline_style" value="solid"/>
            <Option type="QString" name="outline_width" value="0.15"/>
            <Option type="QString" name="outline_width_unit" value="MM"/>
            <Option type="QString" name="size" value="0.9"/>
            <Option type="QString" name="size_unit" value="MM"/>
          </Option>
        </layer>
      </symbol>
      <symbol type="marker" name="1" alpha="1">
        <layer class="SimpleMarker" locked="0" pass="0" enabled="1">
          <Option type="Map">
            <Option type="QString" name="cap_style" value="square"/>
            <Option type="QString" name="color" value="32,32,32,255"/>
            <Option type="QString" name="joinstyle" value="bevel"/>
            <Option type="QString" name="name" value="square"/>
            <Option type="QString" name="outline_color" value="242,242,242,255"/>
            <Option type="QString" name="outline_style" value="solid"/>
            <Option type="QString" name="outline_width" value="0.15"/>
            <Option type="QString" name="outline_width_unit" value="MM"/>
            <Option type="QString" name="size" value="0.9"/>
            <Option type="QString" name="size_unit" value="MM"/>
          </Option>
        </layer>
      </symbol>
      <symbol type="marker" name="10" alpha="1">
        <layer class="SimpleMarker" locked="0" pass="0" enabled="1">
          <Option type="Map">
            <Option type="QString" name="cap_style" value="square"/>
            <Option type="QString" name="color" value="32,32,32,255"/>
            <Option type="QString" name="joinstyle" value="bevel"/>
            <Option type="QString" name="name" value="diamond"/>
            <Option type="QString" name="outline_color" value="242,242,242,255"/>
            <Option type="QString" name="outline_style" value="solid"/>
            <Option type="QString" name="outline_width" value="0.2"/>
            <Option type="QString" name="outline_width_unit" value="MM"/>
            <Option type="QString" name="size" value="1.6"/>
            <Option type="QString" name="size_unit" value="MM"/>
          </Option>
        </layer>
      </symbol>
      <symbol type="marker" name="11" alpha="1">
        <layer class="SimpleMarker" locked="0" pass="0" enabled="1">
          <Option type="Map">
            <Option type="QString" name="cap_style" value="square"/>
            <Option type="QString" name="color" value="32,32,32,255"/>
            <Option type="QString" name="joinstyle" value="bevel"/>
            <Option type="QString" name="name" value="diamond"/>
            <Option type="QString" name="outline_color" value="242,242,242,255"/>
            <Option type="QString" name="outline_style" value="solid"/>
            <Option type="QString" name="outline_width" value="0.2"/>
            <Option type="QString" name="outline_width_unit" value="MM"/>
            <Option type="QString" name="size" value="1.8"/>
            <Option type="QString" name="size_unit" value="MM"/>
          </Option>
        </layer>
      </symbol>
      <symbol type="marker" name="12" alpha="1">
        <layer class="SimpleMarker" locked="0" pass="0" enabled="1">
          <Option type="Map">
            <Option type="QString" name="cap_style" value="square"/>
            <Option type="QString" name="color" value="242,242,242,255"/>
            <Option type="QString" name="joinstyle" value="bevel"/>
            <Option type="QString" name="name" value="circle"/>
            <Option type="QString" name="outline_color" value="242,242,242,255"/>
            <Option type="QString" name="outline_style" value="no"/>
            <Option type="QString" name="outline_width" value="0.2"/>
            <Option type="QString" name="outline_width_unit" value="MM"/>
            <Option type="QString" name="size" value="0.7"/>
            <Option type="QString" name="size_unit" value="MM"/>
          </Option>
        </layer>
      </symbol>
      <symbol type="marker" name="2" alpha="1">
        <layer class="SimpleMarker" locked="0" pass="0" enabled="1">
          <Option type="Map">
            <Option type="QString" name="cap_style" value="square"/>
            <Option type="QString" name="color" value="242,242,242,255"/>
            <Option type="QString" name="joinstyle" value="bevel"/>
            <Option type="QString" name="name" value="cross2"/>
            <Option type="QString" name="outline_color" value="242,242,242,255"/>
            <Option type="QString" name="outline_style" value="solid"/>
            <Option type="QString" name="outline_width" value="0.2"/>
            <Option type="QString" name="outline_width_unit" value="MM"/>
            <Option type="QString" name="size" value="1.1"/>
            <Option type="QString" name="size_unit" value="MM"/>
          </Option>
        </layer>
      </symbol>
      <symbol type="marker" name="3" alpha="1">
        <layer class="SimpleMarker" locked="0" pass="0" enabled="1">
          <Option type="Map">
            <Option type="QString" name="cap_style" value="square"/>
            <Option type="QString" name="color" value="255,128,128,255"/>
            <Option type="QString" name="joinstyle" value="bevel"/>
            <Option type="QString" name="name" value="triangle"/>
            <Option type="QString" name="outline_color" value="242,242,242,255"/>
            <Option type="QString" name="outline_style" value="solid"/>
            <Option type="QString" name="outline_width" value="0.15"/>
            <Option type="QString" name="outline_width_unit" value="MM"/>
            <Option type="QString" name="size" value="1.8"/>
            <Option type="QString" name="size_unit" value="MM"/>
          </Option>
        </layer>
      </symbol>
      <symbol type="marker" name="4" alpha="1">
        <layer class="SimpleMarker" locked="0" pass="0" enabled="1">
          <Option type="Map">
            <Option type="QString" name="cap_style" value="square"/>
            <Option type="QString" name="color" value="224,224,224,255"/>
            <Option type="QString" name="joinstyle" value="bevel"/>
            <Option type="QString" name="name" value="line"/>
            <Option type="QString" name="outline_color" value="224,224,224,255"/>
            <Option type="QString" name="outline_style" value="solid"/>
            <Option type="QString" name="outline_width" value="0.25"/>
            <Option type="QString" name="outline_width_unit" value="MM"/>
            <Option type="QString" name="size" value="1.6"/>
            <Option type="QString" name="size_unit" value="MM"/>
          </Option>
          <data_defined_properties>
            <Option type="Map">
              <Option type="QString" name="name" value=""/>
              <Option type="Map" name="properties">
                <Option type="Map" name="angle">
                  <Option type="bool" name="active" value="true"/>
                  <Option type="QString" name="expression" value="90 - coalesce(&quot;orientation&quot;, 0)"/>
                  <Option type="int" name="type" value="3"/>
                </Option>
              </Option>
              <Option type="QString" name="type" value="collection"/>
            </Option>
          </data_defined_properties>
        </layer>
      </symbol>
      <symbol type="marker" name="5" alpha="1">
        <layer class="SimpleMarker" locked="0" pass="0" enabled="1">
          <Option type="Map">
            <Option type="QString" name="cap_style" value="square"/>
            <Option type="QString" name="color" value="242,242,242,255"/>
            <Option type="QString" name="joinstyle" value="bevel"/>
            <Option type="QString" name="name" value="cross"/>
            <Option type="QString" name="outline_color" value="242,242,242,255"/>
            <Option type="QString" name="outline_style" value="solid"/>
            <Option type="QString" name="outline_width" value="0.35"/>
            <Option type="QString" name="outline_width_unit" value="MM"/>
            <Option type="QString" name="size" value="2.2"/>
            <Option type="QString" name="size_unit" value="MM"/>
          </Option>
        </layer>
      </symbol>
      <symbol type="marker" name="6" alpha="1">
        <layer class="SimpleMarker" locked="0" pass="0" enabled="1">
          <Option type="Map">
            <Option type="QString" name="cap_style" value="square"/>
            <Option type="QString" name="color" value="168,220,255,255"/>
            <Option type="QString" name="joinstyle" value="bevel"/>
            <Option type="QString" name="name" value="arrowhead"/>
            <Option type="QString" name="outline_color" value="168,220,255,255"/>
            <Option type="QString" name="outline_style" value="solid"/>
            <Option type="QString" name="outline_width" value="0.25"/>
            <Option type="QString" name="outline_width_unit" value="MM"/>
            <Option type="QString" name="size" value="2"/>
            <Option type="QString" name="size_unit" value="MM"/>
          </Option>
          <data_defined_properties>
            <Option type="Map">
              <Option type="QString" name="name" value=""/>
              <Option type="Map" name="properties">
                <Option type="Map" name="angle">
                  <Option type="bool" name="active" value="true"/>
                  <Option type="QString" name="expression" value="90 - coalesce(&quot;orientation&quot;, 0)"/>
                  <Option type="int" name="type" value="3"/>
                </Option>
              </Option>
              <Option type="QString" name="type" value="collection"/>
            </Option>
          </data_defined_properties>
        </layer>
      </symbol>
      <symbol type="marker" name="7" alpha="1">
        <layer class="SimpleMarker" locked="0" pass="0" enabled="1">
          <Option type="Map">
            <Option type="QString" name="cap_style" value="square"/>
            <Option type="QString" name="color" value="32,32,32,255"/>
            <Option type="QString" name="joinstyle" value="bevel"/>
            <Option type="QString" name="name" value="square"/>
            <Option type="QString" name="outline_color" value="242,242,242,255"/>
            <Option type="QString" name="outline_style" value="solid"/>
            <Option type="QString" name="outline_width" value="0.25"/>
            <Option type="QString" name="outline_width_unit" value="MM"/>
            <Option type="QString" name="size" value="1.4"/>
            <Option type="QString" name="size_unit" value="MM"/>
          </Option>
        </layer>
      </symbol>
      <symbol type="marker" name="8" alpha="1">
        <layer class="SimpleMarker" locked="0" pass="0" enabled="1">
          <Option type="Map">
            <Option type="QString" name="cap_style" value="square"/>
            <Option type="QString" name="color" value="32,32,32,255"/>
            <Option type="QString" name="joinstyle" value="bevel"/>
            <Option type="QString" name="name" value="circle"/>
            <Option type="QString" name="outline_color" value="168,220,255,255"/>
            <Option type="QString" name="outline_style" value="solid"/>
            <Option type="QString" name="outline_width" value="0.3"/>
            <Option type="QString" name="outline_width_unit" value="MM"/>
            <Option type="QString" name="size" value="1.8"/>
            <Option type="QString" name="size_unit" value="MM"/>
          </Option>
        </layer>
      </symbol>
      <symbol type="marker" name="9" alpha="1">
        <layer class="SimpleMarker" locked="0" pass="0" enabled="1">
          <Option type="Map">
            <Option type="QString" name="cap_style" value="square"/>
            <Option type="QString" name="color" value="32,32,32,255"/>
            <Option type="QString" name="joinstyle" value="bevel"/>
            <Option type="QString" name="name" value="diamond"/>
            <Option type="QString" name="outline_color" value="242,242,242,255"/>
            <Option type="QString" name="outline_style" value="solid"/>
            <Option type="QString" name="outline_width" value="0.2"/>
            <Option type="QString" name="outline_width_unit" value="MM"/>
            <Option type="QString" name="size" value="1.6"/>
            <Option type="QString" name="size_unit" value="MM"/>
          </Option>
        </layer>
      </symbol>
    </symbols>
  </renderer-v2>
  <labeling type="simple">
    <settings calloutType="simple">
      <text-style capitalization="0" fontWeight="50" isExpression="0" fontItalic="1" textColor="242,242,242,255" fontSizeUnit="Point" multilineHeight="1" textOpacity="1" fontSize="7" fieldName="texte">
        <families/>
        <text-buffer bufferDraw="1" bufferSize="0.7" bufferSizeUnits="MM" bufferOpacity="1" bufferColor="28,28,28,255" bufferJoinStyle="128"/>
      </text-style>
      <text-format reverseDirectionSymbol="0" leftDirectionSymbol="&lt;" autoWrapLength="0" plussign="0" useMaxLineLengthForAutoWrap="1" formatNumbers="0" rightDirectionSymbol="&gt;" wrapChar="" placeDirectionSymbol="0" addDirectionSymbol="0" multilineAlign="3" decimals="3"/>
      <placement lineAnchorTextPoint="FollowPlacement" layerType="UnknownGeometry" geometryGeneratorType="PointGeometry" geometryGeneratorEnabled="0" maxCurvedCharAngleOut="-25" rotationAngle="0" overlapHandling="PreventOverlap" placementFlags="10" overrunDistance="0" maximumDistance="0" repeatDistance="0" offsetUnits="MM" dist="0" maxCurvedCharAngleIn="25" repeatDistanceUnits="MM" rotationUnit="AngleDegrees" priority="2" yOffset="0" centroidWhole="1" fitInPolygonOnly="0" allowDegraded="0" lineAnchorClipping="0" predefinedPositionOrder="TR,TL,BR,BL,R,L,TSR,BSR" overrunDistanceUnit="MM" prioritization="PreferCloser" distUnits="MM" placement="1" quadOffset="4" preserveRotation="1" lineAnchorPercent="0.5" geometryGenerator="" centroidInside="1" maximumDistanceUnit="MM" offsetType="0" polygonPlacementFlags="2" lineAnchorType="0" xOffset="0"/>
      <rendering maxNumLabels="2000" scaleMax="2000" obstacle="1" fontMinPixelSize="0" mergeLines="0" obstacleType="1" drawLabels="1" fontLimitPixelSize="0" minFeatureSize="0" limitNumLabels="0" obstacleFactor="1" unplacedVisibility="0" labelPerPart="0" scaleMin="0" upsidedownLabels="0" scaleVisibility="1" zIndex="0" fontMaxPixelSize="10000"/>
    </settings>
  </labeling>
  <layerOpacity>1</layerOpacity>
</qgis>
