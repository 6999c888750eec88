<!DOCTYPE qgis PUBLIC 'http://mrcc.com/qgis.dtd' 'SYSTEM'>
<qgis version="3.40.6-Bratislava" styleCategories="Symbology|Fields|Forms|MapTips">
  <renderer-v2 type="categorizedSymbol" forceraster="0" enableorderby="0" symbollevels="0" referencescale="-1" attr="etat">
    <categories>
      <category type="string" uuid="{ef021aec-1f4a-46b6-bad0-71635ef222ea}" value="ACT" render="true" symbol="0" label="En service"/>
      <category type="string" uuid="{cadd7689-d0b6-4650-af6a-1cf27df242ad}" value="DESACT" render="true" symbol="1" label="Désactivée"/>
      <category type="string" uuid="{4ce14c55-4b05-4a87-b257-3944aab019c2}" value="RACC" render="true" symbol="2" label="Raccordée au réseau"/>
      <category type="string" uuid="{5b5b74af-efd2-4729-8a85-06fa473436a9}" value="SUPP" render="true" symbol="3" label="Supprimée"/>
    </categories>
    <symbols>
      <symbol clip_to_extent="1" type="marker" frame_rate="10" is_animated="0" name="0" alpha="1" force_rhr="0">
        <data_defined_properties>
          <Option type="Map">
            <Option type="QString" name="name" value=""/>
            <Option name="properties"/>
            <Option type="QString" name="type" value="collection"/>
          </Option>
        </data_defined_properties>
        <layer id="{3a3186f2-49c0-40a2-ae75-0fe7580bbbc8}" class="SimpleMarker" pass="0" locked="0" enabled="1">
          <Option type="Map">
            <Option type="QString" name="angle" value="0"/>
            <Option type="QString" name="cap_style" value="square"/>
            <Option type="QString" name="color" value="59,125,216,255,rgb:0.23137254901960785,0.49019607843137253,0.84705882352941175,1"/>
            <Option type="QString" name="horizontal_anchor_point" value="1"/>
            <Option type="QString" name="joinstyle" value="bevel"/>
            <Option type="QString" name="name" value="circle"/>
            <Option type="QString" name="offset" value="0,0"/>
            <Option type="QString" name="offset_map_unit_scale" value="3x:0,0,0,0,0,0"/>
            <Option type="QString" name="offset_unit" value="MM"/>
            <Option type="QString" name="outline_color" value="34,34,34,255,rgb:0.13333333333333333,0.13333333333333333,0.13333333333333333,1"/>
            <Option type="QString" name="outline_style" value="solid"/>
            <Option type="QString" name="outline_width" value="0.2"/>
            <Option type="QString" name="outline_width_map_unit_scale" value="3x:0,0,0,0,0,0"/>
            <Option type="QString" name="outline_width_unit" value="MM"/>
            <Option type="QString" name="scale_method" value="diameter"/>
            <Option type="QString" name="size" value="2.6"/>
            <Option type="QString" name="size_map_unit_scale" value="3x:0,0,0,0,0,0"/>
            <Option type="QString" name="size_unit" value="MM"/>
            <Option type="QString" name="vertical_anchor_point" value="1"/>
          </Option>
          <data_defined_properties>
            <Option type="Map">
              <Option type="QString" name="name" value=""/>
              <Option name="properties"/>
              <Option type="QString" name="type" value="collection"/>
            </Option>
          </data_defined_properties>
        </layer>
      </symbol>
      <symbol clip_to_extent="1" type="marker" frame_rate="10" is_animated="0" name="1" alpha="1" force_rhr="0">
        <data_defined_properties>
          <Option type="Map">
            <Option type="QString" name="name" value=""/>
            <Option name="properties"/>
            <Option type="QString" name="type" value="collection"/>
          </Option>
        </data_defined_properties>
        <layer id="{b4523ff1-e679-42a2-8351-2cd373566e32}" class="SimpleMarker" pass="0" locked="0" enabled="1">
          <Option type="Map">
            <Option type="QString" name="angle" value="0"/>
            <Option type="QString" name="cap_style" value="square"/>
            <Option type="QString" name="color" value="176,176,176,255,rgb:0.69019607843137254,0.69019607843137254,0.69019607843137254,1"/>
            <Option type="QString" name="horizontal_anchor_point" value="1"/>
            <Option type="QString" name="joinstyle" value="bevel"/>
            <Option type="QString" name="name" value="circle"/>
            <Option type="QString" name="offset" value="0,0"/>
            <Option type="QString" name="offset_map_unit_scale" value="3x:0,0,0,0,0,0"/>
            <Option type="QString" name="offset_unit" value="MM"/>
            <Option type="QString" name="outline_color" value="34,34,34,255,rgb:0.13333333333333333,0.13333333333333333,0.13333333333333333,1"/>
            <Option type="QString" name="outline_style" value="solid"/>
            <Option type="QString" name="outline_width" value="0.2"/>
            <Option type="QString" name="outline_width_map_unit_scale" value="3x:0,0,0,0,0,0"/>
            <Option type="QString" name="outline_width_unit" value="MM"/>
            <Option type="QString" name="scale_method" value="diameter"/>
            <Option type="QString" name="size" value="2.6"/>
            <Option type="QString" name="size_map_unit_scale" value="3x:0,0,0,0,0,0"/>
            <Option type="QString" name="size_unit" value="MM"/>
            <Option type="QString" name="vertical_anchor_point" value="1"/>
          </Option>
          <data_defined_properties>
            <Option type="Map">
              <Option type="QString" name="name" value=""/>
              <Option name="properties"/>
              <Option type="QString" name="type" value="collection"/>
            </Option>
          </data_defined_properties>
        </layer>
      </symbol>
      <symbol clip_to_extent="1" type="marker" frame_rate="10" is_animated="0" name="2" alpha="1" force_rhr="0">
        <data_defined_properties>
          <Option type="Map">
            <Option type="QString" name="name" value=""/>
            <Option name="properties"/>
            <Option type="QString" name="type" value="collection"/>
          </Option>
        </data_defined_properties>
        <layer id="{23b12f9f-edc7-4c2d-97c3-7d104b8ecf77}" class="SimpleMarker" pass="0" locked="0" enabled="1">
          <Option type="Map">
            <Option type="QString" name="angle" value="0"/>
            <Option type="QString" name="cap_style" value="square"/>
            <Option type="QString" name="color" value="111,168,111,255,rgb:0.43529411764705883,0.6588235294117647,0.43529411764705883,1"/>
            <Option type="QString" name="horizontal_anchor_point" value="1"/>
            <Option type="QString" name="joinstyle" value="bevel"/>
            <Option type="QString" name="name" value="square"/>
            <Option type="QString" name="offset" value="0,0"/>
            <Option type="QString" name="offset_map_unit_scale" value="3x:0,0,0,0,0,0"/>
            <Option type="QString" name="offset_unit" value="MM"/>
            <Option type="QString" name="outline_color" value="34,34,34,255,rgb:0.13333333333333333,0.13333333333333333,0.13333333333333333,1"/>
            <Option type="QString" name="outline_style" value="solid"/>
            <Option type="QString" name="outline_width" value="0.2"/>
            <Option type="QString" name="outline_width_map_unit_scale" value="3x:0,0,0,0,0,0"/>
            <Option type="QString" name="outline_width_unit" value="MM"/>
            <Option type="QString" name="scale_method" value="diameter"/>
            <Option type="QString" name="size" value="2.6"/>
            <Option type="QString" name="size_map_unit_scale" value="3x:0,0,0,0,0,0"/>
            <Option type="QString" name="size_unit" value="MM"/>
            <Option type="QString" name="vertical_anchor_point" value="1"/>
          </Option>
          <data_defined_properties>
            <Option type="Map">
              <Option type="QString" name="name" value=""/>
              <Option name="properties"/>
              <Option type="QString" name="type" value="collection"/>
            </Option>
          </data_defined_properties>
        </layer>
      </symbol>
      <symbol clip_to_extent="1" type="marker" frame_rate="10" is_animated="0" name="3" alpha="1" force_rhr="0">
        <data_defined_properties>
          <Option type="Map">
            <Option type="QString" name="name" value=""/>
            <Option name="properties"/>
            <Option type="QString" name="type" value="collection"/>
          </Option>
        </data_defined_properties>
        <layer id="{1aefe370-2511-4157-b769-33e1328a93a8}" class="SimpleMarker" pass="0" locked="0" enabled="1">
          <Option type="Map">
            <Option type="QString" name="angle" value="0"/>
            <Option type="QString" name="cap_style" value="square"/>
            <Option type="QString" name="color" value="255,255,255,255,rgb:1,1,1,1"/>
            <Option type="QString" name="horizontal_anchor_point" value="1"/>
            <Option type="QString" name="joinstyle" value="bevel"/>
            <Option type="QString" name="name" value="cross2"/>
            <Option type="QString" name="offset" value="0,0"/>
            <Option type="QString" name="offset_map_unit_scale" value="3x:0,0,0,0,0,0"/>
            <Option type="QString" name="offset_unit" value="MM"/>
            <Option type="QString" name="outline_color" value="34,34,34,255,rgb:0.13333333333333333,0.13333333333333333,0.13333333333333333,1"/>
            <Option type="QString" name="outline_style" value="solid"/>
            <Option type="QString" name="outline_width" value="0.2"/>
            <Option type="QString" name="outline_width_map_unit_scale" value="3x:0,0,0,0,0,0"/>
            <Option type="QString" name="outline_width_unit" value="MM"/>
            <Option type="QString" name="scale_method" value="diameter"/>
            <Option type="QString" name="size" value="2.6"/>
            <Option type="QString" name="size_map_unit_scale" value="3x:0,0,0,0,0,0"/>
            <Option type="QString" name="size_unit" value="MM"/>
            <Option type="QString" name="vertical_anchor_point" value="1"/>
          </Option>
          <data_defined_properties>
            <Option type="Map">
              <Option type="QString" name="name" value=""/>
              <Option name="properties"/>
              <Option type="QString" name="type" value="collection"/>
            </Option>
          </data_defined_properties>
        </layer>
      </symbol>
    </symbols>
    <rotation/>
    <sizescale/>
    <data-defined-properties>
      <Option type="Map">
        <Option type="QString" name="name" value=""/>
        <Option name="properties"/>
        <Option type="QString" name="type" value="collection"/>
      </Option>
    </data-defined-properties>
  </renderer-v2>
  <selection mode="Default">
    <selectionColor invalid="1"/>
  </selection>
  <blendMode>0</blendMode>
  <featureBlendMode>0</featureBlendMode>
  <fieldConfiguration>
    <field name="fid" configurationFlags="NoFlag">
      <editWidget type="Hidden">
        <config>
          <Option/>
        </config>
      </editWidget>
    </field>
    <field name="inst_id" configurationFlags="NoFlag">
      <editWidget type="Hidden">
        <config>
          <Option/>
        </config>
      </editWidget>
    </field>
    <field name="service_id" configurationFlags="NoFlag">
      <editWidget type="">
        <config>
          <Option/>
        </config>
      </editWidget>
    </field>
    <field name="numero_dossier" configurationFlags="NoFlag">
      <editWidget type="">
        <config>
          <Option/>
        </config>
      </editWidget>
    </field>
    <field name="insee" configurationFlags="NoFlag">
      <editWidget type="">
        <config>
          <Option/>
        </config>
      </editWidget>
    </field>
    <field name="code_postal" configurationFlags="NoFlag">
      <editWidget type="">
        <config>
          <Option/>
        </config>
      </editWidget>
    </field>
    <field name="adresse_ban_id" configurationFlags="NoFlag">
      <editWidget type="">
        <config>
          <Option/>
        </config>
      </editWidget>
    </field>
    <field name="adresse_txt" configurationFlags="NoFlag">
      <editWidget type="">
        <config>
          <Option/>
        </config>
      </editWidget>
    </field>
    <field name="type_immeuble" configurationFlags="NoFlag">
      <editWidget type="ValueMap">
        <config>
          <Option type="Map">
            <Option type="List" name="map">
              <Option type="Map">
                <Option type="QString" name="Maison individuelle" value="IND"/>
              </Option>
              <Option type="Map">
                <Option type="QString" name="Logement collectif" value="COL"/>
              </Option>
              <Option type="Map">
                <Option type="QString" name="Établissement recevant du public" value="ERP"/>
              </Option>
              <Option type="Map">
                <Option type="QString" name="Activité" value="ACT"/>
              </Option>
              <Option type="Map">
                <Option type="QString" name="Autre" value="AUT"/>
              </Option>
            </Option>
          </Option>
        </config>
      </editWidget>
    </field>
    <field name="nb_logements" configurationFlags="NoFlag">
      <editWidget type="">
        <config>
          <Option/>
        </config>
      </editWidget>
    </field>
    <field name="nb_pieces" configurationFlags="NoFlag">
      <editWidget type="">
        <config>
          <Option/>
        </config>
      </editWidget>
    </field>
    <field name="eh_calc" configurationFlags="NoFlag">
      <editWidget type="">
        <config>
          <Option/>
        </config>
      </editWidget>
    </field>
    <field name="eh_installe" configurationFlags="NoFlag">
      <editWidget type="">
        <config>
          <Option/>
        </config>
      </editWidget>
    </field>
    <field name="date_mise_en_service" configurationFlags="NoFlag">
      <editWidget type="DateTime">
        <config>
          <Option type="Map">
            <Option type="bool" name="allow_null" value="true"/>
            <Option type="bool" name="calendar_popup" value="true"/>
            <Option type="QString" name="display_format" value="dd/MM/yyyy"/>
            <Option type="QString" name="field_format" value="yyyy-MM-dd"/>
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
                <Option type="QString" name="En service" value="ACT"/>
              </Option>
              <Option type="Map">
                <Option type="QString" name="Désactivée" value="DESACT"/>
              </Option>
              <Option type="Map">
                <Option type="QString" name="Raccordée au réseau" value="RACC"/>
              </Option>
              <Option type="Map">
                <Option type="QString" name="Supprimée" value="SUPP"/>
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
            <Option type="bool" name="allow_null" value="true"/>
            <Option type="bool" name="calendar_popup" value="true"/>
            <Option type="QString" name="display_format" value="dd/MM/yyyy"/>
            <Option type="QString" name="field_format" value="yyyy-MM-dd"/>
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
                <Option type="QString" name="Parcelle" value="PARCELLE"/>
              </Option>
              <Option type="Map">
                <Option type="QString" name="Adresse" value="ADRESSE"/>
              </Option>
              <Option type="Map">
                <Option type="QString" name="Relevé" value="GPS"/>
              </Option>
              <Option type="Map">
                <Option type="QString" name="Saisie sur la carte" value="SAISIE"/>
              </Option>
            </Option>
          </Option>
        </config>
      </editWidget>
    </field>
    <field name="precision_m" configurationFlags="NoFlag">
      <editWidget type="">
        <config>
          <Option/>
        </config>
      </editWidget>
    </field>
    <field name="statut_lien" configurationFlags="NoFlag">
      <editWidget type="ValueMap">
        <config>
          <Option type="Map">
            <Option type="List" name="map">
              <Option type="Map">
                <Option type="QString" name="Parcelle trouvée" value="EXACT"/>
              </Option>
              <Option type="Map">
                <Option type="QString" name="En partie : une part de parcelle, ou certaines parcelles seulement" value="PARTIEL"/>
              </Option>
              <Option type="Map">
                <Option type="QString" name="Parcelle ancienne, suivie par la filiation" value="ANCIEN"/>
              </Option>
              <Option type="Map">
                <Option type="QString" name="Plusieurs parcelles possibles" value="AMBIGU"/>
              </Option>
              <Option type="Map">
                <Option type="QString" name="Parcelle introuvable" value="INTROUVABLE"/>
              </Option>
            </Option>
          </Option>
        </config>
      </editWidget>
    </field>
    <field name="n_parcelles" configurationFlags="NoFlag">
      <editWidget type="">
        <config>
          <Option/>
        </config>
      </editWidget>
    </field>
    <field name="n_parcelles_trouvees" configurationFlags="NoFlag">
      <editWidget type="">
        <config>
          <Option/>
        </config>
      </editWidget>
    </field>
    <field name="source" configurationFlags="NoFlag">
      <editWidget type="">
        <config>
          <Option/>
        </config>
      </editWidget>
    </field>
    <field name="date_maj" configurationFlags="NoFlag">
      <editWidget type="DateTime">
        <config>
          <Option type="Map">
            <Option type="bool" name="allow_null" value="true"/>
            <Option type="bool" name="calendar_popup" value="true"/>
            <Option type="QString" name="display_format" value="dd/MM/yyyy"/>
            <Option type="QString" name="field_format" value="yyyy-MM-dd"/>
          </Option>
        </config>
      </editWidget>
    </field>
  </fieldConfiguration>
  <aliases>
    <alias field="fid" name="" index="0"/>
    <alias field="inst_id" name="" index="1"/>
    <alias field="service_id" name="SPANC" index="2"/>
    <alias field="numero_dossier" name="Numéro de dossier" index="3"/>
    <alias field="insee" name="Code INSEE" index="4"/>
    <alias field="code_postal" name="" index="5"/>
    <alias field="adresse_ban_id" name="" index="6"/>
    <alias field="adresse_txt" name="Adresse" index="7"/>
    <alias field="type_immeuble" name="Type d'immeuble" index="8"/>
    <alias field="nb_logements" name="Logements" index="9"/>
    <alias field="nb_pieces" name="Pièces principales" index="10"/>
    <alias field="eh_calc" name="EH calculés" index="11"/>
    <alias field="eh_installe" name="EH installés" index="12"/>
    <alias field="date_mise_en_service" name="Mise en service" index="13"/>
    <alias field="etat" name="État" index="14"/>
    <alias field="date_etat" name="Date de l'état" index="15"/>
    <alias field="source_position" name="Position" index="16"/>
    <alias field="precision_m" name="" index="17"/>
    <alias field="statut_lien" name="Lien aux parcelles" index="18"/>
    <alias field="n_parcelles" name="Parcelles" index="19"/>
    <alias field="n_parcelles_trouvees" name="Parcelles trouvées" index="20"/>
    <alias field="source" name="" index="21"/>
    <alias field="date_maj" name="" index="22"/>
  </aliases>
  <splitPolicies>
    <policy policy="Duplicate" field="fid"/>
    <policy policy="Duplicate" field="inst_id"/>
    <policy policy="Duplicate" field="service_id"/>
    <policy policy="Duplicate" field="numero_dossier"/>
    <policy policy="Duplicate" field="insee"/>
    <policy policy="Duplicate" field="code_postal"/>
    <policy policy="Duplicate" field="adresse_ban_id"/>
    <policy policy="Duplicate" field="adresse_txt"/>
    <policy policy="Duplicate" field="type_immeuble"/>
    <policy policy="Duplicate" field="nb_logements"/>
    <policy policy="Duplicate" field="nb_pieces"/>
    <policy policy="Duplicate" field="eh_calc"/>
    <policy policy="Duplicate" field="eh_installe"/>
    <policy policy="Duplicate" field="date_mise_en_service"/>
    <policy policy="Duplicate" field="etat"/>
    <policy policy="Duplicate" field="date_etat"/>
    <policy policy="Duplicate" field="source_position"/>
    <policy policy="Duplicate" field="precision_m"/>
    <policy policy="Duplicate" field="statut_lien"/>
    <policy policy="Duplicate" field="n_parcelles"/>
    <policy policy="Duplicate" field="n_parcelles_trouvees"/>
    <policy policy="Duplicate" field="source"/>
    <policy policy="Duplicate" field="date_maj"/>
  </splitPolicies>
  <duplicatePolicies>
    <policy policy="Duplicate" field="fid"/>
    <policy policy="Duplicate" field="inst_id"/>
    <policy policy="Duplicate" field="service_id"/>
    <policy policy="Duplicate" field="numero_dossier"/>
    <policy policy="Duplicate" field="insee"/>
    <policy policy="Duplicate" field="code_postal"/>
    <policy policy="Duplicate" field="adresse_ban_id"/>
    <policy policy="Duplicate" field="adresse_txt"/>
    <policy policy="Duplicate" field="type_immeuble"/>
    <policy policy="Duplicate" field="nb_logements"/>
    <policy policy="Duplicate" field="nb_pieces"/>
    <policy policy="Duplicate" field="eh_calc"/>
    <policy policy="Duplicate" field="eh_installe"/>
    <policy policy="Duplicate" field="date_mise_en_service"/>
    <policy policy="Duplicate" field="etat"/>
    <policy policy="Duplicate" field="date_etat"/>
    <policy policy="Duplicate" field="source_position"/>
    <policy policy="Duplicate" field="precision_m"/>
    <policy policy="Duplicate" field="statut_lien"/>
    <policy policy="Duplicate" field="n_parcelles"/>
    <policy policy="Duplicate" field="n_parcelles_trouvees"/>
    <policy policy="Duplicate" field="source"/>
    <policy policy="Duplicate" field="date_maj"/>
  </duplicatePolicies>
  <defaults>
    <default expression="" field="fid" applyOnUpdate="0"/>
    <default expression="" field="inst_id" applyOnUpdate="0"/>
    <default expression="" field="service_id" applyOnUpdate="0"/>
    <default expression="" field="numero_dossier" applyOnUpdate="0"/>
    <default expression="" field="insee" applyOnUpdate="0"/>
    <default expression="" field="code_postal" applyOnUpdate="0"/>
    <default expression="" field="adresse_ban_id" applyOnUpdate="0"/>
    <default expression="" field="adresse_txt" applyOnUpdate="0"/>
    <default expression="" field="type_immeuble" applyOnUpdate="0"/>
    <default expression="" field="nb_logements" applyOnUpdate="0"/>
    <default expression="" field="nb_pieces" applyOnUpdate="0"/>
    <default expression="" field="eh_calc" applyOnUpdate="0"/>
    <default expression="" field="eh_installe" applyOnUpdate="0"/>
    <default expression="" field="date_mise_en_service" applyOnUpdate="0"/>
    <default expression="" field="etat" applyOnUpdate="0"/>
    <default expression="" field="date_etat" applyOnUpdate="0"/>
    <default expression="" field="source_position" applyOnUpdate="0"/>
    <default expression="" field="precision_m" applyOnUpdate="0"/>
    <default expression="" field="statut_lien" applyOnUpdate="0"/>
    <default expression="" field="n_parcelles" applyOnUpdate="0"/>
    <default expression="" field="n_parcelles_trouvees" applyOnUpdate="0"/>
    <default expression="" field="source" applyOnUpdate="0"/>
    <default expression="" field="date_maj" applyOnUpdate="0"/>
  </defaults>
  <constraints>
    <constraint field="fid" notnull_strength="1" unique_strength="1" exp_strength="0" constraints="3"/>
    <constraint field="inst_id" notnull_strength="1" unique_strength="1" exp_strength="0" constraints="3"/>
    <constraint field="service_id" notnull_strength="1" unique_strength="0" exp_strength="0" constraints="1"/>
    <constraint field="numero_dossier" notnull_strength="1" unique_strength="0" exp_strength="0" constraints="1"/>
    <constraint field="insee" notnull_strength="1" unique_strength="0" exp_strength="0" constraints="1"/>
    <constraint field="code_postal" notnull_strength="0" unique_strength="0" exp_strength="0" constraints="0"/>
    <constraint field="adresse_ban_id" notnull_strength="0" unique_strength="0" exp_strength="0" constraints="0"/>
    <constraint field="adresse_txt" notnull_strength="0" unique_strength="0" exp_strength="0" constraints="0"/>
    <constraint field="type_immeuble" notnull_strength="0" unique_strength="0" exp_strength="0" constraints="0"/>
    <constraint field="nb_logements" notnull_strength="0" unique_strength="0" exp_strength="0" constraints="0"/>
    <constraint field="nb_pieces" notnull_strength="0" unique_strength="0" exp_strength="0" constraints="0"/>
    <constraint field="eh_calc" notnull_strength="0" unique_strength="0" exp_strength="0" constraints="0"/>
    <constraint field="eh_installe" notnull_strength="0" unique_strength="0" exp_strength="0" constraints="0"/>
    <constraint field="date_mise_en_service" notnull_strength="0" unique_strength="0" exp_strength="0" constraints="0"/>
    <constraint field="etat" notnull_strength="1" unique_strength="0" exp_strength="0" constraints="1"/>
    <constraint field="date_etat" notnull_strength="0" unique_strength="0" exp_strength="0" constraints="0"/>
    <constraint field="source_position" notnull_strength="0" unique_strength="0" exp_strength="0" constraints="0"/>
    <constraint field="precision_m" notnull_strength="0" unique_strength="0" exp_strength="0" constraints="0"/>
    <constraint field="statut_lien" notnull_strength="0" unique_strength="0" exp_strength="0" constraints="0"/>
    <constraint field="n_parcelles" notnull_strength="0" unique_strength="0" exp_strength="0" constraints="0"/>
    <constraint field="n_parcelles_trouvees" notnull_strength="0" unique_strength="0" exp_strength="0" constraints="0"/>
    <constraint field="source" notnull_strength="0" unique_strength="0" exp_strength="0" constraints="0"/>
    <constraint field="date_maj" notnull_strength="1" unique_strength="0" exp_strength="0" constraints="1"/>
  </constraints>
  <constraintExpressions>
    <constraint field="fid" desc="" exp=""/>
    <constraint field="inst_id" desc="" exp=""/>
    <constraint field="service_id" desc="" exp=""/>
    <constraint field="numero_dossier" desc="" exp=""/>
    <constraint field="insee" desc="" exp=""/>
    <constraint field="code_postal" desc="" exp=""/>
    <constraint field="adresse_ban_id" desc="" exp=""/>
    <constraint field="adresse_txt" desc="" exp=""/>
    <constraint field="type_immeuble" desc="" exp=""/>
    <constraint field="nb_logements" desc="" exp=""/>
    <constraint field="nb_pieces" desc="" exp=""/>
    <constraint field="eh_calc" desc="" exp=""/>
    <constraint field="eh_installe" desc="" exp=""/>
    <constraint field="date_mise_en_service" desc="" exp=""/>
    <constraint field="etat" desc="" exp=""/>
    <constraint field="date_etat" desc="" exp=""/>
    <constraint field="source_position" desc="" exp=""/>
    <constraint field="precision_m" desc="" exp=""/>
    <constraint field="statut_lien" desc="" exp=""/>
    <constraint field="n_parcelles" desc="" exp=""/>
    <constraint field="n_parcelles_trouvees" desc="" exp=""/>
    <constraint field="source" desc="" exp=""/>
    <constraint field="date_maj" desc="" exp=""/>
  </constraintExpressions>
  <expressionfields/>
  <editform tolerant="1"></editform>
  <editforminit/>
  <editforminitcodesource>0</editforminitcodesource>
  <editforminitfilepath></editforminitfilepath>
  <editforminitcode><![CDATA[]]></editforminitcode>
  <featformsuppress>0</featformsuppress>
  <editorlayout>generatedlayout</editorlayout>
  <editable>
    <field name="date_maj" editable="0"/>
    <field name="n_parcelles" editable="0"/>
    <field name="n_parcelles_trouvees" editable="0"/>
    <field name="service_id" editable="0"/>
    <field name="source" editable="0"/>
    <field name="statut_lien" editable="0"/>
  </editable>
  <labelOnTop/>
  <reuseLastValue/>
  <dataDefinedFieldProperties/>
  <widgets/>
  <mapTip enabled="1"></mapTip>
  <layerGeometryType>0</layerGeometryType>
</qgis>
