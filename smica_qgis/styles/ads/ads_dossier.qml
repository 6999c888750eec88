<!DOCTYPE qgis PUBLIC 'http://mrcc.com/qgis.dtd' 'SYSTEM'>
<qgis version="3.40.0-Bratislava" styleCategories="Fields|Forms|AttributeTable|Symbology|MapTips|Rendering" hasScaleBasedVisibilityFlag="1" minScale="100000" maxScale="0">
  <renderer-v2 type="categorizedSymbol" attr="etat" enableorderby="0">
    <categories>
      <category type="string" value="DEP" label="Déposé" symbol="0" render="true" />
      <category type="string" value="INC" label="Incomplet, pièces demandées" symbol="1" render="true" />
      <category type="string" value="INS" label="En instruction" symbol="2" render="true" />
      <category type="string" value="DEC_FAV" label="Accordé" symbol="3" render="true" />
      <category type="string" value="DEC_FAVP" label="Accordé avec prescriptions" symbol="4" render="true" />
      <category type="string" value="DEC_DEF" label="Refusé" symbol="5" render="true" />
      <category type="string" value="SURS" label="Sursis à statuer" symbol="6" render="true" />
      <category type="string" value="TACITE" label="Accord tacite" symbol="7" render="true" />
      <category type="string" value="REJ" label="Rejeté" symbol="8" render="true" />
      <category type="string" value="RETR" label="Retiré" symbol="9" render="true" />
      <category type="string" value="ANN" label="Annulé ou abandonné" symbol="10" render="true" />
      <category type="string" value="OUV" label="Travaux ouverts" symbol="11" render="true" />
      <category type="string" value="ACH" label="Travaux achevés" symbol="12" render="true" />
      <category type="string" value="PER" label="Périmé" symbol="13" render="true" />
      <category type="string" value="CADUC" label="Caduc" symbol="14" render="true" />
    </categories>
    <symbols>
      <symbol type="marker" name="0" alpha="1" clip_to_extent="1">
        <layer class="SimpleMarker" pass="0" enabled="1">
          <Option type="Map">
            <Option type="QString" name="name" value="circle" />
            <Option type="QString" name="color" value="69,117,180,255" />
            <Option type="QString" name="outline_color" value="34,34,34,255" />
            <Option type="QString" name="outline_width" value="0.3" />
            <Option type="QString" name="outline_width_unit" value="MM" />
            <Option type="QString" name="size" value="3" />
            <Option type="QString" name="size_unit" value="MM" />
          </Option>
        </layer>
      </symbol>
      <symbol type="marker" name="1" alpha="1" clip_to_extent="1">
        <layer class="SimpleMarker" pass="0" enabled="1">
          <Option type="Map">
            <Option type="QString" name="name" value="semi_circle" />
            <Option type="QString" name="color" value="253,174,97,255" />
            <Option type="QString" name="outline_color" value="34,34,34,255" />
            <Option type="QString" name="outline_width" value="0.3" />
            <Option type="QString" name="outline_width_unit" value="MM" />
            <Option type="QString" name="size" value="3.4" />
            <Option type="QString" name="size_unit" value="MM" />
          </Option>
        </layer>
      </symbol>
      <symbol type="marker" name="2" alpha="1" clip_to_extent="1">
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
      <symbol type="marker" name="3" alpha="1" clip_to_extent="1">
        <layer class="SimpleMarker" pass="0" enabled="1">
          <Option type="Map">
            <Option type="QString" name="name" value="square" />
            <Option type="QString" name="color" value="26,152,80,255" />
            <Option type="QString" name="outline_color" value="34,34,34,255" />
            <Option type="QString" name="outline_width" value="0.3" />
            <Option type="QString" name="outline_width_unit" value="MM" />
            <Option type="QString" name="size" value="2.8" />
            <Option type="QString" name="size_unit" value="MM" />
          </Option>
        </layer>
      </symbol>
      <symbol type="marker" name="4" alpha="1" clip_to_extent="1">
        <layer class="SimpleMarker" pass="0" enabled="1">
          <Option type="Map">
            <Option type="QString" name="name" value="square_with_corners" />
            <Option type="QString" name="color" value="102,189,99,255" />
            <Option type="QString" name="outline_color" value="34,34,34,255" />
            <Option type="QString" name="outline_width" value="0.3" />
            <Option type="QString" name="outline_width_unit" value="MM" />
            <Option type="QString" name="size" value="3.2" />
            <Option type="QString" name="size_unit" value="MM" />
          </Option>
        </layer>
      </symbol>
      <symbol type="marker" name="5" alpha="1" clip_to_extent="1">
        <layer class="SimpleMarker" pass="0" enabled="1">
          <Option type="Map">
            <Option type="QString" name="name" value="triangle" />
            <Option type="QString" name="color" value="215,48,39,255" />
            <Option type="QString" name="outline_color" value="34,34,34,255" />
            <Option type="QString" name="outline_width" value="0.3" />
            <Option type="QString" name="outline_width_unit" value="MM" />
            <Option type="QString" name="size" value="3.8" />
            <Option type="QString" name="size_unit" value="MM" />
          </Option>
        </layer>
      </symbol>
      <symbol type="marker" name="6" alpha="1" clip_to_extent="1">
        <layer class="SimpleMarker" pass="0" enabled="1">
          <Option type="Map">
            <Option type="QString" name="name" value="hexagon" />
            <Option type="QString" name="color" value="254,224,139,255" />
            <Option type="QString" name="outline_color" value="34,34,34,255" />
            <Option type="QString" name="outline_width" value="0.3" />
            <Option type="QString" name="outline_width_unit" value="MM" />
            <Option type="QString" name="size" value="3.4" />
            <Option type="QString" name="size_unit" value="MM" />
          </Option>
        </layer>
      </symbol>
      <symbol type="marker" name="7" alpha="1" clip_to_extent="1">
        <layer class="SimpleMarker" pass="0" enabled="1">
          <Option type="Map">
            <Option type="QString" name="name" value="rounded_square" />
            <Option type="QString" name="color" value="0,131,143,255" />
            <Option type="QString" name="outline_color" value="34,34,34,255" />
            <Option type="QString" name="outline_width" value="0.3" />
            <Option type="QString" name="outline_width_unit" value="MM" />
            <Option type="QString" name="size" value="3" />
            <Option type="QString" name="size_unit" value="MM" />
          </Option>
        </layer>
      </symbol>
      <symbol type="marker" name="8" alpha="1" clip_to_extent="1">
        <layer class="SimpleMarker" pass="0" enabled="1">
          <Option type="Map">
            <Option type="QString" name="name" value="right_half_triangle" />
            <Option type="QString" name="color" value="165,0,38,255" />
            <Option type="QString" name="outline_color" value="34,34,34,255" />
            <Option type="QString" name="outline_width" value="0.3" />
            <Option type="QString" name="outline_width_unit" value="MM" />
            <Option type="QString" name="size" value="3.8" />
            <Option type="QString" name="size_unit" value="MM" />
          </Option>
        </layer>
      </symbol>
      <symbol type="marker" name="9" alpha="1" clip_to_extent="1">
        <layer class="SimpleMarker" pass="0" enabled="1">
          <Option type="Map">
            <Option type="QString" name="name" value="left_half_triangle" />
            <Option type="QString" name="color" value="123,31,162,255" />
            <Option type="QString" name="outline_color" value="34,34,34,255" />
            <Option type="QString" name="outline_width" value="0.3" />
            <Option type="QString" name="outline_width_unit" value="MM" />
            <Option type="QString" name="size" value="3.8" />
            <Option type="QString" name="size_unit" value="MM" />
          </Option>
        </layer>
      </symbol>
      <symbol type="marker" name="10" alpha="1" clip_to_extent="1">
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
      <symbol type="marker" name="11" alpha="1" clip_to_extent="1">
        <layer class="SimpleMarker" pass="0" enabled="1">
          <Option type="Map">
            <Option type="QString" name="name" value="diamond" />
            <Option type="QString" name="color" value="244,109,67,255" />
            <Option type="QString" name="outline_color" value="34,34,34,255" />
            <Option type="QString" name="outline_width" value="0.3" />
            <Option type="QString" name="outline_width_unit" value="MM" />
            <Option type="QString" name="size" value="3.8" />
            <Option type="QString" name="size_unit" value="MM" />
          </Option>
        </layer>
      </symbol>
      <symbol type="marker" name="12" alpha="1" clip_to_extent="1">
        <layer class="SimpleMarker" pass="0" enabled="1">
          <Option type="Map">
            <Option type="QString" name="name" value="star" />
            <Option type="QString" name="color" value="0,104,55,255" />
            <Option type="QString" name="outline_color" value="34,34,34,255" />
            <Option type="QString" name="outline_width" value="0.3" />
            <Option type="QString" name="outline_width_unit" value="MM" />
            <Option type="QString" name="size" value="4" />
            <Option type="QString" name="size_unit" value="MM" />
          </Option>
        </layer>
      </symbol>
      <symbol type="marker" name="13" alpha="1" clip_to_extent="1">
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
      <symbol type="marker" name="14" alpha="1" clip_to_extent="1">
        <layer class="SimpleMarker" pass="0" enabled="1">
          <Option type="Map">
            <Option type="QString" name="name" value="asterisk_fill" />
            <Option type="QString" name="color" value="189,189,189,255" />
            <Option type="QString" name="outline_color" value="34,34,34,255" />
            <Option type="QString" name="outline_width" value="0.3" />
            <Option type="QString" name="outline_width_unit" value="MM" />
            <Option type="QString" name="size" value="3.6" />
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
    <field name="cu_type" configurationFlags="NoFlag">
      <editWidget type="ValueMap">
        <config>
          <Option type="Map">
            <Option type="List" name="map">
              <Option type="Map">
                <Option type="QString" name="a (information)" value="a" />
              </Option>
              <Option type="Map">
                <Option type="QString" name="b (opérationnel)" value="b" />
              </Option>
            </Option>
          </Option>
        </config>
      </editWidget>
    </field>
    <field name="maison" configurationFlags="NoFlag">
      <editWidget type="CheckBox">
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
    <field name="annee" configurationFlags="NoFlag">
      <editWidget type="Hidden">
        <config>
          <Option />
        </config>
      </editWidget>
    </field>
    <field name="division" configurationFlags="NoFlag">
      <editWidget type="Hidden">
        <config>
          <Option />
        </config>
      </editWidget>
    </field>
    <field name="suffixe" configurationFlags="NoFlag">
      <editWidget type="TextEdit">
        <config>
          <Option />
        </config>
      </editWidget>
    </field>
    <field name="num_suffixe" configurationFlags="NoFlag">
      <editWidget type="TextEdit">
        <config>
          <Option />
        </config>
      </editWidget>
    </field>
    <field name="racine" configurationFlags="NoFlag">
      <editWidget type="TextEdit">
        <config>
          <Option />
        </config>
      </editWidget>
    </field>
    <field name="objet" configurationFlags="NoFlag">
      <editWidget type="TextEdit">
        <config>
          <Option type="Map">
            <Option type="bool" name="IsMultiline" value="true" />
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
              <Option type="Map">
                <Option type="QString" name="&lt;NULL&gt;" value="{2839923C-8B7D-419E-B84B-CA2FE9B80EC7}" />
              </Option>
            </Option>
          </Option>
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
    <field name="date_limite_saisie" configurationFlags="NoFlag">
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
    <field name="date_decision" configurationFlags="NoFlag">
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
    <field name="date_doc" configurationFlags="NoFlag">
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
    <field name="date_daact" configurationFlags="NoFlag">
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
    <field name="date_conformite" configurationFlags="NoFlag">
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
    <field name="delai_mois" configurationFlags="NoFlag">
      <editWidget type="TextEdit">
        <config>
          <Option />
        </config>
      </editWidget>
    </field>
    <field name="majoration_mois" configurationFlags="NoFlag">
      <editWidget type="TextEdit">
        <config>
          <Option />
        </config>
      </editWidget>
    </field>
    <field name="service_instructeur" configurationFlags="NoFlag">
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
    <field name="ban_id" configurationFlags="NoFlag">
      <editWidget type="TextEdit">
        <config>
          <Option />
        </config>
      </editWidget>
    </field>
    <field name="demandeur_type" configurationFlags="NoFlag">
      <editWidget type="ValueMap">
        <config>
          <Option type="Map">
            <Option type="List" name="map">
              <Option type="Map">
                <Option type="QString" name="Personne morale" value="PM" />
              </Option>
              <Option type="Map">
                <Option type="QString" name="Personne physique" value="PP" />
              </Option>
              <Option type="Map">
                <Option type="QString" name="Collectivité" value="COLL" />
              </Option>
              <Option type="Map">
                <Option type="QString" name="&lt;NULL&gt;" value="{2839923C-8B7D-419E-B84B-CA2FE9B80EC7}" />
              </Option>
            </Option>
          </Option>
        </config>
      </editWidget>
    </field>
    <field name="nature_projet" configurationFlags="NoFlag">
      <editWidget type="TextEdit">
        <config>
          <Option />
        </config>
      </editWidget>
    </field>
    <field name="destination" configurationFlags="NoFlag">
      <editWidget type="TextEdit">
        <config>
          <Option />
        </config>
      </editWidget>
    </field>
    <field name="nb_lgt" configurationFlags="NoFlag">
      <editWidget type="TextEdit">
        <config>
          <Option />
        </config>
      </editWidget>
    </field>
    <field name="surf_plancher_m2" configurationFlags="NoFlag">
      <editWidget type="TextEdit">
        <config>
          <Option />
        </config>
      </editWidget>
    </field>
    <field name="source" configurationFlags="NoFlag">
      <editWidget type="ValueMap">
        <config>
          <Option type="Map">
            <Option type="List" name="map">
              <Option type="Map">
                <Option type="QString" name="openADS" value="OPENADS" />
              </Option>
              <Option type="Map">
                <Option type="QString" name="Plat'AU" value="PLATAU" />
              </Option>
              <Option type="Map">
                <Option type="QString" name="SITADEL" value="SITADEL" />
              </Option>
              <Option type="Map">
                <Option type="QString" name="Saisie" value="SAISIE" />
              </Option>
              <Option type="Map">
                <Option type="QString" name="Tableau" value="CSV" />
              </Option>
            </Option>
          </Option>
        </config>
      </editWidget>
    </field>
    <field name="source_id" configurationFlags="NoFlag">
      <editWidget type="TextEdit">
        <config>
          <Option />
        </config>
      </editWidget>
    </field>
    <field name="date_import" configurationFlags="NoFlag">
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
    <field name="n_parcelles_trouvees" configurationFlags="NoFlag">
      <editWidget type="TextEdit">
        <config>
          <Option />
        </config>
      </editWidget>
    </field>
    <field name="n_parcelles_attendues" configurationFlags="NoFlag">
      <editWidget type="TextEdit">
        <config>
          <Option />
        </config>
      </editWidget>
    </field>
  </fieldConfiguration>
  <aliases>
    <alias field="fid" name="" index="0" />
    <alias field="num_canon" name="" index="1" />
    <alias field="num_affiche" name="Numéro" index="2" />
    <alias field="type" name="Type" index="3" />
    <alias field="cu_type" name="Certificat" index="4" />
    <alias field="maison" name="Maison individuelle" index="5" />
    <alias field="insee" name="Code INSEE" index="6" />
    <alias field="annee" name="" index="7" />
    <alias field="division" name="" index="8" />
    <alias field="suffixe" name="Modificatif (M), transfert (T)" index="9" />
    <alias field="num_suffixe" name="Rang" index="10" />
    <alias field="racine" name="Permis d'origine" index="11" />
    <alias field="objet" name="Objet" index="12" />
    <alias field="etat" name="État" index="13" />
    <alias field="date_depot" name="Date de dépôt" index="14" />
    <alias field="date_complet" name="Date de complétude" index="15" />
    <alias field="date_limite_saisie" name="Date limite" index="16" />
    <alias field="date_decision" name="Date de la décision" index="17" />
    <alias field="date_doc" name="Ouverture de chantier" index="18" />
    <alias field="date_daact" name="Achèvement des travaux" index="19" />
    <alias field="date_conformite" name="Conformité" index="20" />
    <alias field="delai_mois" name="Délai (mois)" index="21" />
    <alias field="majoration_mois" name="Majoration (mois)" index="22" />
    <alias field="service_instructeur" name="Service instructeur" index="23" />
    <alias field="adresse_txt" name="Adresse du terrain" index="24" />
    <alias field="ban_id" name="Identifiant d'adresse (BAN)" index="25" />
    <alias field="demandeur_type" name="Type de demandeur" index="26" />
    <alias field="nature_projet" name="Nature du projet" index="27" />
    <alias field="destination" name="Destination" index="28" />
    <alias field="nb_lgt" name="Nombre de logements" index="29" />
    <alias field="surf_plancher_m2" name="Surface de plancher (m²)" index="30" />
    <alias field="source" name="Logiciel d'origine" index="31" />
    <alias field="source_id" name="Identifiant d'origine" index="32" />
    <alias field="date_import" name="Import" index="33" />
    <alias field="statut_lien" name="Lien aux parcelles" index="34" />
    <alias field="n_parcelles_trouvees" name="Parcelles trouvées" index="35" />
    <alias field="n_parcelles_attendues" name="Parcelles écrites" index="36" />
  </aliases>
  <defaults>
    <default field="date_import" expression="now()" applyOnUpdate="1" />
  </defaults>
  <attributetableconfig actionWidgetStyle="dropDown">
    <columns>
      <column type="field" name="fid" width="-1" hidden="1" />
      <column type="field" name="num_canon" width="-1" hidden="1" />
      <column type="field" name="num_affiche" width="-1" hidden="0" />
      <column type="field" name="type" width="-1" hidden="0" />
      <column type="field" name="cu_type" width="-1" hidden="0" />
      <column type="field" name="maison" width="-1" hidden="0" />
      <column type="field" name="insee" width="-1" hidden="0" />
      <column type="field" name="annee" width="-1" hidden="1" />
      <column type="field" name="division" width="-1" hidden="1" />
      <column type="field" name="suffixe" width="-1" hidden="0" />
      <column type="field" name="num_suffixe" width="-1" hidden="0" />
      <column type="field" name="racine" width="-1" hidden="0" />
      <column type="field" name="objet" width="-1" hidden="0" />
      <column type="field" name="etat" width="-1" hidden="0" />
      <column type="field" name="date_depot" width="-1" hidden="0" />
      <column type="field" name="date_complet" width="-1" hidden="0" />
      <column type="field" name="date_limite_saisie" width="-1" hidden="0" />
      <column type="field" name="date_decision" width="-1" hidden="0" />
      <column type="field" name="date_doc" width="-1" hidden="0" />
      <column type="field" name="date_daact" width="-1" hidden="0" />
      <column type="field" name="date_conformite" width="-1" hidden="0" />
      <column type="field" name="delai_mois" width="-1" hidden="0" />
      <column type="field" name="majoration_mois" width="-1" hidden="0" />
      <column type="field" name="service_instructeur" width="-1" hidden="0" />
      <column type="field" name="adresse_txt" width="-1" hidden="0" />
      <column type="field" name="ban_id" width="-1" hidden="0" />
      <column type="field" name="demandeur_type" width="-1" hidden="0" />
      <column type="field" name="nature_projet" width="-1" hidden="0" />
      <column type="field" name="destination" width="-1" hidden="0" />
      <column type="field" name="nb_lgt" width="-1" hidden="0" />
      <column type="field" name="surf_plancher_m2" width="-1" hidden="0" />
      <column type="field" name="source" width="-1" hidden="0" />
      <column type="field" name="source_id" width="-1" hidden="0" />
      <column type="field" name="date_import" width="-1" hidden="0" />
      <column type="field" name="statut_lien" width="-1" hidden="0" />
      <column type="field" name="n_parcelles_trouvees" width="-1" hidden="0" />
      <column type="field" name="n_parcelles_attendues" width="-1" hidden="0" />
    </columns>
  </attributetableconfig>
  <editorlayout>tablayout</editorlayout>
  <attributeEditorForm>
    <attributeEditorContainer name="Dossier" type="Tab" groupBox="0" columnCount="2" showLabel="1">
      <attributeEditorField name="num_affiche" index="2" showLabel="1" />
      <attributeEditorField name="type" index="3" showLabel="1" />
      <attributeEditorField name="cu_type" index="4" showLabel="1" />
      <attributeEditorField name="racine" index="11" showLabel="1" />
      <attributeEditorField name="suffixe" index="9" showLabel="1" />
      <attributeEditorField name="num_suffixe" index="10" showLabel="1" />
      <attributeEditorField name="etat" index="13" showLabel="1" />
      <attributeEditorField name="demandeur_type" index="26" showLabel="1" />
      <attributeEditorField name="service_instructeur" index="23" showLabel="1" />
    </attributeEditorContainer>
    <attributeEditorContainer name="Projet" type="Tab" groupBox="0" columnCount="2" showLabel="1">
      <attributeEditorField name="maison" index="5" showLabel="1" />
      <attributeEditorField name="objet" index="12" showLabel="1" />
      <attributeEditorField name="nature_projet" index="27" showLabel="1" />
      <attributeEditorField name="destination" index="28" showLabel="1" />
      <attributeEditorField name="nb_lgt" index="29" showLabel="1" />
      <attributeEditorField name="surf_plancher_m2" index="30" showLabel="1" />
      <attributeEditorField name="insee" index="6" showLabel="1" />
      <attributeEditorField name="adresse_txt" index="24" showLabel="1" />
      <attributeEditorField name="ban_id" index="25" showLabel="1" />
    </attributeEditorContainer>
    <attributeEditorContainer name="Dates" type="Tab" groupBox="0" columnCount="2" showLabel="1">
      <attributeEditorField name="date_depot" index="14" showLabel="1" />
      <attributeEditorField name="date_complet" index="15" showLabel="1" />
      <attributeEditorField name="date_limite_saisie" index="16" showLabel="1" />
      <attributeEditorField name="date_decision" index="17" showLabel="1" />
      <attributeEditorField name="date_doc" index="18" showLabel="1" />
      <attributeEditorField name="date_daact" index="19" showLabel="1" />
      <attributeEditorField name="date_conformite" index="20" showLabel="1" />
      <attributeEditorField name="delai_mois" index="21" showLabel="1" />
      <attributeEditorField name="majoration_mois" index="22" showLabel="1" />
    </attributeEditorContainer>
    <attributeEditorContainer name="Parcelles" type="Tab" groupBox="0" columnCount="1" showLabel="1">
      <attributeEditorRelation name="smica_ads_parcelle" relation="smica_ads_parcelle" label="Parcelles" relationWidgetTypeId="relation_editor" showLabel="0" forceSuppressFormPopup="0">
        <editor_configuration>
          <Option type="Map">
            <Option type="QString" name="buttons" value="SaveChildEdits|AddChildFeature|ZoomToChildFeature" />
          </Option>
        </editor_configuration>
      </attributeEditorRelation>
    </attributeEditorContainer>
    <attributeEditorContainer name="Vie du dossier" type="Tab" groupBox="0" columnCount="1" showLabel="1">
      <attributeEditorRelation name="smica_ads_evenement" relation="smica_ads_evenement" label="Vie du dossier" relationWidgetTypeId="relation_editor" showLabel="0" forceSuppressFormPopup="0">
        <editor_configuration>
          <Option type="Map">
            <Option type="QString" name="buttons" value="SaveChildEdits|AddChildFeature|ZoomToChildFeature" />
          </Option>
        </editor_configuration>
      </attributeEditorRelation>
    </attributeEditorContainer>
    <attributeEditorContainer name="Consultations" type="Tab" groupBox="0" columnCount="1" showLabel="1">
      <attributeEditorRelation name="smica_ads_consultation" relation="smica_ads_consultation" label="Consultations" relationWidgetTypeId="relation_editor" showLabel="0" forceSuppressFormPopup="0">
        <editor_configuration>
          <Option type="Map">
            <Option type="QString" name="buttons" value="SaveChildEdits|AddChildFeature|ZoomToChildFeature" />
          </Option>
        </editor_configuration>
      </attributeEditorRelation>
    </attributeEditorContainer>
    <attributeEditorContainer name="Contraintes" type="Tab" groupBox="0" columnCount="1" showLabel="1">
      <attributeEditorRelation name="smica_ads_dossier_contrainte" relation="smica_ads_dossier_contrainte" label="Contraintes" relationWidgetTypeId="relation_editor" showLabel="0" forceSuppressFormPopup="0">
        <editor_configuration>
          <Option type="Map">
            <Option type="QString" name="buttons" value="SaveChildEdits|AddChildFeature|ZoomToChildFeature" />
          </Option>
        </editor_configuration>
      </attributeEditorRelation>
    </attributeEditorContainer>
    <attributeEditorContainer name="Suivi" type="Tab" groupBox="0" columnCount="1" showLabel="1">
      <attributeEditorField name="source" index="31" showLabel="1" />
      <attributeEditorField name="source_id" index="32" showLabel="1" />
      <attributeEditorField name="date_import" index="33" showLabel="1" />
      <attributeEditorField name="statut_lien" index="34" showLabel="1" />
      <attributeEditorField name="n_parcelles_attendues" index="36" showLabel="1" />
      <attributeEditorField name="n_parcelles_trouvees" index="35" showLabel="1" />
    </attributeEditorContainer>
  </attributeEditorForm>
  <editable>
    <field name="fid" editable="1" />
    <field name="num_canon" editable="1" />
    <field name="num_affiche" editable="0" />
    <field name="type" editable="0" />
    <field name="cu_type" editable="0" />
    <field name="maison" editable="1" />
    <field name="insee" editable="1" />
    <field name="annee" editable="1" />
    <field name="division" editable="1" />
    <field name="suffixe" editable="0" />
    <field name="num_suffixe" editable="0" />
    <field name="racine" editable="0" />
    <field name="objet" editable="1" />
    <field name="etat" editable="1" />
    <field name="date_depot" editable="1" />
    <field name="date_complet" editable="1" />
    <field name="date_limite_saisie" editable="1" />
    <field name="date_decision" editable="1" />
    <field name="date_doc" editable="1" />
    <field name="date_daact" editable="1" />
    <field name="date_conformite" editable="1" />
    <field name="delai_mois" editable="1" />
    <field name="majoration_mois" editable="1" />
    <field name="service_instructeur" editable="1" />
    <field name="adresse_txt" editable="1" />
    <field name="ban_id" editable="1" />
    <field name="demandeur_type" editable="1" />
    <field name="nature_projet" editable="1" />
    <field name="destination" editable="1" />
    <field name="nb_lgt" editable="1" />
    <field name="surf_plancher_m2" editable="1" />
    <field name="source" editable="0" />
    <field name="source_id" editable="0" />
    <field name="date_import" editable="0" />
    <field name="statut_lien" editable="0" />
    <field name="n_parcelles_trouvees" editable="0" />
    <field name="n_parcelles_attendues" editable="0" />
  </editable>
  <labelOnTop>
    <field name="fid" labelOnTop="0" />
    <field name="num_canon" labelOnTop="0" />
    <field name="num_affiche" labelOnTop="0" />
    <field name="type" labelOnTop="0" />
    <field name="cu_type" labelOnTop="0" />
    <field name="maison" labelOnTop="0" />
    <field name="insee" labelOnTop="0" />
    <field name="annee" labelOnTop="0" />
    <field name="division" labelOnTop="0" />
    <field name="suffixe" labelOnTop="0" />
    <field name="num_suffixe" labelOnTop="0" />
    <field name="racine" labelOnTop="0" />
    <field name="objet" labelOnTop="0" />
    <field name="etat" labelOnTop="0" />
    <field name="date_depot" labelOnTop="0" />
    <field name="date_complet" labelOnTop="0" />
    <field name="date_limite_saisie" labelOnTop="0" />
    <field name="date_decision" labelOnTop="0" />
    <field name="date_doc" labelOnTop="0" />
    <field name="date_daact" labelOnTop="0" />
    <field name="date_conformite" labelOnTop="0" />
    <field name="delai_mois" labelOnTop="0" />
    <field name="majoration_mois" labelOnTop="0" />
    <field name="service_instructeur" labelOnTop="0" />
    <field name="adresse_txt" labelOnTop="0" />
    <field name="ban_id" labelOnTop="0" />
    <field name="demandeur_type" labelOnTop="0" />
    <field name="nature_projet" labelOnTop="0" />
    <field name="destination" labelOnTop="0" />
    <field name="nb_lgt" labelOnTop="0" />
    <field name="surf_plancher_m2" labelOnTop="0" />
    <field name="source" labelOnTop="0" />
    <field name="source_id" labelOnTop="0" />
    <field name="date_import" labelOnTop="0" />
    <field name="statut_lien" labelOnTop="0" />
    <field name="n_parcelles_trouvees" labelOnTop="0" />
    <field name="n_parcelles_attendues" labelOnTop="0" />
  </labelOnTop>
  <previewExpression>"num_affiche" || ' · ' || represent_value("etat")</previewExpression>
  <mapTip enabled="1">&lt;b&gt;[% "num_affiche" %]&lt;/b&gt; [% represent_value("etat") %]&lt;br/&gt;[% coalesce("objet", '') %]&lt;br/&gt;
[% coalesce("adresse_txt", '') %][% coalesce('&lt;br/&gt;déposé le ' || format_date("date_depot", 'dd/MM/yyyy'), '') %]</mapTip>
</qgis>
