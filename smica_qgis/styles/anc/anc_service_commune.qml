<!DOCTYPE qgis PUBLIC 'http://mrcc.com/qgis.dtd' 'SYSTEM'>
<qgis version="3.40.0-Bratislava" styleCategories="Fields|Forms|AttributeTable">
  <fieldConfiguration>
    <field name="fid" configurationFlags="NoFlag">
      <editWidget type="Hidden">
        <config>
          <Option />
        </config>
      </editWidget>
    </field>
    <field name="service_id" configurationFlags="NoFlag">
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
    <field name="date_debut" configurationFlags="NoFlag">
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
    <field name="date_fin" configurationFlags="NoFlag">
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
  </fieldConfiguration>
  <aliases>
    <alias field="fid" name="" index="0" />
    <alias field="service_id" name="" index="1" />
    <alias field="insee" name="Code INSEE" index="2" />
    <alias field="date_debut" name="Depuis" index="3" />
    <alias field="date_fin" name="Jusqu'à" index="4" />
  </aliases>
  <defaults />
  <attributetableconfig actionWidgetStyle="dropDown">
    <columns>
      <column type="field" name="fid" width="-1" hidden="1" />
      <column type="field" name="service_id" width="-1" hidden="1" />
      <column type="field" name="insee" width="-1" hidden="0" />
      <column type="field" name="date_debut" width="-1" hidden="0" />
      <column type="field" name="date_fin" width="-1" hidden="0" />
    </columns>
  </attributetableconfig>
  <editorlayout>tablayout</editorlayout>
  <attributeEditorForm>
    <attributeEditorContainer name="Commune" type="Tab" groupBox="0" columnCount="1" showLabel="1">
      <attributeEditorField name="insee" index="2" showLabel="1" />
      <attributeEditorField name="date_debut" index="3" showLabel="1" />
      <attributeEditorField name="date_fin" index="4" showLabel="1" />
    </attributeEditorContainer>
  </attributeEditorForm>
  <editable>
    <field name="fid" editable="1" />
    <field name="service_id" editable="1" />
    <field name="insee" editable="1" />
    <field name="date_debut" editable="1" />
    <field name="date_fin" editable="1" />
  </editable>
  <labelOnTop>
    <field name="fid" labelOnTop="0" />
    <field name="service_id" labelOnTop="0" />
    <field name="insee" labelOnTop="0" />
    <field name="date_debut" labelOnTop="0" />
    <field name="date_fin" labelOnTop="0" />
  </labelOnTop>
  <previewExpression>"insee"</previewExpression>
</qgis>
