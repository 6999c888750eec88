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
    <field name="inst_id" configurationFlags="NoFlag">
      <editWidget type="Hidden">
        <config>
          <Option />
        </config>
      </editWidget>
    </field>
    <field name="nature" configurationFlags="NoFlag">
      <editWidget type="ValueMap">
        <config>
          <Option type="Map">
            <Option type="List" name="map">
              <Option type="Map">
                <Option type="QString" name="Examen préalable de la conception" value="CON" />
              </Option>
              <Option type="Map">
                <Option type="QString" name="Vérification de l'exécution" value="REA" />
              </Option>
              <Option type="Map">
                <Option type="QString" name="Diagnostic initial" value="DIA" />
              </Option>
              <Option type="Map">
                <Option type="QString" name="Vérification périodique" value="PER" />
              </Option>
              <Option type="Map">
                <Option type="QString" name="Contrôle pour une vente" value="VEN" />
              </Option>
              <Option type="Map">
                <Option type="QString" name="Contrôle exceptionnel" value="EXC" />
              </Option>
              <Option type="Map">
                <Option type="QString" name="Contre-visite après travaux" value="CTV" />
              </Option>
              <Option type="Map">
                <Option type="QString" name="Absence ou refus" value="REF" />
              </Option>
              <Option type="Map">
                <Option type="QString" name="&lt;NULL&gt;" value="{2839923C-8B7D-419E-B84B-CA2FE9B80EC7}" />
              </Option>
            </Option>
          </Option>
        </config>
      </editWidget>
    </field>
    <field name="date_demande" configurationFlags="NoFlag">
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
    <field name="date_rdv" configurationFlags="NoFlag">
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
    <field name="date_visite" configurationFlags="NoFlag">
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
    <field name="date_rapport" configurationFlags="NoFlag">
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
    <field name="date_transmission" configurationFlags="NoFlag">
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
    <field name="refus" configurationFlags="NoFlag">
      <editWidget type="ValueMap">
        <config>
          <Option type="Map">
            <Option type="List" name="map">
              <Option type="Map">
                <Option type="QString" name="Visite faite" value="NON" />
              </Option>
              <Option type="Map">
                <Option type="QString" name="Absent" value="ABSENT" />
              </Option>
              <Option type="Map">
                <Option type="QString" name="Refus" value="REFUS" />
              </Option>
              <Option type="Map">
                <Option type="QString" name="Reportée" value="REPORT" />
              </Option>
              <Option type="Map">
                <Option type="QString" name="&lt;NULL&gt;" value="{2839923C-8B7D-419E-B84B-CA2FE9B80EC7}" />
              </Option>
            </Option>
          </Option>
        </config>
      </editWidget>
    </field>
    <field name="avis" configurationFlags="NoFlag">
      <editWidget type="ValueMap">
        <config>
          <Option type="Map">
            <Option type="List" name="map">
              <Option type="Map">
                <Option type="QString" name="Favorable" value="FAV" />
              </Option>
              <Option type="Map">
                <Option type="QString" name="Favorable avec réserves" value="FAVR" />
              </Option>
              <Option type="Map">
                <Option type="QString" name="Défavorable" value="DEF" />
              </Option>
              <Option type="Map">
                <Option type="QString" name="Dossier incomplet" value="INC" />
              </Option>
              <Option type="Map">
                <Option type="QString" name="&lt;NULL&gt;" value="{2839923C-8B7D-419E-B84B-CA2FE9B80EC7}" />
              </Option>
            </Option>
          </Option>
        </config>
      </editWidget>
    </field>
    <field name="conformite_neuf" configurationFlags="NoFlag">
      <editWidget type="ValueMap">
        <config>
          <Option type="Map">
            <Option type="List" name="map">
              <Option type="Map">
                <Option type="QString" name="Conforme" value="OK" />
              </Option>
              <Option type="Map">
                <Option type="QString" name="Non conforme" value="NOK" />
              </Option>
              <Option type="Map">
                <Option type="QString" name="&lt;NULL&gt;" value="{2839923C-8B7D-419E-B84B-CA2FE9B80EC7}" />
              </Option>
            </Option>
          </Option>
        </config>
      </editWidget>
    </field>
    <field name="constats" configurationFlags="NoFlag">
      <editWidget type="TextEdit">
        <config>
          <Option />
        </config>
      </editWidget>
    </field>
    <field name="zone_san" configurationFlags="NoFlag">
      <editWidget type="CheckBox">
        <config>
          <Option />
        </config>
      </editWidget>
    </field>
    <field name="zone_env" configurationFlags="NoFlag">
      <editWidget type="CheckBox">
        <config>
          <Option />
        </config>
      </editWidget>
    </field>
    <field name="zone_source" configurationFlags="NoFlag">
      <editWidget type="TextEdit">
        <config>
          <Option />
        </config>
      </editWidget>
    </field>
    <field name="calc_classe" configurationFlags="NoFlag">
      <editWidget type="ValueMap">
        <config>
          <Option type="Map">
            <Option type="List" name="map">
              <Option type="Map">
                <Option type="QString" name="Absence d'installation" value="ABS" />
              </Option>
              <Option type="Map">
                <Option type="QString" name="Non conforme, danger pour la santé des personnes (cas a)" value="A" />
              </Option>
              <Option type="Map">
                <Option type="QString" name="Non conforme, risque environnemental avéré (cas b)" value="B" />
              </Option>
              <Option type="Map">
                <Option type="QString" name="Non conforme, travaux en cas de vente (cas c)" value="C" />
              </Option>
              <Option type="Map">
                <Option type="QString" name="Recommandations" value="D" />
              </Option>
              <Option type="Map">
                <Option type="QString" name="Conforme, sans défaut" value="E" />
              </Option>
            </Option>
          </Option>
        </config>
      </editWidget>
    </field>
    <field name="classe_saisie" configurationFlags="NoFlag">
      <editWidget type="ValueMap">
        <config>
          <Option type="Map">
            <Option type="List" name="map">
              <Option type="Map">
                <Option type="QString" name="Absence d'installation" value="ABS" />
              </Option>
              <Option type="Map">
                <Option type="QString" name="Non conforme, danger pour la santé des personnes (cas a)" value="A" />
              </Option>
              <Option type="Map">
                <Option type="QString" name="Non conforme, risque environnemental avéré (cas b)" value="B" />
              </Option>
              <Option type="Map">
                <Option type="QString" name="Non conforme, travaux en cas de vente (cas c)" value="C" />
              </Option>
              <Option type="Map">
                <Option type="QString" name="Recommandations" value="D" />
              </Option>
              <Option type="Map">
                <Option type="QString" name="Conforme, sans défaut" value="E" />
              </Option>
              <Option type="Map">
                <Option type="QString" name="&lt;NULL&gt;" value="{2839923C-8B7D-419E-B84B-CA2FE9B80EC7}" />
              </Option>
            </Option>
          </Option>
        </config>
      </editWidget>
    </field>
    <field name="motif" configurationFlags="NoFlag">
      <editWidget type="TextEdit">
        <config>
          <Option type="Map">
            <Option type="bool" name="IsMultiline" value="true" />
          </Option>
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
    <field name="montant" configurationFlags="NoFlag">
      <editWidget type="TextEdit">
        <config>
          <Option />
        </config>
      </editWidget>
    </field>
    <field name="ads_num" configurationFlags="NoFlag">
      <editWidget type="TextEdit">
        <config>
          <Option />
        </config>
      </editWidget>
    </field>
    <field name="verrou" configurationFlags="NoFlag">
      <editWidget type="CheckBox">
        <config>
          <Option />
        </config>
      </editWidget>
    </field>
    <field name="date_maj" configurationFlags="NoFlag">
      <editWidget type="TextEdit">
        <config>
          <Option />
        </config>
      </editWidget>
    </field>
  </fieldConfiguration>
  <aliases>
    <alias field="fid" name="" index="0" />
    <alias field="ctrl_id" name="" index="1" />
    <alias field="inst_id" name="" index="2" />
    <alias field="nature" name="Nature du contrôle" index="3" />
    <alias field="date_demande" name="Date de la demande" index="4" />
    <alias field="date_rdv" name="Date du rendez-vous" index="5" />
    <alias field="date_visite" name="Date de la visite" index="6" />
    <alias field="date_rapport" name="Date du rapport" index="7" />
    <alias field="date_transmission" name="Date de transmission" index="8" />
    <alias field="refus" name="Visite faite ou non" index="9" />
    <alias field="avis" name="Avis sur le projet" index="10" />
    <alias field="conformite_neuf" name="Conformité de l'exécution" index="11" />
    <alias field="constats" name="Constats (ABS, SAN1, SAN2, STR, PUI, INC, DIM, DYS, ENT ; vide : rien)" index="12" />
    <alias field="zone_san" name="Zone à enjeu sanitaire" index="13" />
    <alias field="zone_env" name="Zone à enjeu environnemental" index="14" />
    <alias field="zone_source" name="Source des zones" index="15" />
    <alias field="calc_classe" name="Classe (grille de 2012)" index="16" />
    <alias field="classe_saisie" name="Classe saisie" index="17" />
    <alias field="motif" name="Motif d'une classe autre que celle du calcul" index="18" />
    <alias field="date_acte" name="Date de l'acte de vente" index="19" />
    <alias field="montant" name="Montant" index="20" />
    <alias field="ads_num" name="Dossier d'urbanisme" index="21" />
    <alias field="verrou" name="Verrouillé (rapport envoyé)" index="22" />
    <alias field="date_maj" name="Mise à jour" index="23" />
  </aliases>
  <defaults>
    <default field="date_maj" expression="now()" applyOnUpdate="1" />
    <default field="ctrl_id" expression="uuid('WithoutBraces')" applyOnUpdate="0" />
    <default field="refus" expression="'NON'" applyOnUpdate="0" />
    <default field="calc_classe" expression="CASE&#10; WHEN &quot;constats&quot; IS NULL THEN NULL&#10; WHEN regexp_match(&quot;constats&quot;, '\\bABS\\b') &gt; 0 THEN 'ABS'&#10; WHEN regexp_match(&quot;constats&quot;, '\\b(SAN1|SAN2|STR|PUI)\\b') &gt; 0 THEN 'A'&#10; WHEN regexp_match(&quot;constats&quot;, '\\b(INC|DIM|DYS)\\b') &gt; 0 THEN&#10; CASE WHEN coalesce(&quot;zone_san&quot;, false) THEN 'A' WHEN coalesce(&quot;zone_env&quot;, false) THEN 'B' ELSE 'C' END&#10; WHEN regexp_match(&quot;constats&quot;, '\\bENT\\b') &gt; 0 THEN 'D'&#10; ELSE 'E' END" applyOnUpdate="1" />
  </defaults>
  <attributetableconfig actionWidgetStyle="dropDown">
    <columns>
      <column type="field" name="fid" width="-1" hidden="1" />
      <column type="field" name="ctrl_id" width="-1" hidden="1" />
      <column type="field" name="inst_id" width="-1" hidden="1" />
      <column type="field" name="nature" width="-1" hidden="0" />
      <column type="field" name="date_demande" width="-1" hidden="0" />
      <column type="field" name="date_rdv" width="-1" hidden="0" />
      <column type="field" name="date_visite" width="-1" hidden="0" />
      <column type="field" name="date_rapport" width="-1" hidden="0" />
      <column type="field" name="date_transmission" width="-1" hidden="0" />
      <column type="field" name="refus" width="-1" hidden="0" />
      <column type="field" name="avis" width="-1" hidden="0" />
      <column type="field" name="conformite_neuf" width="-1" hidden="0" />
      <column type="field" name="constats" width="-1" hidden="0" />
      <column type="field" name="zone_san" width="-1" hidden="0" />
      <column type="field" name="zone_env" width="-1" hidden="0" />
      <column type="field" name="zone_source" width="-1" hidden="0" />
      <column type="field" name="calc_classe" width="-1" hidden="0" />
      <column type="field" name="classe_saisie" width="-1" hidden="0" />
      <column type="field" name="motif" width="-1" hidden="0" />
      <column type="field" name="date_acte" width="-1" hidden="0" />
      <column type="field" name="montant" width="-1" hidden="0" />
      <column type="field" name="ads_num" width="-1" hidden="0" />
      <column type="field" name="verrou" width="-1" hidden="0" />
      <column type="field" name="date_maj" width="-1" hidden="0" />
    </columns>
  </attributetableconfig>
  <editorlayout>tablayout</editorlayout>
  <attributeEditorForm>
    <attributeEditorContainer name="Contrôle" type="Tab" groupBox="0" columnCount="2" showLabel="1">
      <attributeEditorField name="nature" index="3" showLabel="1" />
      <attributeEditorField name="date_demande" index="4" showLabel="1" />
      <attributeEditorField name="date_rdv" index="5" showLabel="1" />
      <attributeEditorField name="date_visite" index="6" showLabel="1" />
      <attributeEditorField name="date_rapport" index="7" showLabel="1" />
      <attributeEditorField name="date_transmission" index="8" showLabel="1" />
      <attributeEditorField name="refus" index="9" showLabel="1" />
    </attributeEditorContainer>
    <attributeEditorContainer name="Résultat" type="Tab" groupBox="0" columnCount="2" showLabel="1">
      <attributeEditorField name="avis" index="10" showLabel="1" />
      <attributeEditorField name="conformite_neuf" index="11" showLabel="1" />
      <attributeEditorField name="constats" index="12" showLabel="1" />
      <attributeEditorField name="zone_san" index="13" showLabel="1" />
      <attributeEditorField name="zone_env" index="14" showLabel="1" />
      <attributeEditorField name="zone_source" index="15" showLabel="1" />
      <attributeEditorField name="calc_classe" index="16" showLabel="1" />
      <attributeEditorField name="classe_saisie" index="17" showLabel="1" />
      <attributeEditorField name="motif" index="18" showLabel="1" />
    </attributeEditorContainer>
    <attributeEditorContainer name="Points" type="Tab" groupBox="0" columnCount="1" showLabel="1">
      <attributeEditorRelation name="smica_anc_controle_point" relation="smica_anc_controle_point" label="Points" relationWidgetTypeId="relation_editor" showLabel="0" forceSuppressFormPopup="0">
        <editor_configuration>
          <Option type="Map">
            <Option type="QString" name="buttons" value="SaveChildEdits|AddChildFeature|ZoomToChildFeature" />
          </Option>
        </editor_configuration>
      </attributeEditorRelation>
    </attributeEditorContainer>
    <attributeEditorContainer name="Suivi" type="Tab" groupBox="0" columnCount="1" showLabel="1">
      <attributeEditorField name="date_acte" index="19" showLabel="1" />
      <attributeEditorField name="montant" index="20" showLabel="1" />
      <attributeEditorField name="ads_num" index="21" showLabel="1" />
      <attributeEditorField name="verrou" index="22" showLabel="1" />
      <attributeEditorField name="date_maj" index="23" showLabel="1" />
    </attributeEditorContainer>
  </attributeEditorForm>
  <editable>
    <field name="fid" editable="1" />
    <field name="ctrl_id" editable="1" />
    <field name="inst_id" editable="1" />
    <field name="nature" editable="1" />
    <field name="date_demande" editable="1" />
    <field name="date_rdv" editable="1" />
    <field name="date_visite" editable="1" />
    <field name="date_rapport" editable="1" />
    <field name="date_transmission" editable="1" />
    <field name="refus" editable="1" />
    <field name="avis" editable="1" />
    <field name="conformite_neuf" editable="1" />
    <field name="constats" editable="1" />
    <field name="zone_san" editable="1" />
    <field name="zone_env" editable="1" />
    <field name="zone_source" editable="1" />
    <field name="calc_classe" editable="0" />
    <field name="classe_saisie" editable="1" />
    <field name="motif" editable="1" />
    <field name="date_acte" editable="1" />
    <field name="montant" editable="1" />
    <field name="ads_num" editable="1" />
    <field name="verrou" editable="1" />
    <field name="date_maj" editable="0" />
  </editable>
  <labelOnTop>
    <field name="fid" labelOnTop="0" />
    <field name="ctrl_id" labelOnTop="0" />
    <field name="inst_id" labelOnTop="0" />
    <field name="nature" labelOnTop="0" />
    <field name="date_demande" labelOnTop="0" />
    <field name="date_rdv" labelOnTop="0" />
    <field name="date_visite" labelOnTop="0" />
    <field name="date_rapport" labelOnTop="0" />
    <field name="date_transmission" labelOnTop="0" />
    <field name="refus" labelOnTop="0" />
    <field name="avis" labelOnTop="0" />
    <field name="conformite_neuf" labelOnTop="0" />
    <field name="constats" labelOnTop="0" />
    <field name="zone_san" labelOnTop="0" />
    <field name="zone_env" labelOnTop="0" />
    <field name="zone_source" labelOnTop="0" />
    <field name="calc_classe" labelOnTop="0" />
    <field name="classe_saisie" labelOnTop="0" />
    <field name="motif" labelOnTop="0" />
    <field name="date_acte" labelOnTop="0" />
    <field name="montant" labelOnTop="0" />
    <field name="ads_num" labelOnTop="0" />
    <field name="verrou" labelOnTop="0" />
    <field name="date_maj" labelOnTop="0" />
  </labelOnTop>
  <previewExpression>coalesce(format_date("date_visite", 'dd/MM/yyyy'), 'sans visite') || ' · ' || represent_value("nature") || coalesce(' · ' || "calc_classe", '')</previewExpression>
</qgis>
