<!DOCTYPE qgis PUBLIC 'http://mrcc.com/qgis.dtd' 'SYSTEM'>
<qgis version="3.40.0" labelsEnabled="0" styleCategories="Symbology|Labeling">
<renderer-v2 type="singleSymbol" symbollevels="0">
<symbols>
<symbol type="fill" name="0" alpha="1" clip_to_extent="1"><layer class="SimpleFill" enabled="1" locked="0" pass="0"><Option type="Map"><Option type="QString" name="color" value="126,34,206,26" /><Option type="QString" name="outline_style" value="no" /></Option></layer><layer class="SimpleLine" enabled="1" locked="0" pass="0"><Option type="Map"><Option type="QString" name="capstyle" value="flat" /><Option type="QString" name="customdash" value="4;1.2;0.6;1.2" /><Option type="QString" name="customdash_unit" value="MM" /><Option type="QString" name="joinstyle" value="round" /><Option type="QString" name="line_color" value="126,34,206,255" /><Option type="QString" name="line_width" value="0.9" /><Option type="QString" name="line_width_unit" value="MM" /><Option type="QString" name="use_custom_dash" value="1" /></Option></layer></symbol>
</symbols>
</renderer-v2>
<layerGeometryType>2</layerGeometryType>
</qgis>
