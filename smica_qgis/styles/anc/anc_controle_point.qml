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
    <field name="ctrl_id" configurationFlags="NoFlag">
      <editWidget type="Hidden">
        <config>
          <Option />
        </config>
      </editWidget>
    </field>
    <field name="point_code" configurationFlags="NoFlag">
      <editWidget type="TextEdit">
        <config>
          <Option />
        </config>
      </editWidget>
    </field>
    <field name="reponse" configurationFlags="NoFlag">
      <editWidget type="ValueMap">
        <config>
          <Option type="Map">
            <Option type="List" name="map">
              <Option type="Map">
                <Option type="QString" name="Oui" value="OUI" />
              </Option>
              <Option type="Map">
                <Option type="QString" name="Non" value="NON" />
              </Option>
              <Option type="Map">
                <Option type="QString" name="Sans objet" value="SO" />
              </Option>
              <Option type="Map">
                <Option type="QString" name="Non relevé" value="NR" />
              </Option>
              <Option type="Map">
                <Option type="QString" name="&lt;NULL&gt;" value="{2839923C-8B7D-419E-B84B-CA2FE9B80EC7}" />
              </Option>
            </Option>
          </Option>
        </config>
      </editWidget>
    </field>
    <field name="valeur" configurationFlags="NoFlag">
      <editWidget type="TextEdit">
        <config>
          <Option />
        </config>
      </editWidget>
    </field>
    <field name="note" configurationFlags="NoFlag">
      <editWidget type="TextEdit">
        <config>
          <Option type="Map">
            <Option type="bool" name="IsMultiline" value="true" />
          </Option>
        </config>
      </editWidget>
    </field>
  </fieldConfiguration>
  <aliases>
    <alias field="fid" name="" index="0" />
    <alias field="ctrl_id" name="" index="1" />
    <alias field="point_code" name="Point" index="2" />
    <alias field="reponse" name="Réponse" index="3" />
    <alias field="valeur" name="Valeur" index="4" />
    <alias field="note" name="Note" index="5" />
  </aliases>
  <defaults />
  <attributetableconfig actionWidgetStyle="dropDown">
    <columns>
      <column type="field" name="fid" width="-1" hidden="1" />
      <column type="field" name="ctrl_id" width="-1" hidden="1" />
      <column type="field" name="point_code" width="-1" hidden="0" />
      <column type="field" name="reponse" width="-1" hidden="0" />
      <column type="field" name="valeur" width="-1" hidden="0" />
      <column type="field" name="note" width="-1" hidden="0" />
    </columns>
  </attributetableconfig>
  <editorlayout>tablayout</editorlayout>
  <attributeEditorForm>
    <attributeEditorContainer name="Point" type="Tab" groupBox="0" columnCount="1" showLabel="1">
      <attributeEditorField name="point_code" index="2" showLabel="1" />
      <attributeEditorField name="reponse" index="3" showLabel="1" />
      <attributeEditorField name="valeur" index="4" showLabel="1" />
      <attributeEditorField name="note" index="5" showLabel="1" />
    </attributeEditorContainer>
  </attributeEditorForm>
  <editable>
    <field name="fid" editable="1" />
    <field name="ctrl_id" editable="1" />
    <field name="point_code" editable="1" />
    <field name="reponse" editable="1" />
    <field name="valeur" editable="1" />
    <field name="note" editable="1" />
  </editable>
  <labelOnTop>
    <field name="fid" labelOnTop="0" />
    <field name="ctrl_id" labelOnTop="0" />
    <field name="point_code" labelOnTop="0" />
    <field name="reponse" labelOnTop="0" />
    <field name="valeur" labelOnTop="0" />
    <field name="note" labelOnTop="0" />
  </labelOnTop>
  <previewExpression>"point_code" || coalesce(' : ' || represent_value("reponse"), '')</previewExpression>
</qgis>
