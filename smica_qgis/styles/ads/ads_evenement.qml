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
    <field name="num_canon" configurationFlags="NoFlag">
      <editWidget type="Hidden">
        <config>
          <Option />
        </config>
      </editWidget>
    </field>
    <field name="type" configurationFlags="NoFlag">
      <editWidget type="TextEdit">
        <config>
          <Option />
        </config>
      </editWidget>
    </field>
    <field name="date" configurationFlags="NoFlag">
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
    <field name="detail" configurationFlags="NoFlag">
      <editWidget type="TextEdit">
        <config>
          <Option />
        </config>
      </editWidget>
    </field>
  </fieldConfiguration>
  <aliases>
    <alias field="fid" name="" index="0" />
    <alias field="num_canon" name="" index="1" />
    <alias field="type" name="Événement" index="2" />
    <alias field="date" name="Date" index="3" />
    <alias field="detail" name="Détail" index="4" />
  </aliases>
  <defaults />
  <attributetableconfig actionWidgetStyle="dropDown">
    <columns>
      <column type="field" name="fid" width="-1" hidden="1" />
      <column type="field" name="num_canon" width="-1" hidden="1" />
      <column type="field" name="type" width="-1" hidden="0" />
      <column type="field" name="date" width="-1" hidden="0" />
      <column type="field" name="detail" width="-1" hidden="0" />
    </columns>
  </attributetableconfig>
  <editorlayout>tablayout</editorlayout>
  <attributeEditorForm>
    <attributeEditorContainer name="Événement" type="Tab" groupBox="0" columnCount="1" showLabel="1">
      <attributeEditorField name="type" index="2" showLabel="1" />
      <attributeEditorField name="date" index="3" showLabel="1" />
      <attributeEditorField name="detail" index="4" showLabel="1" />
    </attributeEditorContainer>
  </attributeEditorForm>
  <editable>
    <field name="fid" editable="1" />
    <field name="num_canon" editable="1" />
    <field name="type" editable="1" />
    <field name="date" editable="1" />
    <field name="detail" editable="1" />
  </editable>
  <labelOnTop>
    <field name="fid" labelOnTop="0" />
    <field name="num_canon" labelOnTop="0" />
    <field name="type" labelOnTop="0" />
    <field name="date" labelOnTop="0" />
    <field name="detail" labelOnTop="0" />
  </labelOnTop>
  <previewExpression>"type" || coalesce(' · ' || format_date("date", 'dd/MM/yyyy'), '')</previewExpression>
</qgis>
