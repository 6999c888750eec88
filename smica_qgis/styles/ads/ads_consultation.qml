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
    <field name="service" configurationFlags="NoFlag">
      <editWidget type="TextEdit">
        <config>
          <Option />
        </config>
      </editWidget>
    </field>
    <field name="date_envoi" configurationFlags="NoFlag">
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
    <field name="delai_j" configurationFlags="NoFlag">
      <editWidget type="TextEdit">
        <config>
          <Option />
        </config>
      </editWidget>
    </field>
    <field name="date_avis" configurationFlags="NoFlag">
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
    <field name="avis" configurationFlags="NoFlag">
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
    <alias field="service" name="Service consulté" index="2" />
    <alias field="date_envoi" name="Envoi" index="3" />
    <alias field="delai_j" name="Délai (jours)" index="4" />
    <alias field="date_avis" name="Date de l'avis" index="5" />
    <alias field="avis" name="Avis" index="6" />
  </aliases>
  <defaults />
  <attributetableconfig actionWidgetStyle="dropDown">
    <columns>
      <column type="field" name="fid" width="-1" hidden="1" />
      <column type="field" name="num_canon" width="-1" hidden="1" />
      <column type="field" name="service" width="-1" hidden="0" />
      <column type="field" name="date_envoi" width="-1" hidden="0" />
      <column type="field" name="delai_j" width="-1" hidden="0" />
      <column type="field" name="date_avis" width="-1" hidden="0" />
      <column type="field" name="avis" width="-1" hidden="0" />
    </columns>
  </attributetableconfig>
  <editorlayout>tablayout</editorlayout>
  <attributeEditorForm>
    <attributeEditorContainer name="Consultation" type="Tab" groupBox="0" columnCount="1" showLabel="1">
      <attributeEditorField name="service" index="2" showLabel="1" />
      <attributeEditorField name="date_envoi" index="3" showLabel="1" />
      <attributeEditorField name="delai_j" index="4" showLabel="1" />
      <attributeEditorField name="date_avis" index="5" showLabel="1" />
      <attributeEditorField name="avis" index="6" showLabel="1" />
    </attributeEditorContainer>
  </attributeEditorForm>
  <editable>
    <field name="fid" editable="1" />
    <field name="num_canon" editable="1" />
    <field name="service" editable="1" />
    <field name="date_envoi" editable="1" />
    <field name="delai_j" editable="1" />
    <field name="date_avis" editable="1" />
    <field name="avis" editable="1" />
  </editable>
  <labelOnTop>
    <field name="fid" labelOnTop="0" />
    <field name="num_canon" labelOnTop="0" />
    <field name="service" labelOnTop="0" />
    <field name="date_envoi" labelOnTop="0" />
    <field name="delai_j" labelOnTop="0" />
    <field name="date_avis" labelOnTop="0" />
    <field name="avis" labelOnTop="0" />
  </labelOnTop>
  <previewExpression>"service" || coalesce(' · ' || "avis", ' · en attente')</previewExpression>
</qgis>
