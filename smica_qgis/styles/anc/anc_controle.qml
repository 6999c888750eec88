<!DOCTYPE qgis PUBLIC 'http://mrcc.com/qgis.dtd' 'SYSTEM'>
<qgis version="3.40.6-Bratislava" styleCategories="Symbology|Fields|Forms|MapTips">
  <fieldConfiguration>
    <field name="fid" configurationFlags="NoFlag">
      <editWidget type="Hidden">
        <config>
          <Option/>
        </config>
      </editWidget>
    </field>
    <field name="ctrl_id" configurationFlags="NoFlag">
      <editWidget type="Hidden">
        <config>
          <Option/>
        </config>
      </editWidget>
    </field>
    <field name="inst_id" configurationFlags="NoFlag">
      <editWidget type="">
        <config>
          <Option/>
        </config>
      </editWidget>
    </field>
    <field name="nature" configurationFlags="NoFlag">
      <editWidget type="ValueMap">
        <config>
          <Option type="Map">
            <Option type="List" name="map">
              <Option type="Map">
                <Option type="QString" name="Examen préalable de la conception" value="CON"/>
              </Option>
              <Option type="Map">
                <Option type="QString" name="Vérification de l'exécution" value="REA"/>
              </Option>
              <Option type="Map">
                <Option type="QString" name="Diagnostic initial" value="DIA"/>
              </Option>
              <Option type="Map">
                <Option type="QString" name="Vérification périodique" value="PER"/>
              </Option>
              <Option type="Map">
                <Option type="QString" name="Contrôle pour une vente" value="VEN"/>
              </Option>
              <Option type="Map">
                <Option type="QString" name="Contrôle exceptionnel" value="EXC"/>
              </Option>
              <Option type="Map">
                <Option type="QString" name="Contre-visite après travaux" value="CTV"/>
              </Option>
              <Option type="Map">
                <Option type="QString" name="Absence ou refus" value="REF"/>
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
            <Option type="bool" name="allow_null" value="true"/>
            <Option type="bool" name="calendar_popup" value="true"/>
            <Option type="QString" name="display_format" value="dd/MM/yyyy"/>
            <Option type="QString" name="field_format" value="yyyy-MM-dd"/>
          </Option>
        </config>
      </editWidget>
    </field>
    <field name="date_rdv" configurationFlags="NoFlag">
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
    <field name="date_visite" configurationFlags="NoFlag">
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
    <field name="date_rapport" configurationFlags="NoFlag">
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
    <field name="date_transmission" configurationFlags="NoFlag">
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
    <field name="refus" configurationFlags="NoFlag">
      <editWidget type="ValueMap">
        <config>
          <Option type="Map">
            <Option type="List" name="map">
              <Option type="Map">
                <Option type="QString" name="Visite faite" value="NON"/>
              </Option>
              <Option type="Map">
                <Option type="QString" name="Absent" value="ABSENT"/>
              </Option>
              <Option type="Map">
                <Option type="QString" name="Refus" value="REFUS"/>
              </Option>
              <Option type="Map">
                <Option type="QString" name="Reportée" value="REPORT"/>
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
                <Option type="QString" name="Favorable" value="FAV"/>
              </Option>
              <Option type="Map">
                <Option type="QString" name="Favorable avec réserves" value="FAVR"/>
              </Option>
              <Option type="Map">
                <Option type="QString" name="Défavorable" value="DEF"/>
              </Option>
              <Option type="Map">
                <Option type="QString" name="Dossier incomplet" value="INC"/>
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
                <Option type="QString" name="Conforme" value="OK"/>
              </Option>
              <Option type="Map">
                <Option type="QString" name="Non conforme" value="NOK"/>
              </Option>
            </Option>
          </Option>
        </config>
      </editWidget>
    </field>
    <field name="constats" configurationFlags="NoFlag">
      <editWidget type="">
        <config>
          <Option/>
        </config>
      </editWidget>
    </field>
    <field name="zone_san" configurationFlags="NoFlag">
      <editWidget type="">
        <config>
          <Option/>
        </config>
      </editWidget>
    </field>
    <field name="zone_env" configurationFlags="NoFlag">
      <editWidget type="">
        <config>
          <Option/>
        </config>
      </editWidget>
    </field>
    <field name="zone_source" configurationFlags="NoFlag">
      <editWidget type="">
        <config>
          <Option/>
        </config>
      </editWidget>
    </field>
    <field name="calc_classe" configurationFlags="NoFlag">
      <editWidget type="ValueMap">
        <config>
          <Option type="Map">
            <Option type="List" name="map">
              <Option type="Map">
                <Option type="QString" name="Absence d'installation" value="ABS"/>
              </Option>
              <Option type="Map">
                <Option type="QString" name="Non conforme, danger pour la santé des personnes (cas a)" value="A"/>
              </Option>
              <Option type="Map">
                <Option type="QString" name="Non conforme, risque environnemental avéré (cas b)" value="B"/>
              </Option>
              <Option type="Map">
                <Option type="QString" name="Non conforme, travaux en cas de vente (cas c)" value="C"/>
              </Option>
              <Option type="Map">
                <Option type="QString" name="Recommandations" value="D"/>
              </Option>
              <Option type="Map">
                <Option type="QString" name="Conforme, sans défaut" value="E"/>
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
                <Option type="QString" name="Absence d'installation" value="ABS"/>
              </Option>
              <Option type="Map">
                <Option type="QString" name="Non conforme, danger pour la santé des personnes (cas a)" value="A"/>
              </Option>
              <Option type="Map">
                <Option type="QString" name="Non conforme, risque environnemental avéré (cas b)" value="B"/>
              </Option>
              <Option type="Map">
                <Option type="QString" name="Non conforme, travaux en cas de vente (cas c)" value="C"/>
              </Option>
              <Option type="Map">
                <Option type="QString" name="Recommandations" value="D"/>
              </Option>
              <Option type="Map">
                <Option type="QString" name="Conforme, sans défaut" value="E"/>
              </Option>
            </Option>
          </Option>
        </config>
      </editWidget>
    </field>
    <field name="motif" configurationFlags="NoFlag">
      <editWidget type="">
        <config>
          <Option/>
        </config>
      </editWidget>
    </field>
    <field name="date_acte" configurationFlags="NoFlag">
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
    <field name="montant" configurationFlags="NoFlag">
      <editWidget type="">
        <config>
          <Option/>
        </config>
      </editWidget>
    </field>
    <field name="ads_num" configurationFlags="NoFlag">
      <editWidget type="">
        <config>
          <Option/>
        </config>
      </editWidget>
    </field>
    <field name="verrou" configurationFlags="NoFlag">
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
    <alias field="ctrl_id" name="" index="1"/>
    <alias field="inst_id" name="" index="2"/>
    <alias field="nature" name="" index="3"/>
    <alias field="date_demande" name="" index="4"/>
    <alias field="date_rdv" name="" index="5"/>
    <alias field="date_visite" name="Visite" index="6"/>
    <alias field="date_rapport" name="Rapport" index="7"/>
    <alias field="date_transmission" name="Transmission" index="8"/>
    <alias field="refus" name="" index="9"/>
    <alias field="avis" name="" index="10"/>
    <alias field="conformite_neuf" name="" index="11"/>
    <alias field="constats" name="" index="12"/>
    <alias field="zone_san" name="Zone à enjeu sanitaire" index="13"/>
    <alias field="zone_env" name="Zone à enjeu environnemental" index="14"/>
    <alias field="zone_source" name="" index="15"/>
    <alias field="calc_classe" name="Classe (grille de 2012)" index="16"/>
    <alias field="classe_saisie" name="Classe saisie" index="17"/>
    <alias field="motif" name="Motif d'une autre classe" index="18"/>
    <alias field="date_acte" name="Acte de vente" index="19"/>
    <alias field="montant" name="" index="20"/>
    <alias field="ads_num" name="" index="21"/>
    <alias field="verrou" name="Verrouillé" index="22"/>
    <alias field="date_maj" name="" index="23"/>
  </aliases>
  <splitPolicies>
    <policy policy="Duplicate" field="fid"/>
    <policy policy="Duplicate" field="ctrl_id"/>
    <policy policy="Duplicate" field="inst_id"/>
    <policy policy="Duplicate" field="nature"/>
    <policy policy="Duplicate" field="date_demande"/>
    <policy policy="Duplicate" field="date_rdv"/>
    <policy policy="Duplicate" field="date_visite"/>
    <policy policy="Duplicate" field="date_rapport"/>
    <policy policy="Duplicate" field="date_transmission"/>
    <policy policy="Duplicate" field="refus"/>
    <policy policy="Duplicate" field="avis"/>
    <policy policy="Duplicate" field="conformite_neuf"/>
    <policy policy="Duplicate" field="constats"/>
    <policy policy="Duplicate" field="zone_san"/>
    <policy policy="Duplicate" field="zone_env"/>
    <policy policy="Duplicate" field="zone_source"/>
    <policy policy="Duplicate" field="calc_classe"/>
    <policy policy="Duplicate" field="classe_saisie"/>
    <policy policy="Duplicate" field="motif"/>
    <policy policy="Duplicate" field="date_acte"/>
    <policy policy="Duplicate" field="montant"/>
    <policy policy="Duplicate" field="ads_num"/>
    <policy policy="Duplicate" field="verrou"/>
    <policy policy="Duplicate" field="date_maj"/>
  </splitPolicies>
  <duplicatePolicies>
    <policy policy="Duplicate" field="fid"/>
    <policy policy="Duplicate" field="ctrl_id"/>
    <policy policy="Duplicate" field="inst_id"/>
    <policy policy="Duplicate" field="nature"/>
    <policy policy="Duplicate" field="date_demande"/>
    <policy policy="Duplicate" field="date_rdv"/>
    <policy policy="Duplicate" field="date_visite"/>
    <policy policy="Duplicate" field="date_rapport"/>
    <policy policy="Duplicate" field="date_transmission"/>
    <policy policy="Duplicate" field="refus"/>
    <policy policy="Duplicate" field="avis"/>
    <policy policy="Duplicate" field="conformite_neuf"/>
    <policy policy="Duplicate" field="constats"/>
    <policy policy="Duplicate" field="zone_san"/>
    <policy policy="Duplicate" field="zone_env"/>
    <policy policy="Duplicate" field="zone_source"/>
    <policy policy="Duplicate" field="calc_classe"/>
    <policy policy="Duplicate" field="classe_saisie"/>
    <policy policy="Duplicate" field="motif"/>
    <policy policy="Duplicate" field="date_acte"/>
    <policy policy="Duplicate" field="montant"/>
    <policy policy="Duplicate" field="ads_num"/>
    <policy policy="Duplicate" field="verrou"/>
    <policy policy="Duplicate" field="date_maj"/>
  </duplicatePolicies>
  <defaults>
    <default expression="" field="fid" applyOnUpdate="0"/>
    <default expression="" field="ctrl_id" applyOnUpdate="0"/>
    <default expression="" field="inst_id" applyOnUpdate="0"/>
    <default expression="" field="nature" applyOnUpdate="0"/>
    <default expression="" field="date_demande" applyOnUpdate="0"/>
    <default expression="" field="date_rdv" applyOnUpdate="0"/>
    <default expression="" field="date_visite" applyOnUpdate="0"/>
    <default expression="" field="date_rapport" applyOnUpdate="0"/>
    <default expression="" field="date_transmission" applyOnUpdate="0"/>
    <default expression="" field="refus" applyOnUpdate="0"/>
    <default expression="" field="avis" applyOnUpdate="0"/>
    <default expression="" field="conformite_neuf" applyOnUpdate="0"/>
    <default expression="" field="constats" applyOnUpdate="0"/>
    <default expression="" field="zone_san" applyOnUpdate="0"/>
    <default expression="" field="zone_env" applyOnUpdate="0"/>
    <default expression="" field="zone_source" applyOnUpdate="0"/>
    <default expression="" field="calc_classe" applyOnUpdate="0"/>
    <default expression="" field="classe_saisie" applyOnUpdate="0"/>
    <default expression="" field="motif" applyOnUpdate="0"/>
    <default expression="" field="date_acte" applyOnUpdate="0"/>
    <default expression="" field="montant" applyOnUpdate="0"/>
    <default expression="" field="ads_num" applyOnUpdate="0"/>
    <default expression="" field="verrou" applyOnUpdate="0"/>
    <default expression="" field="date_maj" applyOnUpdate="0"/>
  </defaults>
  <constraints>
    <constraint field="fid" notnull_strength="1" unique_strength="1" exp_strength="0" constraints="3"/>
    <constraint field="ctrl_id" notnull_strength="1" unique_strength="1" exp_strength="0" constraints="3"/>
    <constraint field="inst_id" notnull_strength="1" unique_strength="0" exp_strength="0" constraints="1"/>
    <constraint field="nature" notnull_strength="1" unique_strength="0" exp_strength="0" constraints="1"/>
    <constraint field="date_demande" notnull_strength="0" unique_strength="0" exp_strength="0" constraints="0"/>
    <constraint field="date_rdv" notnull_strength="0" unique_strength="0" exp_strength="0" constraints="0"/>
    <constraint field="date_visite" notnull_strength="0" unique_strength="0" exp_strength="0" constraints="0"/>
    <constraint field="date_rapport" notnull_strength="0" unique_strength="0" exp_strength="0" constraints="0"/>
    <constraint field="date_transmission" notnull_strength="0" unique_strength="0" exp_strength="0" constraints="0"/>
    <constraint field="refus" notnull_strength="1" unique_strength="0" exp_strength="0" constraints="1"/>
    <constraint field="avis" notnull_strength="0" unique_strength="0" exp_strength="0" constraints="0"/>
    <constraint field="conformite_neuf" notnull_strength="0" unique_strength="0" exp_strength="0" constraints="0"/>
    <constraint field="constats" notnull_strength="0" unique_strength="0" exp_strength="0" constraints="0"/>
    <constraint field="zone_san" notnull_strength="0" unique_strength="0" exp_strength="0" constraints="0"/>
    <constraint field="zone_env" notnull_strength="0" unique_strength="0" exp_strength="0" constraints="0"/>
    <constraint field="zone_source" notnull_strength="0" unique_strength="0" exp_strength="0" constraints="0"/>
    <constraint field="calc_classe" notnull_strength="0" unique_strength="0" exp_strength="0" constraints="0"/>
    <constraint field="classe_saisie" notnull_strength="0" unique_strength="0" exp_strength="0" constraints="0"/>
    <constraint field="motif" notnull_strength="0" unique_strength="0" exp_strength="0" constraints="0"/>
    <constraint field="date_acte" notnull_strength="0" unique_strength="0" exp_strength="0" constraints="0"/>
    <constraint field="montant" notnull_strength="0" unique_strength="0" exp_strength="0" constraints="0"/>
    <constraint field="ads_num" notnull_strength="0" unique_strength="0" exp_strength="0" constraints="0"/>
    <constraint field="verrou" notnull_strength="0" unique_strength="0" exp_strength="0" constraints="0"/>
    <constraint field="date_maj" notnull_strength="1" unique_strength="0" exp_strength="0" constraints="1"/>
  </constraints>
  <constraintExpressions>
    <constraint field="fid" desc="" exp=""/>
    <constraint field="ctrl_id" desc="" exp=""/>
    <constraint field="inst_id" desc="" exp=""/>
    <constraint field="nature" desc="" exp=""/>
    <constraint field="date_demande" desc="" exp=""/>
    <constraint field="date_rdv" desc="" exp=""/>
    <constraint field="date_visite" desc="" exp=""/>
    <constraint field="date_rapport" desc="" exp=""/>
    <constraint field="date_transmission" desc="" exp=""/>
    <constraint field="refus" desc="" exp=""/>
    <constraint field="avis" desc="" exp=""/>
    <constraint field="conformite_neuf" desc="" exp=""/>
    <constraint field="constats" desc="" exp=""/>
    <constraint field="zone_san" desc="" exp=""/>
    <constraint field="zone_env" desc="" exp=""/>
    <constraint field="zone_source" desc="" exp=""/>
    <constraint field="calc_classe" desc="" exp=""/>
    <constraint field="classe_saisie" desc="" exp=""/>
    <constraint field="motif" desc="" exp=""/>
    <constraint field="date_acte" desc="" exp=""/>
    <constraint field="montant" desc="" exp=""/>
    <constraint field="ads_num" desc="" exp=""/>
    <constraint field="verrou" desc="" exp=""/>
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
    <field name="calc_classe" editable="0"/>
    <field name="date_maj" editable="0"/>
    <field name="inst_id" editable="0"/>
  </editable>
  <labelOnTop/>
  <reuseLastValue/>
  <dataDefinedFieldProperties/>
  <widgets/>
  <mapTip enabled="1"></mapTip>
  <layerGeometryType>4</layerGeometryType>
</qgis>
