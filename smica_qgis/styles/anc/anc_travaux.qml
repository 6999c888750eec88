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
    <field name="trav_id" configurationFlags="NoFlag">
      <editWidget type="Hidden">
        <config>
          <Option />
        </config>
      </editWidget>
    </field>
    <field name="inst_id" configurationFlags="NoFlag">
      <editWidget type="Hidden">
        <config>
          <Option />
        </config>
      </editWidget>
    </field>
    <field name="ctrl_id" configurationFlags="NoFlag">
      <editWidget type="Hidden">
        <config>
          <Option />
        </config>
      </editWidget>
    </field>
    <field name="date_notif" configurationFlags="NoFlag">
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
    <field name="statut" configurationFlags="NoFlag">
      <editWidget type="ValueMap">
        <config>
          <Option type="Map">
            <Option type="List" name="map">
              <Option type="Map">
                <Option type="QString" name="Notifiés" value="NOTIF" />
              </Option>
              <Option type="Map">
                <Option type="QString" name="Relance" value="RELANCE" />
              </Option>
              <Option type="Map">
                <Option type="QString" name="Mise en demeure" value="DEMEURE" />
              </Option>
              <Option type="Map">
                <Option type="QString" name="Faits" value="FAIT" />
              </Option>
              <Option type="Map">
                <Option type="QString" name="Clos" value="CLOS" />
              </Option>
              <Option type="Map">
                <Option type="QString" name="&lt;NULL&gt;" value="{2839923C-8B7D-419E-B84B-CA2FE9B80EC7}" />
              </Option>
            </Option>
          </Option>
        </config>
      </editWidget>
    </field>
  </fieldConfiguration>
  <aliases>
    <alias field="fid" name="" index="0" />
    <alias field="trav_id" name="" index="1" />
    <alias field="inst_id" name="" index="2" />
    <alias field="ctrl_id" name="" index="3" />
    <alias field="date_notif" name="Notification" index="4" />
    <alias field="date_fin" name="Fin des travaux" index="5" />
    <alias field="statut" name="État" index="6" />
  </aliases>
  <defaults>
    <default field="trav_id" expression="uuid('WithoutBraces')" applyOnUpdate="0" />
    <default field="statut" expression="'NOTIF'" applyOnUpdate="0" />
  </defaults>
  <attributetableconfig actionWidgetStyle="dropDown">
    <columns>
      <column type="field" name="fid" width="-1" hidden="1" />
      <column type="field" name="trav_id" width="-1" hidden="1" />
      <column type="field" name="inst_id" width="-1" hidden="1" />
      <column type="field" name="ctrl_id" width="-1" hidden="1" />
      <column type="field" name="date_notif" width="-1" hidden="0" />
      <column type="field" name="date_fin" width="-1" hidden="0" />
      <column type="field" name="statut" width="-1" hidden="0" />
    </columns>
  </attributetableconfig>
  <editorlayout>tablayout</editorlayout>
  <attributeEditorForm>
    <attributeEditorContainer name="Travaux" type="Tab" groupBox="0" columnCount="1" showLabel="1">
      <attributeEditorField name="date_notif" index="4" showLabel="1" />
      <attributeEditorField name="statut" index="6" showLabel="1" />
      <attributeEditorField name="date_fin" index="5" showLabel="1" />
    </attributeEditorContainer>
  </attributeEditorForm>
  <editable>
    <field name="fid" editable="1" />
    <field name="trav_id" editable="1" />
    <field name="inst_id" editable="1" />
    <field name="ctrl_id" editable="1" />
    <field name="date_notif" editable="1" />
    <field name="date_fin" editable="1" />
    <field name="statut" editable="1" />
  </editable>
  <labelOnTop>
    <field name="fid" labelOnTop="0" />
    <field name="trav_id" labelOnTop="0" />
    <field name="inst_id" labelOnTop="0" />
    <field name="ctrl_id" labelOnTop="0" />
    <field name="date_notif" labelOnTop="0" />
    <field name="date_fin" labelOnTop="0" />
    <field name="statut" labelOnTop="0" />
  </labelOnTop>
  <previewExpression>represent_value("statut") || coalesce(' · ' || format_date("date_notif", 'dd/MM/yyyy'), '')</previewExpression>
</qgis>
