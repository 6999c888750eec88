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
    <field name="contrainte_id" configurationFlags="NoFlag">
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
                <Option type="QString" name="Zonage" value="ZONAGE" />
              </Option>
              <Option type="Map">
                <Option type="QString" name="Prescription" value="PRESCRIPTION" />
              </Option>
              <Option type="Map">
                <Option type="QString" name="Information" value="INFORMATION" />
              </Option>
              <Option type="Map">
                <Option type="QString" name="Servitude" value="SERVITUDE" />
              </Option>
              <Option type="Map">
                <Option type="QString" name="&lt;NULL&gt;" value="{2839923C-8B7D-419E-B84B-CA2FE9B80EC7}" />
              </Option>
            </Option>
          </Option>
        </config>
      </editWidget>
    </field>
    <field name="code" configurationFlags="NoFlag">
      <editWidget type="TextEdit">
        <config>
          <Option />
        </config>
      </editWidget>
    </field>
    <field name="sous_code" configurationFlags="NoFlag">
      <editWidget type="TextEdit">
        <config>
          <Option />
        </config>
      </editWidget>
    </field>
    <field name="groupe" configurationFlags="NoFlag">
      <editWidget type="TextEdit">
        <config>
          <Option />
        </config>
      </editWidget>
    </field>
    <field name="sous_groupe" configurationFlags="NoFlag">
      <editWidget type="TextEdit">
        <config>
          <Option />
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
    <field name="texte" configurationFlags="NoFlag">
      <editWidget type="TextEdit">
        <config>
          <Option type="Map">
            <Option type="bool" name="IsMultiline" value="true" />
          </Option>
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
    <field name="source" configurationFlags="NoFlag">
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
    <field name="version" configurationFlags="NoFlag">
      <editWidget type="TextEdit">
        <config>
          <Option />
        </config>
      </editWidget>
    </field>
  </fieldConfiguration>
  <aliases>
    <alias field="fid" name="" index="0" />
    <alias field="contrainte_id" name="Identifiant" index="1" />
    <alias field="type" name="Type" index="2" />
    <alias field="code" name="Code" index="3" />
    <alias field="sous_code" name="Sous-code" index="4" />
    <alias field="groupe" name="Groupe" index="5" />
    <alias field="sous_groupe" name="Sous-groupe" index="6" />
    <alias field="libelle" name="Libellé" index="7" />
    <alias field="texte" name="Texte" index="8" />
    <alias field="ordre" name="Ordre" index="9" />
    <alias field="source" name="Origine" index="10" />
    <alias field="idurba" name="Document d'urbanisme" index="11" />
    <alias field="version" name="Version" index="12" />
  </aliases>
  <defaults />
  <attributetableconfig actionWidgetStyle="dropDown">
    <columns>
      <column type="field" name="fid" width="-1" hidden="1" />
      <column type="field" name="contrainte_id" width="-1" hidden="0" />
      <column type="field" name="type" width="-1" hidden="0" />
      <column type="field" name="code" width="-1" hidden="0" />
      <column type="field" name="sous_code" width="-1" hidden="0" />
      <column type="field" name="groupe" width="-1" hidden="0" />
      <column type="field" name="sous_groupe" width="-1" hidden="0" />
      <column type="field" name="libelle" width="-1" hidden="0" />
      <column type="field" name="texte" width="-1" hidden="0" />
      <column type="field" name="ordre" width="-1" hidden="0" />
      <column type="field" name="source" width="-1" hidden="0" />
      <column type="field" name="idurba" width="-1" hidden="0" />
      <column type="field" name="version" width="-1" hidden="0" />
    </columns>
  </attributetableconfig>
  <editorlayout>tablayout</editorlayout>
  <attributeEditorForm>
    <attributeEditorContainer name="Contrainte" type="Tab" groupBox="0" columnCount="2" showLabel="1">
      <attributeEditorField name="contrainte_id" index="1" showLabel="1" />
      <attributeEditorField name="type" index="2" showLabel="1" />
      <attributeEditorField name="code" index="3" showLabel="1" />
      <attributeEditorField name="sous_code" index="4" showLabel="1" />
      <attributeEditorField name="groupe" index="5" showLabel="1" />
      <attributeEditorField name="sous_groupe" index="6" showLabel="1" />
      <attributeEditorField name="ordre" index="9" showLabel="1" />
    </attributeEditorContainer>
    <attributeEditorContainer name="Texte" type="Tab" groupBox="0" columnCount="1" showLabel="1">
      <attributeEditorField name="libelle" index="7" showLabel="1" />
      <attributeEditorField name="texte" index="8" showLabel="1" />
    </attributeEditorContainer>
    <attributeEditorContainer name="Origine" type="Tab" groupBox="0" columnCount="1" showLabel="1">
      <attributeEditorField name="source" index="10" showLabel="1" />
      <attributeEditorField name="idurba" index="11" showLabel="1" />
      <attributeEditorField name="version" index="12" showLabel="1" />
    </attributeEditorContainer>
  </attributeEditorForm>
  <editable>
    <field name="fid" editable="1" />
    <field name="contrainte_id" editable="1" />
    <field name="type" editable="1" />
    <field name="code" editable="1" />
    <field name="sous_code" editable="1" />
    <field name="groupe" editable="1" />
    <field name="sous_groupe" editable="1" />
    <field name="libelle" editable="1" />
    <field name="texte" editable="1" />
    <field name="ordre" editable="1" />
    <field name="source" editable="1" />
    <field name="idurba" editable="1" />
    <field name="version" editable="1" />
  </editable>
  <labelOnTop>
    <field name="fid" labelOnTop="0" />
    <field name="contrainte_id" labelOnTop="0" />
    <field name="type" labelOnTop="0" />
    <field name="code" labelOnTop="0" />
    <field name="sous_code" labelOnTop="0" />
    <field name="groupe" labelOnTop="0" />
    <field name="sous_groupe" labelOnTop="0" />
    <field name="libelle" labelOnTop="0" />
    <field name="texte" labelOnTop="0" />
    <field name="ordre" labelOnTop="0" />
    <field name="source" labelOnTop="0" />
    <field name="idurba" labelOnTop="0" />
    <field name="version" labelOnTop="0" />
  </labelOnTop>
  <previewExpression>coalesce("libelle", "contrainte_id")</previewExpression>
</qgis>
