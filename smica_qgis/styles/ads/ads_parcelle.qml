<!DOCTYPE qgis PUBLIC 'http://mrcc.com/qgis.dtd' 'SYSTEM'>
<qgis version="3.40.6-Bratislava" styleCategories="Symbology|Fields|Forms|MapTips">
  <renderer-v2 type="singleSymbol" forceraster="0" enableorderby="0" symbollevels="0" referencescale="-1">
    <symbols>
      <symbol clip_to_extent="1" type="fill" frame_rate="10" is_animated="0" name="0" alpha="1" force_rhr="0">
        <data_defined_properties>
          <Option type="Map">
            <Option type="QString" name="name" value=""/>
            <Option name="properties"/>
            <Option type="QString" name="type" value="collection"/>
          </Option>
        </data_defined_properties>
        <layer id="{02f53bca-f75d-4531-87c8-077af47caf8e}" class="SimpleFill" pass="0" locked="0" enabled="1">
          <Option type="Map">
            <Option type="QString" name="border_width_map_unit_scale" value="3x:0,0,0,0,0,0"/>
            <Option type="QString" name="color" value="255,170,0,40,rgb:1,0.66666666666666663,0,0.15686274509803921"/>
            <Option type="QString" name="joinstyle" value="bevel"/>
            <Option type="QString" name="offset" value="0,0"/>
            <Option type="QString" name="offset_map_unit_scale" value="3x:0,0,0,0,0,0"/>
            <Option type="QString" name="offset_unit" value="MM"/>
            <Option type="QString" name="outline_color" value="204,102,0,255,rgb:0.80000000000000004,0.40000000000000002,0,1"/>
            <Option type="QString" name="outline_style" value="solid"/>
            <Option type="QString" name="outline_width" value="0.5"/>
            <Option type="QString" name="outline_width_unit" value="MM"/>
            <Option type="QString" name="style" value="solid"/>
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
    <field name="num_canon" configurationFlags="NoFlag">
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
    <field name="idu14" configurationFlags="NoFlag">
      <editWidget type="">
        <config>
          <Option/>
        </config>
      </editWidget>
    </field>
    <field name="idu14_actuel" configurationFlags="NoFlag">
      <editWidget type="">
        <config>
          <Option/>
        </config>
      </editWidget>
    </field>
    <field name="candidats" configurationFlags="NoFlag">
      <editWidget type="">
        <config>
          <Option/>
        </config>
      </editWidget>
    </field>
    <field name="statut" configurationFlags="NoFlag">
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
    <field name="role" configurationFlags="NoFlag">
      <editWidget type="ValueMap">
        <config>
          <Option type="Map">
            <Option type="List" name="map">
              <Option type="Map">
                <Option type="QString" name="Terrain" value="ASSISE"/>
              </Option>
              <Option type="Map">
                <Option type="QString" name="Riveraine" value="RIVERAINE"/>
              </Option>
            </Option>
          </Option>
        </config>
      </editWidget>
    </field>
    <field name="millesime" configurationFlags="NoFlag">
      <editWidget type="">
        <config>
          <Option/>
        </config>
      </editWidget>
    </field>
  </fieldConfiguration>
  <aliases>
    <alias field="fid" name="" index="0"/>
    <alias field="num_canon" name="" index="1"/>
    <alias field="ordre" name="" index="2"/>
    <alias field="idu14" name="" index="3"/>
    <alias field="idu14_actuel" name="" index="4"/>
    <alias field="candidats" name="" index="5"/>
    <alias field="statut" name="" index="6"/>
    <alias field="role" name="" index="7"/>
    <alias field="millesime" name="" index="8"/>
  </aliases>
  <splitPolicies>
    <policy policy="Duplicate" field="fid"/>
    <policy policy="Duplicate" field="num_canon"/>
    <policy policy="Duplicate" field="ordre"/>
    <policy policy="Duplicate" field="idu14"/>
    <policy policy="Duplicate" field="idu14_actuel"/>
    <policy policy="Duplicate" field="candidats"/>
    <policy policy="Duplicate" field="statut"/>
    <policy policy="Duplicate" field="role"/>
    <policy policy="Duplicate" field="millesime"/>
  </splitPolicies>
  <duplicatePolicies>
    <policy policy="Duplicate" field="fid"/>
    <policy policy="Duplicate" field="num_canon"/>
    <policy policy="Duplicate" field="ordre"/>
    <policy policy="Duplicate" field="idu14"/>
    <policy policy="Duplicate" field="idu14_actuel"/>
    <policy policy="Duplicate" field="candidats"/>
    <policy policy="Duplicate" field="statut"/>
    <policy policy="Duplicate" field="role"/>
    <policy policy="Duplicate" field="millesime"/>
  </duplicatePolicies>
  <defaults>
    <default expression="" field="fid" applyOnUpdate="0"/>
    <default expression="" field="num_canon" applyOnUpdate="0"/>
    <default expression="" field="ordre" applyOnUpdate="0"/>
    <default expression="" field="idu14" applyOnUpdate="0"/>
    <default expression="" field="idu14_actuel" applyOnUpdate="0"/>
    <default expression="" field="candidats" applyOnUpdate="0"/>
    <default expression="" field="statut" applyOnUpdate="0"/>
    <default expression="" field="role" applyOnUpdate="0"/>
    <default expression="" field="millesime" applyOnUpdate="0"/>
  </defaults>
  <constraints>
    <constraint field="fid" notnull_strength="1" unique_strength="1" exp_strength="0" constraints="3"/>
    <constraint field="num_canon" notnull_strength="1" unique_strength="0" exp_strength="0" constraints="1"/>
    <constraint field="ordre" notnull_strength="1" unique_strength="0" exp_strength="0" constraints="1"/>
    <constraint field="idu14" notnull_strength="0" unique_strength="0" exp_strength="0" constraints="0"/>
    <constraint field="idu14_actuel" notnull_strength="0" unique_strength="0" exp_strength="0" constraints="0"/>
    <constraint field="candidats" notnull_strength="0" unique_strength="0" exp_strength="0" constraints="0"/>
    <constraint field="statut" notnull_strength="1" unique_strength="0" exp_strength="0" constraints="1"/>
    <constraint field="role" notnull_strength="1" unique_strength="0" exp_strength="0" constraints="1"/>
    <constraint field="millesime" notnull_strength="0" unique_strength="0" exp_strength="0" constraints="0"/>
  </constraints>
  <constraintExpressions>
    <constraint field="fid" desc="" exp=""/>
    <constraint field="num_canon" desc="" exp=""/>
    <constraint field="ordre" desc="" exp=""/>
    <constraint field="idu14" desc="" exp=""/>
    <constraint field="idu14_actuel" desc="" exp=""/>
    <constraint field="candidats" desc="" exp=""/>
    <constraint field="statut" desc="" exp=""/>
    <constraint field="role" desc="" exp=""/>
    <constraint field="millesime" desc="" exp=""/>
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
    <field name="candidats" editable="0"/>
    <field name="idu14" editable="0"/>
    <field name="idu14_actuel" editable="0"/>
    <field name="millesime" editable="0"/>
    <field name="num_canon" editable="0"/>
    <field name="statut" editable="0"/>
  </editable>
  <labelOnTop/>
  <reuseLastValue/>
  <dataDefinedFieldProperties/>
  <widgets/>
  <mapTip enabled="1"></mapTip>
  <layerGeometryType>2</layerGeometryType>
</qgis>
