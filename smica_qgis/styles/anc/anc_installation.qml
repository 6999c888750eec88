<!DOCTYPE qgis PUBLIC 'http://mrcc.com/qgis.dtd' 'SYSTEM'>
<qgis version="3.40.0-Bratislava" styleCategories="Fields|Forms|AttributeTable|Symbology|MapTips|Rendering" hasScaleBasedVisibilityFlag="1" minScale="100000" maxScale="0">
  <renderer-v2 type="categorizedSymbol" attr="CASE WHEN &quot;etat&quot; &lt;&gt; 'ACT' THEN &quot;etat&quot; ELSE coalesce(&quot;dernier_classe&quot;, 'SANS') END" enableorderby="0">
    <categories>
      <category type="string" value="ABS" label="Absence d'installation" symbol="0" render="true" />
      <category type="string" value="A" label="Non conforme, danger pour la santé des personnes (cas a)" symbol="1" render="true" />
      <category type="string" value="B" label="Non conforme, risque environnemental avéré (cas b)" symbol="2" render="true" />
      <category type="string" value="C" label="Non conforme, travaux en cas de vente (cas c)" symbol="3" render="true" />
      <category type="string" value="D" label="Recommandations" symbol="4" render="true" />
      <category type="string" value="E" label="Conforme, sans défaut" symbol="5" render="true" />
      <category type="string" value="SANS" label="Sans classe connue" symbol="6" render="true" />
      <category type="string" value="DESACT" label="Désactivée" symbol="7" render="true" />
      <category type="string" value="RACC" label="Raccordée au réseau" symbol="8" render="true" />
      <category type="string" value="SUPP" label="Supprimée" symbol="9" render="true" />
    </categories>
    <symbols>
      <symbol type="marker" name="0" alpha="1" clip_to_extent="1">
        <layer class="SimpleMarker" pass="0" enabled="1">
          <Option type="Map">
            <Option type="QString" name="name" value="cross_fill" />
            <Option type="QString" name="color" value="123,31,162,255" />
            <Option type="QString" name="outline_color" value="34,34,34,255" />
            <Option type="QString" name="outline_width" value="0.3" />
            <Option type="QString" name="outline_width_unit" value="MM" />
            <Option type="QString" name="size" value="4" />
            <Option type="QString" name="size_unit" value="MM" />
          </Option>
        </layer>
      </symbol>
      <symbol type="marker" name="1" alpha="1" clip_to_extent="1">
        <layer class="SimpleMarker" pass="0" enabled="1">
          <Option type="Map">
            <Option type="QString" name="name" value="triangle" />
            <Option type="QString" name="color" value="215,48,39,255" />
            <Option type="QString" name="outline_color" value="34,34,34,255" />
            <Option type="QString" name="outline_width" value="0.3" />
            <Option type="QString" name="outline_width_unit" value="MM" />
            <Option type="QString" name="size" value="4" />
            <Option type="QString" name="size_unit" value="MM" />
          </Option>
        </layer>
      </symbol>
      <symbol type="marker" name="2" alpha="1" clip_to_extent="1">
        <layer class="SimpleMarker" pass="0" enabled="1">
          <Option type="Map">
            <Option type="QString" name="name" value="diamond" />
            <Option type="QString" name="color" value="252,141,89,255" />
            <Option type="QString" name="outline_color" value="34,34,34,255" />
            <Option type="QString" name="outline_width" value="0.3" />
            <Option type="QString" name="outline_width_unit" value="MM" />
            <Option type="QString" name="size" value="3.8" />
            <Option type="QString" name="size_unit" value="MM" />
          </Option>
        </layer>
      </symbol>
      <symbol type="marker" name="3" alpha="1" clip_to_extent="1">
        <layer class="SimpleMarker" pass="0" enabled="1">
          <Option type="Map">
            <Option type="QString" name="name" value="square" />
            <Option type="QString" name="color" value="254,224,139,255" />
            <Option type="QString" name="outline_color" value="34,34,34,255" />
            <Option type="QString" name="outline_width" value="0.3" />
            <Option type="QString" name="outline_width_unit" value="MM" />
            <Option type="QString" name="size" value="3" />
            <Option type="QString" name="size_unit" value="MM" />
          </Option>
        </layer>
      </symbol>
      <symbol type="marker" name="4" alpha="1" clip_to_extent="1">
        <layer class="SimpleMarker" pass="0" enabled="1">
          <Option type="Map">
            <Option type="QString" name="name" value="pentagon" />
            <Option type="QString" name="color" value="116,173,209,255" />
            <Option type="QString" name="outline_color" value="34,34,34,255" />
            <Option type="QString" name="outline_width" value="0.3" />
            <Option type="QString" name="outline_width_unit" value="MM" />
            <Option type="QString" name="size" value="3.4" />
            <Option type="QString" name="size_unit" value="MM" />
          </Option>
        </layer>
      </symbol>
      <symbol type="marker" name="5" alpha="1" clip_to_extent="1">
        <layer class="SimpleMarker" pass="0" enabled="1">
          <Option type="Map">
            <Option type="QString" name="name" value="circle" />
            <Option type="QString" name="color" value="26,152,80,255" />
            <Option type="QString" name="outline_color" value="34,34,34,255" />
            <Option type="QString" name="outline_width" value="0.3" />
            <Option type="QString" name="outline_width_unit" value="MM" />
            <Option type="QString" name="size" value="2.8" />
            <Option type="QString" name="size_unit" value="MM" />
          </Option>
        </layer>
      </symbol>
      <symbol type="marker" name="6" alpha="1" clip_to_extent="1">
        <layer class="SimpleMarker" pass="0" enabled="1">
          <Option type="Map">
            <Option type="QString" name="name" value="octagon" />
            <Option type="QString" name="color" value="255,255,255,255" />
            <Option type="QString" name="outline_color" value="34,34,34,255" />
            <Option type="QString" name="outline_width" value="0.3" />
            <Option type="QString" name="outline_width_unit" value="MM" />
            <Option type="QString" name="size" value="3" />
            <Option type="QString" name="size_unit" value="MM" />
          </Option>
        </layer>
      </symbol>
      <symbol type="marker" name="7" alpha="1" clip_to_extent="1">
        <layer class="SimpleMarker" pass="0" enabled="1">
          <Option type="Map">
            <Option type="QString" name="name" value="cross2" />
            <Option type="QString" name="color" value="136,136,136,255" />
            <Option type="QString" name="outline_color" value="119,119,119,255" />
            <Option type="QString" name="outline_width" value="0.3" />
            <Option type="QString" name="outline_width_unit" value="MM" />
            <Option type="QString" name="size" value="2.6" />
            <Option type="QString" name="size_unit" value="MM" />
          </Option>
        </layer>
      </symbol>
      <symbol type="marker" name="8" alpha="1" clip_to_extent="1">
        <layer class="SimpleMarker" pass="0" enabled="1">
          <Option type="Map">
            <Option type="QString" name="name" value="half_square" />
            <Option type="QString" name="color" value="158,158,158,255" />
            <Option type="QString" name="outline_color" value="34,34,34,255" />
            <Option type="QString" name="outline_width" value="0.3" />
            <Option type="QString" name="outline_width_unit" value="MM" />
            <Option type="QString" name="size" value="3" />
            <Option type="QString" name="size_unit" value="MM" />
          </Option>
        </layer>
      </symbol>
      <symbol type="marker" name="9" alpha="1" clip_to_extent="1">
        <layer class="SimpleMarker" pass="0" enabled="1">
          <Option type="Map">
            <Option type="QString" name="name" value="cross" />
            <Option type="QString" name="color" value="136,136,136,255" />
            <Option type="QString" name="outline_color" value="119,119,119,255" />
            <Option type="QString" name="outline_width" value="0.3" />
            <Option type="QString" name="outline_width_unit" value="MM" />
            <Option type="QString" name="size" value="2.6" />
            <Option type="QString" name="size_unit" value="MM" />
          </Option>
        </layer>
      </symbol>
    </symbols>
  </renderer-v2>
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
    <field name="service_id" configurationFlags="NoFlag">
      <editWidget type="TextEdit">
        <config>
          <Option />
        </config>
      </editWidget>
    </field>
    <field name="numero_dossier" configurationFlags="NoFlag">
      <editWidget type="TextEdit">
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
    <field name="code_postal" configurationFlags="NoFlag">
      <editWidget type="TextEdit">
        <config>
          <Option />
        </config>
      </editWidget>
    </field>
    <field name="adresse_ban_id" configurationFlags="NoFlag">
      <editWidget type="TextEdit">
        <config>
          <Option />
        </config>
      </editWidget>
    </field>
    <field name="adresse_txt" configurationFlags="NoFlag">
      <editWidget type="TextEdit">
        <config>
          <Option />
        </config>
      </editWidget>
    </field>
    <field name="type_immeuble" configurationFlags="NoFlag">
      <editWidget type="ValueMap">
        <config>
          <Option type="Map">
            <Option type="List" name="map">
              <Option type="Map">
                <Option type="QString" name="Maison individuelle" value="IND" />
              </Option>
              <Option type="Map">
                <Option type="QString" name="Logement collectif" value="COL" />
              </Option>
              <Option type="Map">
                <Option type="QString" name="Établissement recevant du public" value="ERP" />
              </Option>
              <Option type="Map">
                <Option type="QString" name="Activité" value="ACT" />
              </Option>
              <Option type="Map">
                <Option type="QString" name="Autre" value="AUT" />
              </Option>
              <Option type="Map">
                <Option type="QString" name="&lt;NULL&gt;" value="{2839923C-8B7D-419E-B84B-CA2FE9B80EC7}" />
              </Option>
            </Option>
          </Option>
        </config>
      </editWidget>
    </field>
    <field name="nb_logements" configurationFlags="NoFlag">
      <editWidget type="TextEdit">
        <config>
          <Option />
        </config>
      </editWidget>
    </field>
    <field name="nb_pieces" configurationFlags="NoFlag">
      <editWidget type="TextEdit">
        <config>
          <Option />
        </config>
      </editWidget>
    </field>
    <field name="eh_calc" configurationFlags="NoFlag">
      <editWidget type="TextEdit">
        <config>
          <Option />
        </config>
      </editWidget>
    </field>
    <field name="eh_installe" configurationFlags="NoFlag">
      <editWidget type="TextEdit">
        <config>
          <Option />
        </config>
      </editWidget>
    </field>
    <field name="date_mise_en_service" configurationFlags="NoFlag">
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
    <field name="etat" configurationFlags="NoFlag">
      <editWidget type="ValueMap">
        <config>
          <Option type="Map">
            <Option type="List" name="map">
              <Option type="Map">
                <Option type="QString" name="En service" value="ACT" />
              </Option>
              <Option type="Map">
                <Option type="QString" name="Désactivée" value="DESACT" />
              </Option>
              <Option type="Map">
                <Option type="QString" name="Raccordée au réseau" value="RACC" />
              </Option>
              <Option type="Map">
                <Option type="QString" name="Supprimée" value="SUPP" />
              </Option>
              <Option type="Map">
                <Option type="QString" name="&lt;NULL&gt;" value="{2839923C-8B7D-419E-B84B-CA2FE9B80EC7}" />
              </Option>
            </Option>
          </Option>
        </config>
      </editWidget>
    </field>
    <field name="date_etat" configurationFlags="NoFlag">
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
    <field name="source_position" configurationFlags="NoFlag">
      <editWidget type="ValueMap">
        <config>
          <Option type="Map">
            <Option type="List" name="map">
              <Option type="Map">
                <Option type="QString" name="Parcelle" value="PARCELLE" />
              </Option>
              <Option type="Map">
                <Option type="QString" name="Adresse" value="ADRESSE" />
              </Option>
              <Option type="Map">
                <Option type="QString" name="Relevé" value="GPS" />
              </Option>
              <Option type="Map">
                <Option type="QString" name="Saisie sur la carte" value="SAISIE" />
              </Option>
              <Option type="Map">
                <Option type="QString" name="&lt;NULL&gt;" value="{2839923C-8B7D-419E-B84B-CA2FE9B80EC7}" />
              </Option>
            </Option>
          </Option>
        </config>
      </editWidget>
    </field>
    <field name="precision_m" configurationFlags="NoFlag">
      <editWidget type="TextEdit">
        <config>
          <Option />
        </config>
      </editWidget>
    </field>
    <field name="statut_lien" configurationFlags="NoFlag">
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
            </Option>
          </Option>
        </config>
      </editWidget>
    </field>
    <field name="n_parcelles" configurationFlags="NoFlag">
      <editWidget type="TextEdit">
        <config>
          <Option />
        </config>
      </editWidget>
    </field>
    <field name="n_parcelles_trouvees" configurationFlags="NoFlag">
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
    <alias field="inst_id" name="" index="1" />
    <alias field="service_id" name="SPANC" index="2" />
    <alias field="numero_dossier" name="Numéro de dossier" index="3" />
    <alias field="insee" name="Code INSEE" index="4" />
    <alias field="code_postal" name="Code postal" index="5" />
    <alias field="adresse_ban_id" name="Identifiant d'adresse (BAN)" index="6" />
    <alias field="adresse_txt" name="Adresse" index="7" />
    <alias field="type_immeuble" name="Type d'immeuble" index="8" />
    <alias field="nb_logements" name="Nombre de logements" index="9" />
    <alias field="nb_pieces" name="Nombre de pièces principales" index="10" />
    <alias field="eh_calc" name="Équivalents-habitants calculés" index="11" />
    <alias field="eh_installe" name="Équivalents-habitants installés" index="12" />
    <alias field="date_mise_en_service" name="Mise en service" index="13" />
    <alias field="etat" name="État" index="14" />
    <alias field="date_etat" name="Date de l'état" index="15" />
    <alias field="source_position" name="Origine de la position" index="16" />
    <alias field="precision_m" name="Précision (m)" index="17" />
    <alias field="statut_lien" name="Lien aux parcelles" index="18" />
    <alias field="n_parcelles" name="Parcelles écrites" index="19" />
    <alias field="n_parcelles_trouvees" name="Parcelles trouvées" index="20" />
    <alias field="source" name="Origine" index="21" />
    <alias field="date_maj" name="Mise à jour" index="22" />
  </aliases>
  <defaults>
    <default field="date_maj" expression="now()" applyOnUpdate="1" />
    <default field="inst_id" expression="uuid('WithoutBraces')" applyOnUpdate="0" />
    <default field="etat" expression="'ACT'" applyOnUpdate="0" />
    <default field="source_position" expression="'SAISIE'" applyOnUpdate="0" />
  </defaults>
  <attributetableconfig actionWidgetStyle="dropDown">
    <columns>
      <column type="field" name="fid" width="-1" hidden="1" />
      <column type="field" name="inst_id" width="-1" hidden="1" />
      <column type="field" name="service_id" width="-1" hidden="0" />
      <column type="field" name="numero_dossier" width="-1" hidden="0" />
      <column type="field" name="insee" width="-1" hidden="0" />
      <column type="field" name="code_postal" width="-1" hidden="0" />
      <column type="field" name="adresse_ban_id" width="-1" hidden="0" />
      <column type="field" name="adresse_txt" width="-1" hidden="0" />
      <column type="field" name="type_immeuble" width="-1" hidden="0" />
      <column type="field" name="nb_logements" width="-1" hidden="0" />
      <column type="field" name="nb_pieces" width="-1" hidden="0" />
      <column type="field" name="eh_calc" width="-1" hidden="0" />
      <column type="field" name="eh_installe" width="-1" hidden="0" />
      <column type="field" name="date_mise_en_service" width="-1" hidden="0" />
      <column type="field" name="etat" width="-1" hidden="0" />
      <column type="field" name="date_etat" width="-1" hidden="0" />
      <column type="field" name="source_position" width="-1" hidden="0" />
      <column type="field" name="precision_m" width="-1" hidden="0" />
      <column type="field" name="statut_lien" width="-1" hidden="0" />
      <column type="field" name="n_parcelles" width="-1" hidden="0" />
      <column type="field" name="n_parcelles_trouvees" width="-1" hidden="0" />
      <column type="field" name="source" width="-1" hidden="0" />
      <column type="field" name="date_maj" width="-1" hidden="0" />
    </columns>
  </attributetableconfig>
  <editorlayout>tablayout</editorlayout>
  <attributeEditorForm>
    <attributeEditorContainer name="Installation" type="Tab" groupBox="0" columnCount="2" showLabel="1">
      <attributeEditorField name="service_id" index="2" showLabel="1" />
      <attributeEditorField name="numero_dossier" index="3" showLabel="1" />
      <attributeEditorField name="insee" index="4" showLabel="1" />
      <attributeEditorField name="code_postal" index="5" showLabel="1" />
      <attributeEditorField name="adresse_ban_id" index="6" showLabel="1" />
      <attributeEditorField name="adresse_txt" index="7" showLabel="1" />
      <attributeEditorField name="type_immeuble" index="8" showLabel="1" />
      <attributeEditorField name="nb_logements" index="9" showLabel="1" />
      <attributeEditorField name="nb_pieces" index="10" showLabel="1" />
      <attributeEditorField name="eh_calc" index="11" showLabel="1" />
      <attributeEditorField name="eh_installe" index="12" showLabel="1" />
      <attributeEditorField name="date_mise_en_service" index="13" showLabel="1" />
      <attributeEditorField name="etat" index="14" showLabel="1" />
      <attributeEditorField name="date_etat" index="15" showLabel="1" />
    </attributeEditorContainer>
    <attributeEditorContainer name="Contrôles" type="Tab" groupBox="0" columnCount="1" showLabel="1">
      <attributeEditorRelation name="smica_anc_controle" relation="smica_anc_controle" label="Contrôles" relationWidgetTypeId="relation_editor" showLabel="0" forceSuppressFormPopup="0">
        <editor_configuration>
          <Option type="Map">
            <Option type="QString" name="buttons" value="SaveChildEdits|AddChildFeature|ZoomToChildFeature" />
          </Option>
        </editor_configuration>
      </attributeEditorRelation>
    </attributeEditorContainer>
    <attributeEditorContainer name="Filière" type="Tab" groupBox="0" columnCount="1" showLabel="1">
      <attributeEditorRelation name="smica_anc_composant" relation="smica_anc_composant" label="Filière" relationWidgetTypeId="relation_editor" showLabel="0" forceSuppressFormPopup="0">
        <editor_configuration>
          <Option type="Map">
            <Option type="QString" name="buttons" value="SaveChildEdits|AddChildFeature|ZoomToChildFeature" />
          </Option>
        </editor_configuration>
      </attributeEditorRelation>
    </attributeEditorContainer>
    <attributeEditorContainer name="Parcelles" type="Tab" groupBox="0" columnCount="1" showLabel="1">
      <attributeEditorRelation name="smica_anc_installation_parcelle" relation="smica_anc_installation_parcelle" label="Parcelles" relationWidgetTypeId="relation_editor" showLabel="0" forceSuppressFormPopup="0">
        <editor_configuration>
          <Option type="Map">
            <Option type="QString" name="buttons" value="SaveChildEdits|AddChildFeature|ZoomToChildFeature" />
          </Option>
        </editor_configuration>
      </attributeEditorRelation>
    </attributeEditorContainer>
    <attributeEditorContainer name="Travaux" type="Tab" groupBox="0" columnCount="1" showLabel="1">
      <attributeEditorRelation name="smica_anc_travaux" relation="smica_anc_travaux" label="Travaux" relationWidgetTypeId="relation_editor" showLabel="0" forceSuppressFormPopup="0">
        <editor_configuration>
          <Option type="Map">
            <Option type="QString" name="buttons" value="SaveChildEdits|AddChildFeature|ZoomToChildFeature" />
          </Option>
        </editor_configuration>
      </attributeEditorRelation>
    </attributeEditorContainer>
    <attributeEditorContainer name="Suivi" type="Tab" groupBox="0" columnCount="2" showLabel="1">
      <attributeEditorField name="source_position" index="16" showLabel="1" />
      <attributeEditorField name="precision_m" index="17" showLabel="1" />
      <attributeEditorField name="statut_lien" index="18" showLabel="1" />
      <attributeEditorField name="n_parcelles" index="19" showLabel="1" />
      <attributeEditorField name="n_parcelles_trouvees" index="20" showLabel="1" />
      <attributeEditorField name="source" index="21" showLabel="1" />
      <attributeEditorField name="date_maj" index="22" showLabel="1" />
    </attributeEditorContainer>
  </attributeEditorForm>
  <editable>
    <field name="fid" editable="1" />
    <field name="inst_id" editable="1" />
    <field name="service_id" editable="1" />
    <field name="numero_dossier" editable="1" />
    <field name="insee" editable="1" />
    <field name="code_postal" editable="1" />
    <field name="adresse_ban_id" editable="1" />
    <field name="adresse_txt" editable="1" />
    <field name="type_immeuble" editable="1" />
    <field name="nb_logements" editable="1" />
    <field name="nb_pieces" editable="1" />
    <field name="eh_calc" editable="1" />
    <field name="eh_installe" editable="1" />
    <field name="date_mise_en_service" editable="1" />
    <field name="etat" editable="1" />
    <field name="date_etat" editable="1" />
    <field name="source_position" editable="1" />
    <field name="precision_m" editable="1" />
    <field name="statut_lien" editable="0" />
    <field name="n_parcelles" editable="0" />
    <field name="n_parcelles_trouvees" editable="0" />
    <field name="source" editable="0" />
    <field name="date_maj" editable="0" />
  </editable>
  <labelOnTop>
    <field name="fid" labelOnTop="0" />
    <field name="inst_id" labelOnTop="0" />
    <field name="service_id" labelOnTop="0" />
    <field name="numero_dossier" labelOnTop="0" />
    <field name="insee" labelOnTop="0" />
    <field name="code_postal" labelOnTop="0" />
    <field name="adresse_ban_id" labelOnTop="0" />
    <field name="adresse_txt" labelOnTop="0" />
    <field name="type_immeuble" labelOnTop="0" />
    <field name="nb_logements" labelOnTop="0" />
    <field name="nb_pieces" labelOnTop="0" />
    <field name="eh_calc" labelOnTop="0" />
    <field name="eh_installe" labelOnTop="0" />
    <field name="date_mise_en_service" labelOnTop="0" />
    <field name="etat" labelOnTop="0" />
    <field name="date_etat" labelOnTop="0" />
    <field name="source_position" labelOnTop="0" />
    <field name="precision_m" labelOnTop="0" />
    <field name="statut_lien" labelOnTop="0" />
    <field name="n_parcelles" labelOnTop="0" />
    <field name="n_parcelles_trouvees" labelOnTop="0" />
    <field name="source" labelOnTop="0" />
    <field name="date_maj" labelOnTop="0" />
  </labelOnTop>
  <previewExpression>"numero_dossier" || coalesce(' · ' || "adresse_txt", '')</previewExpression>
  <mapTip enabled="1">&lt;b&gt;[% "numero_dossier" %]&lt;/b&gt;&lt;br/&gt;[% coalesce("adresse_txt", '') %]&lt;br/&gt;
[% represent_value("etat") %][% coalesce(' · classe ' || "dernier_classe", '') %][% coalesce('&lt;br/&gt;contrôlée le ' ||
format_date("dernier_date", 'dd/MM/yyyy'), '') %]</mapTip>
</qgis>
