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
    <field name="inst_id" configurationFlags="NoFlag">
      <editWidget type="">
        <config>
          <Option/>
        </config>
      </editWidget>
    </field>
    <field name="ordre" configurationFlags="NoFlag">
      <editWidget type="">
        <config>
          <Option/>
        </config>
      </editWidget>
    </field>
    <field name="famille" configurationFlags="NoFlag">
      <editWidget type="ValueMap">
        <config>
          <Option type="Map">
            <Option type="List" name="map">
              <Option type="Map">
                <Option type="QString" name="Prétraitement" value="PRETRAIT"/>
              </Option>
              <Option type="Map">
                <Option type="QString" name="Traitement" value="TRAIT"/>
              </Option>
              <Option type="Map">
                <Option type="QString" name="Rejet" value="REJET"/>
              </Option>
              <Option type="Map">
                <Option type="QString" name="Ventilation" value="VENTIL"/>
              </Option>
              <Option type="Map">
                <Option type="QString" name="Pompe" value="POMPE"/>
              </Option>
            </Option>
          </Option>
        </config>
      </editWidget>
    </field>
    <field name="type_code" configurationFlags="NoFlag">
      <editWidget type="ValueMap">
        <config>
          <Option type="Map">
            <Option type="List" name="map">
              <Option type="Map">
                <Option type="QString" name="Fosse toutes eaux" value="101"/>
              </Option>
              <Option type="Map">
                <Option type="QString" name="Fosse septique" value="102"/>
              </Option>
              <Option type="Map">
                <Option type="QString" name="Bac dégraisseur" value="103"/>
              </Option>
              <Option type="Map">
                <Option type="QString" name="Fosse étanche" value="104"/>
              </Option>
              <Option type="Map">
                <Option type="QString" name="Tranchées d'épandage" value="201"/>
              </Option>
              <Option type="Map">
                <Option type="QString" name="Lit d'épandage" value="202"/>
              </Option>
              <Option type="Map">
                <Option type="QString" name="Filtre à sable vertical non drainé" value="203"/>
              </Option>
              <Option type="Map">
                <Option type="QString" name="Filtre à sable vertical drainé" value="204"/>
              </Option>
              <Option type="Map">
                <Option type="QString" name="Filtre horizontal" value="205"/>
              </Option>
              <Option type="Map">
                <Option type="QString" name="Tertre d'infiltration" value="206"/>
              </Option>
              <Option type="Map">
                <Option type="QString" name="Lit à massif de zéolithe" value="207"/>
              </Option>
              <Option type="Map">
                <Option type="QString" name="Filtre compact" value="301"/>
              </Option>
              <Option type="Map">
                <Option type="QString" name="Filtre planté" value="302"/>
              </Option>
              <Option type="Map">
                <Option type="QString" name="Microstation à culture fixée" value="303"/>
              </Option>
              <Option type="Map">
                <Option type="QString" name="Microstation à culture libre" value="304"/>
              </Option>
              <Option type="Map">
                <Option type="QString" name="Microstation SBR" value="305"/>
              </Option>
              <Option type="Map">
                <Option type="QString" name="Infiltration dans le sol" value="401"/>
              </Option>
              <Option type="Map">
                <Option type="QString" name="Cours d'eau" value="402"/>
              </Option>
              <Option type="Map">
                <Option type="QString" name="Fossé" value="403"/>
              </Option>
              <Option type="Map">
                <Option type="QString" name="Réseau pluvial" value="404"/>
              </Option>
              <Option type="Map">
                <Option type="QString" name="Puits d'infiltration" value="405"/>
              </Option>
              <Option type="Map">
                <Option type="QString" name="Irrigation souterraine" value="406"/>
              </Option>
              <Option type="Map">
                <Option type="QString" name="Puisard" value="901"/>
              </Option>
              <Option type="Map">
                <Option type="QString" name="Rejet direct" value="902"/>
              </Option>
              <Option type="Map">
                <Option type="QString" name="Inconnu" value="999"/>
              </Option>
            </Option>
          </Option>
        </config>
      </editWidget>
    </field>
    <field name="volume_l" configurationFlags="NoFlag">
      <editWidget type="">
        <config>
          <Option/>
        </config>
      </editWidget>
    </field>
    <field name="eh" configurationFlags="NoFlag">
      <editWidget type="">
        <config>
          <Option/>
        </config>
      </editWidget>
    </field>
    <field name="annee_pose" configurationFlags="NoFlag">
      <editWidget type="">
        <config>
          <Option/>
        </config>
      </editWidget>
    </field>
    <field name="agrement_no" configurationFlags="NoFlag">
      <editWidget type="">
        <config>
          <Option/>
        </config>
      </editWidget>
    </field>
  </fieldConfiguration>
  <aliases>
    <alias field="fid" name="" index="0"/>
    <alias field="inst_id" name="" index="1"/>
    <alias field="ordre" name="" index="2"/>
    <alias field="famille" name="" index="3"/>
    <alias field="type_code" name="" index="4"/>
    <alias field="volume_l" name="" index="5"/>
    <alias field="eh" name="" index="6"/>
    <alias field="annee_pose" name="" index="7"/>
    <alias field="agrement_no" name="" index="8"/>
  </aliases>
  <splitPolicies>
    <policy policy="Duplicate" field="fid"/>
    <policy policy="Duplicate" field="inst_id"/>
    <policy policy="Duplicate" field="ordre"/>
    <policy policy="Duplicate" field="famille"/>
    <policy policy="Duplicate" field="type_code"/>
    <policy policy="Duplicate" field="volume_l"/>
    <policy policy="Duplicate" field="eh"/>
    <policy policy="Duplicate" field="annee_pose"/>
    <policy policy="Duplicate" field="agrement_no"/>
  </splitPolicies>
  <duplicatePolicies>
    <policy policy="Duplicate" field="fid"/>
    <policy policy="Duplicate" field="inst_id"/>
    <policy policy="Duplicate" field="ordre"/>
    <policy policy="Duplicate" field="famille"/>
    <policy policy="Duplicate" field="type_code"/>
    <policy policy="Duplicate" field="volume_l"/>
    <policy policy="Duplicate" field="eh"/>
    <policy policy="Duplicate" field="annee_pose"/>
    <policy policy="Duplicate" field="agrement_no"/>
  </duplicatePolicies>
  <defaults>
    <default expression="" field="fid" applyOnUpdate="0"/>
    <default expression="" field="inst_id" applyOnUpdate="0"/>
    <default expression="" field="ordre" applyOnUpdate="0"/>
    <default expression="" field="famille" applyOnUpdate="0"/>
    <default expression="" field="type_code" applyOnUpdate="0"/>
    <default expression="" field="volume_l" applyOnUpdate="0"/>
    <default expression="" field="eh" applyOnUpdate="0"/>
    <default expression="" field="annee_pose" applyOnUpdate="0"/>
    <default expression="" field="agrement_no" applyOnUpdate="0"/>
  </defaults>
  <constraints>
    <constraint field="fid" notnull_strength="1" unique_strength="1" exp_strength="0" constraints="3"/>
    <constraint field="inst_id" notnull_strength="1" unique_strength="0" exp_strength="0" constraints="1"/>
    <constraint field="ordre" notnull_strength="1" unique_strength="0" exp_strength="0" constraints="1"/>
    <constraint field="famille" notnull_strength="1" unique_strength="0" exp_strength="0" constraints="1"/>
    <constraint field="type_code" notnull_strength="1" unique_strength="0" exp_strength="0" constraints="1"/>
    <constraint field="volume_l" notnull_strength="0" unique_strength="0" exp_strength="0" constraints="0"/>
    <constraint field="eh" notnull_strength="0" unique_strength="0" exp_strength="0" constraints="0"/>
    <constraint field="annee_pose" notnull_strength="0" unique_strength="0" exp_strength="0" constraints="0"/>
    <constraint field="agrement_no" notnull_strength="0" unique_strength="0" exp_strength="0" constraints="0"/>
  </constraints>
  <constraintExpressions>
    <constraint field="fid" desc="" exp=""/>
    <constraint field="inst_id" desc="" exp=""/>
    <constraint field="ordre" desc="" exp=""/>
    <constraint field="famille" desc="" exp=""/>
    <constraint field="type_code" desc="" exp=""/>
    <constraint field="volume_l" desc="" exp=""/>
    <constraint field="eh" desc="" exp=""/>
    <constraint field="annee_pose" desc="" exp=""/>
    <constraint field="agrement_no" desc="" exp=""/>
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
    <field name="inst_id" editable="0"/>
  </editable>
  <labelOnTop/>
  <reuseLastValue/>
  <dataDefinedFieldProperties/>
  <widgets/>
  <mapTip enabled="1"></mapTip>
  <layerGeometryType>4</layerGeometryType>
</qgis>
