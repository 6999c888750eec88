<!DOCTYPE qgis PUBLIC 'http://mrcc.com/qgis.dtd' 'SYSTEM'>
<qgis version="3.40.0-Bratislava" styleCategories="Fields|Forms|AttributeTable|Symbology|MapTips|Rendering" hasScaleBasedVisibilityFlag="0">
  <renderer-v2 type="categorizedSymbol" attr="statut" enableorderby="0">
    <categories>
      <category type="string" value="A_JOUR" label="À jour" symbol="0" render="true" />
      <category type="string" value="PROCHE" label="Échéance dans moins de six mois" symbol="1" render="true" />
      <category type="string" value="ECHU" label="Échu depuis moins d'un an" symbol="2" render="true" />
      <category type="string" value="ECHU_1AN" label="Échu depuis un an ou plus" symbol="3" render="true" />
      <category type="string" value="JAMAIS" label="Jamais contrôlée" symbol="4" render="true" />
      <category type="string" value="EXCLU" label="Hors du parc à contrôler" symbol="5" render="true" />
    </categories>
    <symbols>
      <symbol type="marker" name="0" alpha="1" clip_to_extent="1">
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
      <symbol type="marker" name="1" alpha="1" clip_to_extent="1">
        <layer class="SimpleMarker" pass="0" enabled="1">
          <Option type="Map">
            <Option type="QString" name="name" value="square" />
            <Option type="QString" name="color" value="253,219,109,255" />
            <Option type="QString" name="outline_color" value="34,34,34,255" />
            <Option type="QString" name="outline_width" value="0.3" />
            <Option type="QString" name="outline_width_unit" value="MM" />
            <Option type="QString" name="size" value="3.2" />
            <Option type="QString" name="size_unit" value="MM" />
          </Option>
        </layer>
      </symbol>
      <symbol type="marker" name="2" alpha="1" clip_to_extent="1">
        <layer class="SimpleMarker" pass="0" enabled="1">
          <Option type="Map">
            <Option type="QString" name="name" value="diamond" />
            <Option type="QString" name="color" value="239,138,98,255" />
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
      <symbol type="marker" name="4" alpha="1" clip_to_extent="1">
        <layer class="SimpleMarker" pass="0" enabled="1">
          <Option type="Map">
            <Option type="QString" name="name" value="star" />
            <Option type="QString" name="color" value="118,42,131,255" />
            <Option type="QString" name="outline_color" value="34,34,34,255" />
            <Option type="QString" name="outline_width" value="0.3" />
            <Option type="QString" name="outline_width_unit" value="MM" />
            <Option type="QString" name="size" value="4.2" />
            <Option type="QString" name="size_unit" value="MM" />
          </Option>
        </layer>
      </symbol>
      <symbol type="marker" name="5" alpha="1" clip_to_extent="1">
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
            </Option>
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
                <Option type="QString" name="À jour" value="A_JOUR" />
              </Option>
              <Option type="Map">
                <Option type="QString" name="Échéance dans moins de six mois" value="PROCHE" />
              </Option>
              <Option type="Map">
                <Option type="QString" name="Échu depuis moins d'un an" value="ECHU" />
              </Option>
              <Option type="Map">
                <Option type="QString" name="Échu depuis un an ou plus" value="ECHU_1AN" />
              </Option>
              <Option type="Map">
                <Option type="QString" name="Jamais contrôlée" value="JAMAIS" />
              </Option>
              <Option type="Map">
                <Option type="QString" name="Hors du parc à contrôler" value="EXCLU" />
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
    <field name="dernier_controle" configurationFlags="NoFlag">
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
            </Option>
          </Option>
        </config>
      </editWidget>
    </field>
    <field name="classe" configurationFlags="NoFlag">
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
    <field name="prochain_controle" configurationFlags="NoFlag">
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
    <field name="plafonne" configurationFlags="NoFlag">
      <editWidget type="CheckBox">
        <config>
          <Option />
        </config>
      </editWidget>
    </field>
    <field name="limite_travaux" configurationFlags="NoFlag">
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
    <field name="mecanique" configurationFlags="NoFlag">
      <editWidget type="CheckBox">
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
    <field name="geolocalise" configurationFlags="NoFlag">
      <editWidget type="CheckBox">
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
  </fieldConfiguration>
  <aliases>
    <alias field="insee" name="Code INSEE" index="0" />
    <alias field="commune" name="Commune" index="1" />
    <alias field="service_id" name="SPANC" index="2" />
    <alias field="numero_dossier" name="Numéro de dossier" index="3" />
    <alias field="adresse_txt" name="Adresse" index="4" />
    <alias field="etat" name="État" index="5" />
    <alias field="statut" name="Échéance" index="6" />
    <alias field="libelle_statut" name="Échéance, en clair" index="7" />
    <alias field="dernier_controle" name="Dernier contrôle" index="8" />
    <alias field="nature" name="Nature" index="9" />
    <alias field="classe" name="Classe" index="10" />
    <alias field="prochain_controle" name="Prochain contrôle" index="11" />
    <alias field="plafonne" name="Ramené à dix ans" index="12" />
    <alias field="limite_travaux" name="Limite des travaux" index="13" />
    <alias field="mecanique" name="Pièces mobiles" index="14" />
    <alias field="statut_lien" name="Lien aux parcelles" index="15" />
    <alias field="geolocalise" name="Sur la carte" index="16" />
    <alias field="inst_id" name="" index="17" />
  </aliases>
  <defaults />
  <attributetableconfig actionWidgetStyle="dropDown">
    <columns>
      <column type="field" name="insee" width="-1" hidden="0" />
      <column type="field" name="commune" width="-1" hidden="0" />
      <column type="field" name="service_id" width="-1" hidden="0" />
      <column type="field" name="numero_dossier" width="-1" hidden="0" />
      <column type="field" name="adresse_txt" width="-1" hidden="0" />
      <column type="field" name="etat" width="-1" hidden="0" />
      <column type="field" name="statut" width="-1" hidden="0" />
      <column type="field" name="libelle_statut" width="-1" hidden="0" />
      <column type="field" name="dernier_controle" width="-1" hidden="0" />
      <column type="field" name="nature" width="-1" hidden="0" />
      <column type="field" name="classe" width="-1" hidden="0" />
      <column type="field" name="prochain_controle" width="-1" hidden="0" />
      <column type="field" name="plafonne" width="-1" hidden="0" />
      <column type="field" name="limite_travaux" width="-1" hidden="0" />
      <column type="field" name="mecanique" width="-1" hidden="0" />
      <column type="field" name="statut_lien" width="-1" hidden="0" />
      <column type="field" name="geolocalise" width="-1" hidden="0" />
      <column type="field" name="inst_id" width="-1" hidden="1" />
    </columns>
  </attributetableconfig>
  <editorlayout>tablayout</editorlayout>
  <attributeEditorForm>
    <attributeEditorContainer name="Échéance" type="Tab" groupBox="0" columnCount="2" showLabel="1">
      <attributeEditorField name="insee" index="0" showLabel="1" />
      <attributeEditorField name="commune" index="1" showLabel="1" />
      <attributeEditorField name="service_id" index="2" showLabel="1" />
      <attributeEditorField name="numero_dossier" index="3" showLabel="1" />
      <attributeEditorField name="adresse_txt" index="4" showLabel="1" />
      <attributeEditorField name="etat" index="5" showLabel="1" />
      <attributeEditorField name="statut" index="6" showLabel="1" />
      <attributeEditorField name="libelle_statut" index="7" showLabel="1" />
      <attributeEditorField name="dernier_controle" index="8" showLabel="1" />
      <attributeEditorField name="nature" index="9" showLabel="1" />
      <attributeEditorField name="classe" index="10" showLabel="1" />
      <attributeEditorField name="prochain_controle" index="11" showLabel="1" />
      <attributeEditorField name="plafonne" index="12" showLabel="1" />
      <attributeEditorField name="limite_travaux" index="13" showLabel="1" />
      <attributeEditorField name="mecanique" index="14" showLabel="1" />
      <attributeEditorField name="statut_lien" index="15" showLabel="1" />
      <attributeEditorField name="geolocalise" index="16" showLabel="1" />
    </attributeEditorContainer>
  </attributeEditorForm>
  <editable>
    <field name="insee" editable="0" />
    <field name="commune" editable="0" />
    <field name="service_id" editable="0" />
    <field name="numero_dossier" editable="0" />
    <field name="adresse_txt" editable="0" />
    <field name="etat" editable="0" />
    <field name="statut" editable="0" />
    <field name="libelle_statut" editable="0" />
    <field name="dernier_controle" editable="0" />
    <field name="nature" editable="0" />
    <field name="classe" editable="0" />
    <field name="prochain_controle" editable="0" />
    <field name="plafonne" editable="0" />
    <field name="limite_travaux" editable="0" />
    <field name="mecanique" editable="0" />
    <field name="statut_lien" editable="0" />
    <field name="geolocalise" editable="0" />
    <field name="inst_id" editable="0" />
  </editable>
  <labelOnTop>
    <field name="insee" labelOnTop="0" />
    <field name="commune" labelOnTop="0" />
    <field name="service_id" labelOnTop="0" />
    <field name="numero_dossier" labelOnTop="0" />
    <field name="adresse_txt" labelOnTop="0" />
    <field name="etat" labelOnTop="0" />
    <field name="statut" labelOnTop="0" />
    <field name="libelle_statut" labelOnTop="0" />
    <field name="dernier_controle" labelOnTop="0" />
    <field name="nature" labelOnTop="0" />
    <field name="classe" labelOnTop="0" />
    <field name="prochain_controle" labelOnTop="0" />
    <field name="plafonne" labelOnTop="0" />
    <field name="limite_travaux" labelOnTop="0" />
    <field name="mecanique" labelOnTop="0" />
    <field name="statut_lien" labelOnTop="0" />
    <field name="geolocalise" labelOnTop="0" />
    <field name="inst_id" labelOnTop="0" />
  </labelOnTop>
  <previewExpression>"numero_dossier" || coalesce(' · ' || "adresse_txt", '')</previewExpression>
  <mapTip enabled="1">&lt;b&gt;[% "numero_dossier" %]&lt;/b&gt; [% "libelle_statut" %]&lt;br/&gt;[% coalesce("adresse_txt", '') %]</mapTip>
</qgis>
