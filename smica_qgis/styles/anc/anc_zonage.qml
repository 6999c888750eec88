<!DOCTYPE qgis PUBLIC 'http://mrcc.com/qgis.dtd' 'SYSTEM'>
<qgis version="3.40.0-Bratislava" styleCategories="Fields|Forms|AttributeTable|Symbology|MapTips|Rendering" hasScaleBasedVisibilityFlag="0">
  <renderer-v2 type="categorizedSymbol" attr="type" enableorderby="0">
    <categories>
      <category type="string" value="COLL" label="Collectif" symbol="0" render="true" />
      <category type="string" value="NONCOLL" label="Non collectif" symbol="1" render="true" />
      <category type="string" value="PLUV" label="Pluvial" symbol="2" render="true" />
      <category type="string" value="AUTRE" label="Autre" symbol="3" render="true" />
    </categories>
    <symbols>
      <symbol type="fill" name="0" alpha="1" clip_to_extent="1">
        <layer class="SimpleFill" pass="0" enabled="1">
          <Option type="Map">
            <Option type="QString" name="style" value="horizontal" />
            <Option type="QString" name="color" value="43,108,176,153" />
            <Option type="QString" name="outline_color" value="43,108,176,255" />
            <Option type="QString" name="outline_style" value="solid" />
            <Option type="QString" name="outline_width" value="0.4" />
            <Option type="QString" name="outline_width_unit" value="MM" />
          </Option>
        </layer>
      </symbol>
      <symbol type="fill" name="1" alpha="1" clip_to_extent="1">
        <layer class="SimpleFill" pass="0" enabled="1">
          <Option type="Map">
            <Option type="QString" name="style" value="dense6" />
            <Option type="QString" name="color" value="179,89,0,153" />
            <Option type="QString" name="outline_color" value="179,89,0,255" />
            <Option type="QString" name="outline_style" value="dash" />
            <Option type="QString" name="outline_width" value="0.4" />
            <Option type="QString" name="outline_width_unit" value="MM" />
          </Option>
        </layer>
      </symbol>
      <symbol type="fill" name="2" alpha="1" clip_to_extent="1">
        <layer class="SimpleFill" pass="0" enabled="1">
          <Option type="Map">
            <Option type="QString" name="style" value="vertical" />
            <Option type="QString" name="color" value="0,131,143,153" />
            <Option type="QString" name="outline_color" value="0,131,143,255" />
            <Option type="QString" name="outline_style" value="dot" />
            <Option type="QString" name="outline_width" value="0.4" />
            <Option type="QString" name="outline_width_unit" value="MM" />
          </Option>
        </layer>
      </symbol>
      <symbol type="fill" name="3" alpha="1" clip_to_extent="1">
        <layer class="SimpleFill" pass="0" enabled="1">
          <Option type="Map">
            <Option type="QString" name="style" value="no" />
            <Option type="QString" name="color" value="128,128,128,0" />
            <Option type="QString" name="outline_color" value="102,102,102,255" />
            <Option type="QString" name="outline_style" value="dash dot" />
            <Option type="QString" name="outline_width" value="0.4" />
            <Option type="QString" name="outline_width_unit" value="MM" />
          </Option>
        </layer>
      </symbol>
    </symbols>
  </renderer-v2>
  <fieldConfiguration>
    <field name="fid" configurationFlags="NoFlag">
      <editWidget type="Hidden">
        <config>
          <Option />
        </config>
      </editWidget>
    </field>
    <field name="insee" configurationFlags="NoFlag">
      <editWidget type="TextEdit">
        <config>
          <Option />
        </config>
      </editWidget>
    </field>
    <field name="type" configurationFlags="NoFlag">
      <editWidget type="ValueMap">
        <config>
          <Option type="Map">
            <Option type="List" name="map">
              <Option type="Map">
                <Option type="QString" name="Collectif" value="COLL" />
              </Option>
              <Option type="Map">
                <Option type="QString" name="Non collectif" value="NONCOLL" />
              </Option>
              <Option type="Map">
                <Option type="QString" name="Pluvial" value="PLUV" />
              </Option>
              <Option type="Map">
                <Option type="QString" name="Autre" value="AUTRE" />
              </Option>
              <Option type="Map">
                <Option type="QString" name="&lt;NULL&gt;" value="{2839923C-8B7D-419E-B84B-CA2FE9B80EC7}" />
              </Option>
            </Option>
          </Option>
        </config>
      </editWidget>
    </field>
    <field name="date_delib" configurationFlags="NoFlag">
      <editWidget type="DateTime">
        <config>
          <Option type="Map">
            <Option type="QString" name="display_format" value="dd/MM/yyyy" />
            <Option type="QString" name="field_format" value="yyyy-MM-dd" />
            <Option type="bool" name="allow_null" value="true" />
            <Option type="bool" name="calendar_popup" value="true" />
          </Option>
        </config>
      </editWidget>
    </field>
    <field name="document" configurationFlags="NoFlag">
      <editWidget type="TextEdit">
        <config>
          <Option />
        </config>
      </editWidget>
    </field>
    <field name="idurba" configurationFlags="NoFlag">
      <editWidget type="TextEdit">
        <config>
          <Option />
        </config>
      </editWidget>
    </field>
  </fieldConfiguration>
  <aliases>
    <alias field="fid" name="" index="0" />
    <alias field="insee" name="Code INSEE" index="1" />
    <alias field="type" name="Zonage" index="2" />
    <alias field="date_delib" name="Délibération" index="3" />
    <alias field="document" name="Document" index="4" />
    <alias field="idurba" name="Document d'urbanisme" index="5" />
  </aliases>
  <defaults />
  <attributetableconfig actionWidgetStyle="dropDown">
    <columns>
      <column type="field" name="fid" width="-1" hidden="1" />
      <column type="field" name="insee" width="-1" hidden="0" />
      <column type="field" name="type" width="-1" hidden="0" />
      <column type="field" name="date_delib" width="-1" hidden="0" />
      <column type="field" name="document" width="-1" hidden="0" />
      <column type="field" name="idurba" width="-1" hidden="0" />
    </columns>
  </attributetableconfig>
  <editorlayout>tablayout</editorlayout>
  <attributeEditorForm>
    <attributeEditorContainer name="Zone" type="Tab" groupBox="0" columnCount="1" showLabel="1">
      <attributeEditorField name="insee" index="1" showLabel="1" />
      <attributeEditorField name="type" index="2" showLabel="1" />
      <attributeEditorField name="date_delib" index="3" showLabel="1" />
      <attributeEditorField name="document" index="4" showLabel="1" />
      <attributeEditorField name="idurba" index="5" showLabel="1" />
    </attributeEditorContainer>
  </attributeEditorForm>
  <editable>
    <field name="fid" editable="1" />
    <field name="insee" editable="1" />
    <field name="type" editable="1" />
    <field name="date_delib" editable="1" />
    <field name="document" editable="1" />
    <field name="idurba" editable="1" />
  </editable>
  <labelOnTop>
    <field name="fid" labelOnTop="0" />
    <field name="insee" labelOnTop="0" />
    <field name="type" labelOnTop="0" />
    <field name="date_delib" labelOnTop="0" />
    <field name="document" labelOnTop="0" />
    <field name="idurba" labelOnTop="0" />
  </labelOnTop>
  <previewExpression>represent_value("type") || ' · ' || "insee"</previewExpression>
  <mapTip enabled="1">&lt;b&gt;[% represent_value("type") %]&lt;/b&gt; · [% "insee" %]</mapTip>
</qgis>
