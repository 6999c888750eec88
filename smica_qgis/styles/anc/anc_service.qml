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
      <editWidget type="TextEdit">
        <config>
          <Option />
        </config>
      </editWidget>
    </field>
    <field name="nom" configurationFlags="NoFlag">
      <editWidget type="TextEdit">
        <config>
          <Option />
        </config>
      </editWidget>
    </field>
    <field name="siren" configurationFlags="NoFlag">
      <editWidget type="TextEdit">
        <config>
          <Option />
        </config>
      </editWidget>
    </field>
    <field name="sispea_id" configurationFlags="NoFlag">
      <editWidget type="TextEdit">
        <config>
          <Option />
        </config>
      </editWidget>
    </field>
    <field name="date_creation" configurationFlags="NoFlag">
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
    <field name="perio_conforme_an" configurationFlags="NoFlag">
      <editWidget type="TextEdit">
        <config>
          <Option />
        </config>
      </editWidget>
    </field>
    <field name="perio_nc_an" configurationFlags="NoFlag">
      <editWidget type="TextEdit">
        <config>
          <Option />
        </config>
      </editWidget>
    </field>
    <field name="perio_meca_an" configurationFlags="NoFlag">
      <editWidget type="TextEdit">
        <config>
          <Option />
        </config>
      </editWidget>
    </field>
    <field name="delai_travaux_an" configurationFlags="NoFlag">
      <editWidget type="TextEdit">
        <config>
          <Option />
        </config>
      </editWidget>
    </field>
    <field name="delai_vente_an" configurationFlags="NoFlag">
      <editWidget type="TextEdit">
        <config>
          <Option />
        </config>
      </editWidget>
    </field>
    <field name="absence_relance_mois" configurationFlags="NoFlag">
      <editWidget type="TextEdit">
        <config>
          <Option />
        </config>
      </editWidget>
    </field>
    <field name="validite_vente_an" configurationFlags="NoFlag">
      <editWidget type="TextEdit">
        <config>
          <Option />
        </config>
      </editWidget>
    </field>
  </fieldConfiguration>
  <aliases>
    <alias field="fid" name="" index="0" />
    <alias field="service_id" name="Identifiant" index="1" />
    <alias field="nom" name="Nom" index="2" />
    <alias field="siren" name="SIREN" index="3" />
    <alias field="sispea_id" name="Identifiant SISPEA" index="4" />
    <alias field="date_creation" name="Création" index="5" />
    <alias field="perio_conforme_an" name="Entre deux contrôles (ans)" index="6" />
    <alias field="perio_nc_an" name="… d'une installation non conforme" index="7" />
    <alias field="perio_meca_an" name="… d'une microstation ou d'une pompe" index="8" />
    <alias field="delai_travaux_an" name="Délai des travaux (ans)" index="9" />
    <alias field="delai_vente_an" name="… après une vente (ans)" index="10" />
    <alias field="absence_relance_mois" name="Relance après une absence (mois)" index="11" />
    <alias field="validite_vente_an" name="Validité du rapport de vente (ans)" index="12" />
  </aliases>
  <defaults />
  <attributetableconfig actionWidgetStyle="dropDown">
    <columns>
      <column type="field" name="fid" width="-1" hidden="1" />
      <column type="field" name="service_id" width="-1" hidden="0" />
      <column type="field" name="nom" width="-1" hidden="0" />
      <column type="field" name="siren" width="-1" hidden="0" />
      <column type="field" name="sispea_id" width="-1" hidden="0" />
      <column type="field" name="date_creation" width="-1" hidden="0" />
      <column type="field" name="perio_conforme_an" width="-1" hidden="0" />
      <column type="field" name="perio_nc_an" width="-1" hidden="0" />
      <column type="field" name="perio_meca_an" width="-1" hidden="0" />
      <column type="field" name="delai_travaux_an" width="-1" hidden="0" />
      <column type="field" name="delai_vente_an" width="-1" hidden="0" />
      <column type="field" name="absence_relance_mois" width="-1" hidden="0" />
      <column type="field" name="validite_vente_an" width="-1" hidden="0" />
    </columns>
  </attributetableconfig>
  <editorlayout>tablayout</editorlayout>
  <attributeEditorForm>
    <attributeEditorContainer name="Service" type="Tab" groupBox="0" columnCount="1" showLabel="1">
      <attributeEditorField name="service_id" index="1" showLabel="1" />
      <attributeEditorField name="nom" index="2" showLabel="1" />
      <attributeEditorField name="siren" index="3" showLabel="1" />
      <attributeEditorField name="sispea_id" index="4" showLabel="1" />
      <attributeEditorField name="date_creation" index="5" showLabel="1" />
    </attributeEditorContainer>
    <attributeEditorContainer name="Règlement" type="Tab" groupBox="0" columnCount="2" showLabel="1">
      <attributeEditorField name="perio_conforme_an" index="6" showLabel="1" />
      <attributeEditorField name="perio_nc_an" index="7" showLabel="1" />
      <attributeEditorField name="perio_meca_an" index="8" showLabel="1" />
      <attributeEditorField name="delai_travaux_an" index="9" showLabel="1" />
      <attributeEditorField name="delai_vente_an" index="10" showLabel="1" />
      <attributeEditorField name="validite_vente_an" index="12" showLabel="1" />
      <attributeEditorField name="absence_relance_mois" index="11" showLabel="1" />
    </attributeEditorContainer>
    <attributeEditorContainer name="Communes" type="Tab" groupBox="0" columnCount="1" showLabel="1">
      <attributeEditorRelation name="smica_anc_service_commune" relation="smica_anc_service_commune" label="Communes" relationWidgetTypeId="relation_editor" showLabel="0" forceSuppressFormPopup="0">
        <editor_configuration>
          <Option type="Map">
            <Option type="QString" name="buttons" value="SaveChildEdits|AddChildFeature|ZoomToChildFeature" />
          </Option>
        </editor_configuration>
      </attributeEditorRelation>
    </attributeEditorContainer>
  </attributeEditorForm>
  <editable>
    <field name="fid" editable="1" />
    <field name="service_id" editable="1" />
    <field name="nom" editable="1" />
    <field name="siren" editable="1" />
    <field name="sispea_id" editable="1" />
    <field name="date_creation" editable="1" />
    <field name="perio_conforme_an" editable="1" />
    <field name="perio_nc_an" editable="1" />
    <field name="perio_meca_an" editable="1" />
    <field name="delai_travaux_an" editable="1" />
    <field name="delai_vente_an" editable="1" />
    <field name="absence_relance_mois" editable="1" />
    <field name="validite_vente_an" editable="1" />
  </editable>
  <labelOnTop>
    <field name="fid" labelOnTop="0" />
    <field name="service_id" labelOnTop="0" />
    <field name="nom" labelOnTop="0" />
    <field name="siren" labelOnTop="0" />
    <field name="sispea_id" labelOnTop="0" />
    <field name="date_creation" labelOnTop="0" />
    <field name="perio_conforme_an" labelOnTop="0" />
    <field name="perio_nc_an" labelOnTop="0" />
    <field name="perio_meca_an" labelOnTop="0" />
    <field name="delai_travaux_an" labelOnTop="0" />
    <field name="delai_vente_an" labelOnTop="0" />
    <field name="absence_relance_mois" labelOnTop="0" />
    <field name="validite_vente_an" labelOnTop="0" />
  </labelOnTop>
  <previewExpression>"nom"</previewExpression>
</qgis>
