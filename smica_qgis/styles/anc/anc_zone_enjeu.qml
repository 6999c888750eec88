<!DOCTYPE qgis PUBLIC 'http://mrcc.com/qgis.dtd' 'SYSTEM'>
<qgis version="3.40.0-Bratislava" styleCategories="Fields|Forms|AttributeTable|Symbology|MapTips|Rendering" hasScaleBasedVisibilityFlag="0">
  <renderer-v2 type="categorizedSymbol" attr="type" enableorderby="0">
    <categories>
      <category type="string" value="SAN" label="Enjeu sanitaire" symbol="0" render="true" />
      <category type="string" value="ENV" label="Enjeu environnemental" symbol="1" render="true" />
    </categories>
    <symbols>
      <symbol type="fill" name="0" alpha="1" clip_to_extent="1">
        <layer class="SimpleFill" pass="0" enabled="1">
          <Option type="Map">
            <Option type="QString" name="style" value="f_diagonal" />
            <Option type="QString" name="color" value="215,48,39,153" />
            <Option type="QString" name="outline_color" value="165,0,38,255" />
            <Option type="QString" name="outline_style" value="solid" />
            <Option type="QString" name="outline_width" value="0.6" />
            <Option type="QString" name="outline_width_unit" value="MM" />
          </Option>
        </layer>
      </symbol>
      <symbol type="fill" name="1" alpha="1" clip_to_extent="1">
        <layer class="SimpleFill" pass="0" enabled="1">
          <Option type="Map">
            <Option type="QString" name="style" value="b_diagonal" />
            <Option type="QString" name="color" value="27,120,55,153" />
            <Option type="QString" name="outline_color" value="0,68,27,255" />
            <Option type="QString" name="outline_style" value="dash" />
            <Option type="QString" name="outline_width" value="0.6" />
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
    <field name="type" configurationFlags="NoFlag">
      <editWidget type="ValueMap">
        <config>
          <Option type="Map">
            <Option type="List" name="map">
              <Option type="Map">
                <Option type="QString" name="Enjeu sanitaire" value="SAN" />
              </Option>
              <Option type="Map">
                <Option type="QString" name="Enjeu environnemental" value="ENV" />
              </Option>
              <Option type="Map">
                <Option type="QString" name="&lt;NULL&gt;" value="{2839923C-8B7D-419E-B84B-CA2FE9B80EC7}" />
              </Option>
            </Option>
          </Option>
        </config>
      </editWidget>
    </field>
    <field name="libelle" configurationFlags="NoFlag">
      <editWidget type="TextEdit">
        <config>
          <Option />
        </config>
      </editWidget>
    </field>
    <field name="acte" configurationFlags="NoFlag">
      <editWidget type="TextEdit">
        <config>
          <Option />
        </config>
      </editWidget>
    </field>
    <field name="date_acte" configurationFlags="NoFlag">
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
    <field name="source" configurationFlags="NoFlag">
      <editWidget type="TextEdit">
        <config>
          <Option />
        </config>
      </editWidget>
    </field>
  </fieldConfiguration>
  <aliases>
    <alias field="fid" name="" index="0" />
    <alias field="type" name="Enjeu" index="1" />
    <alias field="libelle" name="Libellé" index="2" />
    <alias field="acte" name="Acte" index="3" />
    <alias field="date_acte" name="Date de l'acte" index="4" />
    <alias field="source" name="Origine" index="5" />
  </aliases>
  <defaults />
  <attributetableconfig actionWidgetStyle="dropDown">
    <columns>
      <column type="field" name="fid" width="-1" hidden="1" />
      <column type="field" name="type" width="-1" hidden="0" />
      <column type="field" name="libelle" width="-1" hidden="0" />
      <column type="field" name="acte" width="-1" hidden="0" />
      <column type="field" name="date_acte" width="-1" hidden="0" />
      <column type="field" name="source" width="-1" hidden="0" />
    </columns>
  </attributetableconfig>
  <editorlayout>tablayout</editorlayout>
  <attributeEditorForm>
    <attributeEditorContainer name="Zone" type="Tab" groupBox="0" columnCount="1" showLabel="1">
      <attributeEditorField name="type" index="1" showLabel="1" />
      <attributeEditorField name="libelle" index="2" showLabel="1" />
      <attributeEditorField name="acte" index="3" showLabel="1" />
      <attributeEditorField name="date_acte" index="4" showLabel="1" />
      <attributeEditorField name="source" index="5" showLabel="1" />
    </attributeEditorContainer>
  </attributeEditorForm>
  <editable>
    <field name="fid" editable="1" />
    <field name="type" editable="1" />
    <field name="libelle" editable="1" />
    <field name="acte" editable="1" />
    <field name="date_acte" editable="1" />
    <field name="source" editable="1" />
  </editable>
  <labelOnTop>
    <field name="fid" labelOnTop="0" />
    <field name="type" labelOnTop="0" />
    <field name="libelle" labelOnTop="0" />
    <field name="acte" labelOnTop="0" />
    <field name="date_acte" labelOnTop="0" />
    <field name="source" labelOnTop="0" />
  </labelOnTop>
  <previewExpression>represent_value("type") || coalesce(' · ' || "libelle", '')</previewExpression>
  <mapTip enabled="1">&lt;b&gt;[% represent_value("type") %]&lt;/b&gt;&lt;br/&gt;[% coalesce("libelle", '') %] [% coalesce("acte", '') %]</mapTip>
</qgis>
