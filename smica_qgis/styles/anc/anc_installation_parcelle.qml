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
    <field name="inst_id" configurationFlags="NoFlag">
      <editWidget type="Hidden">
        <config>
          <Option />
        </config>
      </editWidget>
    </field>
    <field name="ordre" configurationFlags="NoFlag">
      <editWidget type="TextEdit">
        <config>
          <Option />
        </config>
      </editWidget>
    </field>
    <field name="idu14" configurationFlags="NoFlag">
      <editWidget type="TextEdit">
        <config>
          <Option />
        </config>
      </editWidget>
    </field>
    <field name="idu14_actuel" configurationFlags="NoFlag">
      <editWidget type="TextEdit">
        <config>
          <Option />
        </config>
      </editWidget>
    </field>
    <field name="candidats" configurationFlags="NoFlag">
      <editWidget type="TextEdit">
        <config>
          <Option />
        </config>
      </editWidget>
    </field>
    <field name="statut" configurationFlags="NoFlag">
      <editWidget type="ValueMap">
        <config>
          <Option type="Map">
            <Option type="List" name="map">
              <Option type="Map">
                <Option type="QString" name="Parcelle trouvée" value="EXACT" />
              </Option>
              <Option type="Map">
                <Option type="QString" name="En partie : une part de parcelle, ou certaines parcelles seulement" value="PARTIEL" />
              </Option>
              <Option type="Map">
                <Option type="QString" name="Parcelle ancienne, suivie par la filiation" value="ANCIEN" />
              </Option>
              <Option type="Map">
                <Option type="QString" name="Plusieurs parcelles possibles" value="AMBIGU" />
              </Option>
              <Option type="Map">
                <Option type="QString" name="Parcelle introuvable" value="INTROUVABLE" />
              </Option>
              <Option type="Map">
                <Option type="QString" name="&lt;NULL&gt;" value="{2839923C-8B7D-419E-B84B-CA2FE9B80EC7}" />
              </Option>
            </Option>
          </Option>
        </config>
      </editWidget>
    </field>
    <field name="role" configurationFlags="NoFlag">
      <editWidget type="ValueMap">
        <config>
          <Option type="Map">
            <Option type="List" name="map">
              <Option type="Map">
                <Option type="QString" name="Bâtiment" value="BATI" />
              </Option>
              <Option type="Map">
                <Option type="QString" name="Installation" value="ASSISE" />
              </Option>
              <Option type="Map">
                <Option type="QString" name="Épandage" value="EPANDAGE" />
              </Option>
              <Option type="Map">
                <Option type="QString" name="&lt;NULL&gt;" value="{2839923C-8B7D-419E-B84B-CA2FE9B80EC7}" />
              </Option>
            </Option>
          </Option>
        </config>
      </editWidget>
    </field>
    <field name="millesime" configurationFlags="NoFlag">
      <editWidget type="TextEdit">
        <config>
          <Option />
        </config>
      </editWidget>
    </field>
  </fieldConfiguration>
  <aliases>
    <alias field="fid" name="" index="0" />
    <alias field="inst_id" name="" index="1" />
    <alias field="ordre" name="Ordre" index="2" />
    <alias field="idu14" name="Parcelle écrite" index="3" />
    <alias field="idu14_actuel" name="Parcelle d'aujourd'hui" index="4" />
    <alias field="candidats" name="Parcelles possibles" index="5" />
    <alias field="statut" name="Lien" index="6" />
    <alias field="role" name="Rôle" index="7" />
    <alias field="millesime" name="Millésime du cadastre" index="8" />
  </aliases>
  <defaults />
  <attributetableconfig actionWidgetStyle="dropDown">
    <columns>
      <column type="field" name="fid" width="-1" hidden="1" />
      <column type="field" name="inst_id" width="-1" hidden="1" />
      <column type="field" name="ordre" width="-1" hidden="0" />
      <column type="field" name="idu14" width="-1" hidden="0" />
      <column type="field" name="idu14_actuel" width="-1" hidden="0" />
      <column type="field" name="candidats" width="-1" hidden="0" />
      <column type="field" name="statut" width="-1" hidden="0" />
      <column type="field" name="role" width="-1" hidden="0" />
      <column type="field" name="millesime" width="-1" hidden="0" />
    </columns>
  </attributetableconfig>
  <editorlayout>tablayout</editorlayout>
  <attributeEditorForm>
    <attributeEditorContainer name="Parcelle" type="Tab" groupBox="0" columnCount="2" showLabel="1">
      <attributeEditorField name="ordre" index="2" showLabel="1" />
      <attributeEditorField name="idu14" index="3" showLabel="1" />
      <attributeEditorField name="idu14_actuel" index="4" showLabel="1" />
      <attributeEditorField name="candidats" index="5" showLabel="1" />
      <attributeEditorField name="statut" index="6" showLabel="1" />
      <attributeEditorField name="role" index="7" showLabel="1" />
      <attributeEditorField name="millesime" index="8" showLabel="1" />
    </attributeEditorContainer>
  </attributeEditorForm>
  <editable>
    <field name="fid" editable="1" />
    <field name="inst_id" editable="1" />
    <field name="ordre" editable="1" />
    <field name="idu14" editable="1" />
    <field name="idu14_actuel" editable="1" />
    <field name="candidats" editable="1" />
    <field name="statut" editable="1" />
    <field name="role" editable="1" />
    <field name="millesime" editable="1" />
  </editable>
  <labelOnTop>
    <field name="fid" labelOnTop="0" />
    <field name="inst_id" labelOnTop="0" />
    <field name="ordre" labelOnTop="0" />
    <field name="idu14" labelOnTop="0" />
    <field name="idu14_actuel" labelOnTop="0" />
    <field name="candidats" labelOnTop="0" />
    <field name="statut" labelOnTop="0" />
    <field name="role" labelOnTop="0" />
    <field name="millesime" labelOnTop="0" />
  </labelOnTop>
  <previewExpression>coalesce("idu14_actuel", "idu14", '?')</previewExpression>
</qgis>
