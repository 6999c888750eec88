<!DOCTYPE qgis PUBLIC 'http://mrcc.com/qgis.dtd' 'SYSTEM'>
<qgis labelsEnabled="1" minScale="18000" simplifyMaxScale="1" simplifyDrawingHints="1" symbologyReferenceScale="-1" version="3.40.0" autoRefreshMode="Disabled" simplifyAlgorithm="0" autoRefreshTime="0" simplifyDrawingTol="1" hasScaleBasedVisibilityFlag="1" maxScale="0" simplifyLocal="1" styleCategories="Symbology|Labeling|Rendering">
  <renderer-v2 type="singleSymbol" enableorderby="0" referencescale="-1" forceraster="0" symbollevels="0">
    <symbols>
      <symbol type="fill" name="0" alpha="1">
        <layer class="SimpleFill" locked="0" pass="0" enabled="1">
          <Option type="Map">
            <Option type="QString" name="color" value="253,249,236,90"/>
            <Option type="QString" name="joinstyle" value="round"/>
            <Option type="QString" name="outline_color" value="107,98,87,255"/>
            <Option type="QString" name="outline_style" value="solid"/>
            <Option type="QString" name="outline_width" value="0.16"/>
            <Option type="QString" name="outline_width_unit" value="MM"/>
            <Option type="QString" name="style" value="solid"/>
          </Option>
        </layer>
      </symbol>
    </symbols>
  </renderer-v2>
  <labeling type="rule-based">
    <rules key="{6b166120-b381-41f0-98e3-a602469dc668}">
      <rule description="1:2 500 et plus près" scalemaxdenom="1250" key="{8b0ebf10-b904-4b44-a505-b32f8ee2ea30}">
        <settings calloutType="simple">
          <text-style capitalization="0" fontWeight="50" isExpression="1" fontItalic="0" textColor="51,51,51,255" fontSizeUnit="Point" multilineHeight="1" textOpacity="1" fontSize="9" fieldName="ltrim(&quot;numero4&quot;, '0')">
            <families/>
            <text-buffer bufferDraw="1" bufferSize="0.7" bufferSizeUnits="MM" bufferOpacity="1" bufferColor="255,255,255,255" bufferJoinStyle="128"/>
          </text-style>
          <text-format reverseDirectionSymbol="0" leftDirectionSymbol="&lt;" autoWrapLength="0" plussign="0" useMaxLineLengthForAutoWrap="1" formatNumbers="0" rightDirectionSymbol="&gt;" wrapChar="" placeDirectionSymbol="0" addDirectionSymbol="0" multilineAlign="3" decimals="3"/>
          <placement lineAnchorTextPoint="FollowPlacement" layerType="UnknownGeometry" geometryGeneratorType="PointGeometry" geometryGeneratorEnabled="0" maxCurvedCharAngleOut="-25" rotationAngle="0" overlapHandling="PreventOverlap" placementFlags="10" overrunDistance="0" maximumDistance="0" repeatDistance="0" offsetUnits="MM" dist="0" maxCurvedCharAngleIn="25" repeatDistanceUnits="MM" rotationUnit="AngleDegrees" priority="5" yOffset="0" centroidWhole="0" fitInPolygonOnly="0" allowDegraded="0" lineAnchorClipping="0" predefinedPositionOrder="TR,TL,BR,BL,R,L,TSR,BSR" overrunDistanceUnit="MM" prioritization="PreferCloser" distUnits="MM" placement="1" quadOffset="4" preserveRotation="1" lineAnchorPercent="0.5" geometryGenerator="" centroidInside="1" maximumDistanceUnit="MM" offsetType="0" polygonPlacementFlags="2" lineAnchorType="0" xOffset="0"/>
          <rendering maxNumLabels="2000" scaleMax="1250" obstacle="1" fontMinPixelSize="0" mergeLines="0" obstacleType="1" drawLabels="1" fontLimitPixelSize="0" minFeatureSize="0" limitNumLabels="0" obstacleFactor="1" unplacedVisibility="0" labelPerPart="0" scaleMin="0" upsidedownLabels="0" scaleVisibility="0" zIndex="0" fontMaxPixelSize="10000"/>
        </settings>
      </rule>
      <rule description="1:1 250 à 1:3 500" scalemaxdenom="3500" key="{574eb38b-230f-4406-b5ef-368646a3d751}" scalemindenom="1250">
        <settings calloutType="simple">
          <text-style capitalization="0" fontWeight="50" isExpression="1" fontItalic="0" textColor="51,51,51,255" fontSizeUnit="Point" multilineHeight="1" textOpacity="1" fontSize="7.5" fieldName="ltrim(&quot;numero4&quot;, '0')">
            <families/>
            <text-buffer bufferDraw="1" bufferSize="0.6" bufferSizeUnits="MM" bufferOpacity="1" bufferColor="255,255,255,255" bufferJoinStyle="128"/>
          </text-style>
          <text-format reverseDirectionSymbol="0" leftDirectionSymbol="&lt;" autoWrapLength="0" plussign="0" useMaxLineLengthForAutoWrap="1" formatNumbers="0" rightDirectionSymbol="&gt;" wrapChar="" placeDirectionSymbol="0" addDirectionSymbol="0" multilineAlign="3" decimals="3"/>
          <placement lineAnchorTextPoint="FollowPlacement" layerType="UnknownGeometry" geometryGeneratorType="PointGeometry" geometryGeneratorEnabled="0" maxCurvedCharAngleOut="-25" rotationAngle="0" overlapHandling="PreventOverlap" placementFlags="10" overrunDistance="0" maximumDistance="0" repeatDistance="0" offsetUnits="MM" dist="0" maxCurvedCharAngleIn="25" repeatDistanceUnits="MM" rotationUnit="AngleDegrees" priority="5" yOffset="0" centroidWhole="1" fitInPolygonOnly="1" allowDegraded="0" lineAnchorClipping="0" predefinedPositionOrder="TR,TL,BR,BL,R,L,TSR,BSR" overrunDistanceUnit="MM" prioritization="PreferCloser" distUnits="MM" placement="4" quadOffset="4" preserveRotation="1" lineAnchorPercent="0.5" geometryGenerator="" centroidInside="1" maximumDistanceUnit="MM" offsetType="0" polygonPlacementFlags="2" lineAnchorType="0" xOffset="0"/>
          <rendering maxNumLabels="2000" scaleMax="3500" obstacle="1" fontMinPixelSize="0" mergeLines="0" obstacleType="1" drawLabels="1" fontLimitPixelSize="0" minFeatureSize="0" limitNumLabels="0" obstacleFactor="1" unplacedVisibility="0" labelPerPart="0" scaleMin="1250" upsidedownLabels="0" scaleVisibility="0" zIndex="0" fontMaxPixelSize="10000"/>
        </settings>
      </rule>
    </rules>
  </labeling>
  <layerOpacity>1</layerOpacity>
</qgis>
