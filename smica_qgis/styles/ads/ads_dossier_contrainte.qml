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
    <field name="contrainte_id" configurationFlags="NoFlag">
      <editWidget type="TextEdit">
        <config>
          <Option />
        </config>
      </editWidget>
    </field>
    <field name="texte_fige" configurationFlags="NoFlag">
      <editWidget type="TextEdit">
        <config>
          <Option type="Map">
            <Option type="bool" name="IsMultiline" value="true" />
          </Option>
        </config>
      </editWidget>
    </field>
    <field name="surface_m2" configurationFlags="NoFlag">
      <editWidget type="TextEdit">
        <config>
          <Option />
        </config>
      </editWidget>
    </field>
    <field name="pct" configurationFlags="NoFlag">
      <editWidget type="TextEdit">
        <config>
          <Option />
        </config>
      </editWidget>
    </field>
    <field name="longueur_m" configurationFlags="NoFlag">
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
                <Option type="QString" name="Retenue" value="RETENUE" />
              </Option>
              <Option type="Map">
                <Option type="QString" name="À vérifier (limite)" value="LIMITE" />
              </Option>
              <Option type="Map">
                <Option type="QString" name="Exclue" value="EXCLUE" />
              </Option>
              <Option type="Map">
                <Option type="QString" name="&lt;NULL&gt;" value="{2839923C-8B7D-419E-B84B-CA2FE9B80EC7}" />
              </Option>
            </Option>
          </Option>
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
  </fieldConfiguration>
  <aliases>
    <alias field="fid" name="" index="0" />
    <alias field="num_canon" name="" index="1" />
    <alias field="contrainte_id" name="Contrainte" index="2" />
    <alias field="texte_fige" name="Texte, tel qu'au jour du dossier" index="3" />
    <alias field="surface_m2" name="Surface (m²)" index="4" />
    <alias field="pct" name="Part de l'unité foncière (%)" index="5" />
    <alias field="longueur_m" name="Longueur (m)" index="6" />
    <alias field="statut" name="Retenue ou non" index="7" />
    <alias field="date" name="Date" index="8" />
  </aliases>
  <defaults>
    <default field="statut" expression="'RETENUE'" applyOnUpdate="0" />
  </defaults>
  <attributetableconfig actionWidgetStyle="dropDown">
    <columns>
      <column type="field" name="fid" width="-1" hidden="1" />
      <column type="field" name="num_canon" width="-1" hidden="1" />
      <column type="field" name="contrainte_id" width="-1" hidden="0" />
      <column type="field" name="texte_fige" width="-1" hidden="0" />
      <column type="field" name="surface_m2" width="-1" hidden="0" />
      <column type="field" name="pct" width="-1" hidden="0" />
      <column type="field" name="longueur_m" width="-1" hidden="0" />
      <column type="field" name="statut" width="-1" hidden="0" />
      <column type="field" name="date" width="-1" hidden="0" />
    </columns>
  </attributetableconfig>
  <editorlayout>tablayout</editorlayout>
  <attributeEditorForm>
    <attributeEditorContainer name="Contrainte" type="Tab" groupBox="0" columnCount="2" showLabel="1">
      <attributeEditorField name="contrainte_id" index="2" showLabel="1" />
      <attributeEditorField name="texte_fige" index="3" showLabel="1" />
      <attributeEditorField name="surface_m2" index="4" showLabel="1" />
      <attributeEditorField name="pct" index="5" showLabel="1" />
      <attributeEditorField name="longueur_m" index="6" showLabel="1" />
      <attributeEditorField name="statut" index="7" showLabel="1" />
      <attributeEditorField name="date" index="8" showLabel="1" />
    </attributeEditorContainer>
  </attributeEditorForm>
  <editable>
    <field name="fid" editable="1" />
    <field name="num_canon" editable="1" />
    <field name="contrainte_id" editable="1" />
    <field name="texte_fige" editable="1" />
    <field name="surface_m2" editable="1" />
    <field name="pct" editable="1" />
    <field name="longueur_m" editable="1" />
    <field name="statut" editable="1" />
    <field name="date" editable="1" />
  </editable>
  <labelOnTop>
    <field name="fid" labelOnTop="0" />
    <field name="num_canon" labelOnTop="0" />
    <field name="contrainte_id" labelOnTop="0" />
    <field name="texte_fige" labelOnTop="0" />
    <field name="surface_m2" labelOnTop="0" />
    <field name="pct" labelOnTop="0" />
    <field name="longueur_m" labelOnTop="0" />
    <field name="statut" labelOnTop="0" />
    <field name="date" labelOnTop="0" />
  </labelOnTop>
  <previewExpression>left(coalesce("texte_fige", "contrainte_id"), 80)</previewExpression>
</qgis>
