<!DOCTYPE qgis PUBLIC 'http://mrcc.com/qgis.dtd' 'SYSTEM'>
<qgis version="3.40.0-Bratislava" styleCategories="Fields|Forms|AttributeTable|Symbology|MapTips|Rendering" hasScaleBasedVisibilityFlag="0">
  <renderer-v2 type="categorizedSymbol" attr="statut" enableorderby="0">
    <categories>
      <category type="string" value="DEPASSE" label="Délai dépassé sans décision connue" symbol="0" render="true" />
      <category type="string" value="PROCHE" label="Délai proche" symbol="1" render="true" />
      <category type="string" value="EN_COURS" label="En cours" symbol="2" render="true" />
      <category type="string" value="SUSPENDU" label="Délai non ouvert : dossier incomplet" symbol="3" render="true" />
      <category type="string" value="SANS_DELAI" label="Délai inconnu" symbol="4" render="true" />
    </categories>
    <symbols>
      <symbol type="marker" name="0" alpha="1" clip_to_extent="1">
        <layer class="SimpleMarker" pass="0" enabled="1">
          <Option type="Map">
            <Option type="QString" name="name" value="triangle" />
            <Option type="QString" name="color" value="178,24,43,255" />
            <Option type="QString" name="outline_color" value="34,34,34,255" />
            <Option type="QString" name="outline_width" value="0.3" />
            <Option type="QString" name="outline_width_unit" value="MM" />
            <Option type="QString" name="size" value="4.2" />
            <Option type="QString" name="size_unit" value="MM" />
          </Option>
        </layer>
      </symbol>
      <symbol type="marker" name="1" alpha="1" clip_to_extent="1">
        <layer class="SimpleMarker" pass="0" enabled="1">
          <Option type="Map">
            <Option type="QString" name="name" value="diamond" />
            <Option type="QString" name="color" value="253,174,97,255" />
            <Option type="QString" name="outline_color" value="34,34,34,255" />
            <Option type="QString" name="outline_width" value="0.3" />
            <Option type="QString" name="outline_width_unit" value="MM" />
            <Option type="QString" name="size" value="3.8" />
            <Option type="QString" name="size_unit" value="MM" />
          </Option>
        </layer>
      </symbol>
      <symbol type="marker" name="2" alpha="1" clip_to_extent="1">
        <layer class="SimpleMarker" pass="0" enabled="1">
          <Option type="Map">
            <Option type="QString" name="name" value="circle" />
            <Option type="QString" name="color" value="69,117,180,255" />
            <Option type="QString" name="outline_color" value="34,34,34,255" />
            <Option type="QString" name="outline_width" value="0.3" />
            <Option type="QString" name="outline_width_unit" value="MM" />
            <Option type="QString" name="size" value="2.8" />
            <Option type="QString" name="size_unit" value="MM" />
          </Option>
        </layer>
      </symbol>
      <symbol type="marker" name="3" alpha="1" clip_to_extent="1">
        <layer class="SimpleMarker" pass="0" enabled="1">
          <Option type="Map">
            <Option type="QString" name="name" value="semi_circle" />
            <Option type="QString" name="color" value="158,158,158,255" />
            <Option type="QString" name="outline_color" value="34,34,34,255" />
            <Option type="QString" name="outline_width" value="0.3" />
            <Option type="QString" name="outline_width_unit" value="MM" />
            <Option type="QString" name="size" value="3.6" />
            <Option type="QString" name="size_unit" value="MM" />
          </Option>
        </layer>
      </symbol>
      <symbol type="marker" name="4" alpha="1" clip_to_extent="1">
        <layer class="SimpleMarker" pass="0" enabled="1">
          <Option type="Map">
            <Option type="QString" name="name" value="square" />
            <Option type="QString" name="color" value="255,255,255,255" />
            <Option type="QString" name="outline_color" value="34,34,34,255" />
            <Option type="QString" name="outline_width" value="0.3" />
            <Option type="QString" name="outline_width_unit" value="MM" />
            <Option type="QString" name="size" value="2.8" />
            <Option type="QString" name="size_unit" value="MM" />
          </Option>
        </layer>
      </symbol>
    </symbols>
  </renderer-v2>
  <fieldConfiguration>
    <field name="insee" configurationFlags="NoFlag">
      <editWidget type="TextEdit">
        <config>
          <Option />
        </config>
      </editWidget>
    </field>
    <field name="commune" configurationFlags="NoFlag">
      <editWidget type="TextEdit">
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
    <field name="num_affiche" configurationFlags="NoFlag">
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
                <Option type="QString" name="Déclaration préalable" value="DP" />
              </Option>
              <Option type="Map">
                <Option type="QString" name="Permis de construire" value="PC" />
              </Option>
              <Option type="Map">
                <Option type="QString" name="Permis d'aménager" value="PA" />
              </Option>
              <Option type="Map">
                <Option type="QString" name="Permis de démolir" value="PD" />
              </Option>
              <Option type="Map">
                <Option type="QString" name="Certificat d'urbanisme" value="CU" />
              </Option>
              <Option type="Map">
                <Option type="QString" name="Autorisation de travaux (établissement recevant du public)" value="AT" />
              </Option>
              <Option type="Map">
                <Option type="QString" name="Autorisation spéciale de travaux" value="AZ" />
              </Option>
              <Option type="Map">
                <Option type="QString" name="Déclaration d'intention" value="DI" />
              </Option>
              <Option type="Map">
                <Option type="QString" name="Autre courrier" value="AC" />
              </Option>
              <Option type="Map">
                <Option type="QString" name="Recours" value="RE" />
              </Option>
              <Option type="Map">
                <Option type="QString" name="Infraction" value="IN" />
              </Option>
            </Option>
          </Option>
        </config>
      </editWidget>
    </field>
    <field name="objet" configurationFlags="NoFlag">
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
    <field name="etat" configurationFlags="NoFlag">
      <editWidget type="ValueMap">
        <config>
          <Option type="Map">
            <Option type="List" name="map">
              <Option type="Map">
                <Option type="QString" name="Déposé" value="DEP" />
              </Option>
              <Option type="Map">
                <Option type="QString" name="Incomplet, pièces demandées" value="INC" />
              </Option>
              <Option type="Map">
                <Option type="QString" name="En instruction" value="INS" />
              </Option>
              <Option type="Map">
                <Option type="QString" name="Accordé" value="DEC_FAV" />
              </Option>
              <Option type="Map">
                <Option type="QString" name="Accordé avec prescriptions" value="DEC_FAVP" />
              </Option>
              <Option type="Map">
                <Option type="QString" name="Refusé" value="DEC_DEF" />
              </Option>
              <Option type="Map">
                <Option type="QString" name="Sursis à statuer" value="SURS" />
              </Option>
              <Option type="Map">
                <Option type="QString" name="Accord tacite" value="TACITE" />
              </Option>
              <Option type="Map">
                <Option type="QString" name="Rejeté" value="REJ" />
              </Option>
              <Option type="Map">
                <Option type="QString" name="Retiré" value="RETR" />
              </Option>
              <Option type="Map">
                <Option type="QString" name="Annulé ou abandonné" value="ANN" />
              </Option>
              <Option type="Map">
                <Option type="QString" name="Travaux ouverts" value="OUV" />
              </Option>
              <Option type="Map">
                <Option type="QString" name="Travaux achevés" value="ACH" />
              </Option>
              <Option type="Map">
                <Option type="QString" name="Périmé" value="PER" />
              </Option>
              <Option type="Map">
                <Option type="QString" name="Caduc" value="CADUC" />
              </Option>
            </Option>
          </Option>
        </config>
      </editWidget>
    </field>
    <field name="echeance" configurationFlags="NoFlag">
      <editWidget type="ValueMap">
        <config>
          <Option type="Map">
            <Option type="List" name="map">
              <Option type="Map">
                <Option type="QString" name="Fin du délai d'instruction" value="INSTRUCTION" />
              </Option>
              <Option type="Map">
                <Option type="QString" name="Fin de validité" value="VALIDITE" />
              </Option>
            </Option>
          </Option>
        </config>
      </editWidget>
    </field>
    <field name="date_limite" configurationFlags="NoFlag">
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
    <field name="jours" configurationFlags="NoFlag">
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
                <Option type="QString" name="Délai dépassé sans décision connue" value="DEPASSE" />
              </Option>
              <Option type="Map">
                <Option type="QString" name="Délai proche" value="PROCHE" />
              </Option>
              <Option type="Map">
                <Option type="QString" name="En cours" value="EN_COURS" />
              </Option>
              <Option type="Map">
                <Option type="QString" name="Délai non ouvert : dossier incomplet" value="SUSPENDU" />
              </Option>
              <Option type="Map">
                <Option type="QString" name="Délai inconnu" value="SANS_DELAI" />
              </Option>
            </Option>
          </Option>
        </config>
      </editWidget>
    </field>
    <field name="libelle_statut" configurationFlags="NoFlag">
      <editWidget type="TextEdit">
        <config>
          <Option />
        </config>
      </editWidget>
    </field>
    <field name="date_depot" configurationFlags="NoFlag">
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
    <field name="date_complet" configurationFlags="NoFlag">
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
    <field name="geolocalise" configurationFlags="NoFlag">
      <editWidget type="CheckBox">
        <config>
          <Option />
        </config>
      </editWidget>
    </field>
  </fieldConfiguration>
  <aliases>
    <alias field="insee" name="Code INSEE" index="0" />
    <alias field="commune" name="Commune" index="1" />
    <alias field="num_canon" name="" index="2" />
    <alias field="num_affiche" name="Numéro" index="3" />
    <alias field="type" name="Type" index="4" />
    <alias field="objet" name="Objet" index="5" />
    <alias field="adresse_txt" name="Adresse du terrain" index="6" />
    <alias field="etat" name="État" index="7" />
    <alias field="echeance" name="Échéance" index="8" />
    <alias field="date_limite" name="Date limite" index="9" />
    <alias field="jours" name="Jours restants" index="10" />
    <alias field="statut" name="Délai" index="11" />
    <alias field="libelle_statut" name="Délai, en clair" index="12" />
    <alias field="date_depot" name="Date de dépôt" index="13" />
    <alias field="date_complet" name="Date de complétude" index="14" />
    <alias field="statut_lien" name="Lien aux parcelles" index="15" />
    <alias field="geolocalise" name="Sur la carte" index="16" />
  </aliases>
  <defaults />
  <attributetableconfig actionWidgetStyle="dropDown">
    <columns>
      <column type="field" name="insee" width="-1" hidden="0" />
      <column type="field" name="commune" width="-1" hidden="0" />
      <column type="field" name="num_canon" width="-1" hidden="1" />
      <column type="field" name="num_affiche" width="-1" hidden="0" />
      <column type="field" name="type" width="-1" hidden="0" />
      <column type="field" name="objet" width="-1" hidden="0" />
      <column type="field" name="adresse_txt" width="-1" hidden="0" />
      <column type="field" name="etat" width="-1" hidden="0" />
      <column type="field" name="echeance" width="-1" hidden="0" />
      <column type="field" name="date_limite" width="-1" hidden="0" />
      <column type="field" name="jours" width="-1" hidden="0" />
      <column type="field" name="statut" width="-1" hidden="0" />
      <column type="field" name="libelle_statut" width="-1" hidden="0" />
      <column type="field" name="date_depot" width="-1" hidden="0" />
      <column type="field" name="date_complet" width="-1" hidden="0" />
      <column type="field" name="statut_lien" width="-1" hidden="0" />
      <column type="field" name="geolocalise" width="-1" hidden="0" />
    </columns>
  </attributetableconfig>
  <editorlayout>tablayout</editorlayout>
  <attributeEditorForm>
    <attributeEditorContainer name="Échéance" type="Tab" groupBox="0" columnCount="2" showLabel="1">
      <attributeEditorField name="insee" index="0" showLabel="1" />
      <attributeEditorField name="commune" index="1" showLabel="1" />
      <attributeEditorField name="num_affiche" index="3" showLabel="1" />
      <attributeEditorField name="type" index="4" showLabel="1" />
      <attributeEditorField name="objet" index="5" showLabel="1" />
      <attributeEditorField name="adresse_txt" index="6" showLabel="1" />
      <attributeEditorField name="etat" index="7" showLabel="1" />
      <attributeEditorField name="echeance" index="8" showLabel="1" />
      <attributeEditorField name="date_limite" index="9" showLabel="1" />
      <attributeEditorField name="jours" index="10" showLabel="1" />
      <attributeEditorField name="statut" index="11" showLabel="1" />
      <attributeEditorField name="libelle_statut" index="12" showLabel="1" />
      <attributeEditorField name="date_depot" index="13" showLabel="1" />
      <attributeEditorField name="date_complet" index="14" showLabel="1" />
      <attributeEditorField name="statut_lien" index="15" showLabel="1" />
      <attributeEditorField name="geolocalise" index="16" showLabel="1" />
    </attributeEditorContainer>
  </attributeEditorForm>
  <editable>
    <field name="insee" editable="0" />
    <field name="commune" editable="0" />
    <field name="num_canon" editable="0" />
    <field name="num_affiche" editable="0" />
    <field name="type" editable="0" />
    <field name="objet" editable="0" />
    <field name="adresse_txt" editable="0" />
    <field name="etat" editable="0" />
    <field name="echeance" editable="0" />
    <field name="date_limite" editable="0" />
    <field name="jours" editable="0" />
    <field name="statut" editable="0" />
    <field name="libelle_statut" editable="0" />
    <field name="date_depot" editable="0" />
    <field name="date_complet" editable="0" />
    <field name="statut_lien" editable="0" />
    <field name="geolocalise" editable="0" />
  </editable>
  <labelOnTop>
    <field name="insee" labelOnTop="0" />
    <field name="commune" labelOnTop="0" />
    <field name="num_canon" labelOnTop="0" />
    <field name="num_affiche" labelOnTop="0" />
    <field name="type" labelOnTop="0" />
    <field name="objet" labelOnTop="0" />
    <field name="adresse_txt" labelOnTop="0" />
    <field name="etat" labelOnTop="0" />
    <field name="echeance" labelOnTop="0" />
    <field name="date_limite" labelOnTop="0" />
    <field name="jours" labelOnTop="0" />
    <field name="statut" labelOnTop="0" />
    <field name="libelle_statut" labelOnTop="0" />
    <field name="date_depot" labelOnTop="0" />
    <field name="date_complet" labelOnTop="0" />
    <field name="statut_lien" labelOnTop="0" />
    <field name="geolocalise" labelOnTop="0" />
  </labelOnTop>
  <previewExpression>"num_affiche" || ' · ' || "libelle_statut"</previewExpression>
  <mapTip enabled="1">&lt;b&gt;[% "num_affiche" %]&lt;/b&gt; [% "libelle_statut" %]&lt;br/&gt;[% coalesce("objet", '') %]</mapTip>
</qgis>
