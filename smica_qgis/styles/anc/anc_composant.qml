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
    <field name="inst_id" configurationFlags="NoFlag">
      <editWidget type="Hidden">
        <config>
          <Option />
        </config>
      </editWidget>
    </field>
    <field name="ordre" configurationFlags="NoFlag">
      <editWidget type="TextEdit">
        <config>
          <Option />
        </config>
      </editWidget>
    </field>
    <field name="famille" configurationFlags="NoFlag">
      <editWidget type="ValueMap">
        <config>
          <Option type="Map">
            <Option type="List" name="map">
              <Option type="Map">
                <Option type="QString" name="Prétraitement" value="PRETRAIT" />
              </Option>
              <Option type="Map">
                <Option type="QString" name="Traitement" value="TRAIT" />
              </Option>
              <Option type="Map">
                <Option type="QString" name="Rejet" value="REJET" />
              </Option>
              <Option type="Map">
                <Option type="QString" name="Ventilation" value="VENTIL" />
              </Option>
              <Option type="Map">
                <Option type="QString" name="Pompe" value="POMPE" />
              </Option>
              <Option type="Map">
                <Option type="QString" name="&lt;NULL&gt;" value="{2839923C-8B7D-419E-B84B-CA2FE9B80EC7}" />
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
                <Option type="QString" name="Fosse toutes eaux" value="101" />
              </Option>
              <Option type="Map">
                <Option type="QString" name="Fosse septique" value="102" />
              </Option>
              <Option type="Map">
                <Option type="QString" name="Bac dégraisseur" value="103" />
              </Option>
              <Option type="Map">
                <Option type="QString" name="Fosse étanche" value="104" />
              </Option>
              <Option type="Map">
                <Option type="QString" name="Tranchées d'épandage" value="201" />
              </Option>
              <Option type="Map">
                <Option type="QString" name="Lit d'épandage" value="202" />
              </Option>
              <Option type="Map">
                <Option type="QString" name="Filtre à sable vertical non drainé" value="203" />
              </Option>
              <Option type="Map">
                <Option type="QString" name="Filtre à sable vertical drainé" value="204" />
              </Option>
              <Option type="Map">
                <Option type="QString" name="Filtre horizontal" value="205" />
              </Option>
              <Option type="Map">
                <Option type="QString" name="Tertre d'infiltration" value="206" />
              </Option>
              <Option type="Map">
                <Option type="QString" name="Lit à massif de zéolithe" value="207" />
              </Option>
              <Option type="Map">
                <Option type="QString" name="Filtre compact" value="301" />
              </Option>
              <Option type="Map">
                <Option type="QString" name="Filtre planté" value="302" />
              </Option>
              <Option type="Map">
                <Option type="QString" name="Microstation à culture fixée" value="303" />
              </Option>
              <Option type="Map">
                <Option type="QString" name="Microstation à culture libre" value="304" />
              </Option>
              <Option type="Map">
                <Option type="QString" name="Microstation SBR" value="305" />
              </Option>
              <Option type="Map">
                <Option type="QString" name="Infiltration dans le sol" value="401" />
              </Option>
              <Option type="Map">
                <Option type="QString" name="Cours d'eau" value="402" />
              </Option>
              <Option type="Map">
                <Option type="QString" name="Fossé" value="403" />
              </Option>
              <Option type="Map">
                <Option type="QString" name="Réseau pluvial" value="404" />
              </Option>
              <Option type="Map">
                <Option type="QString" name="Puits d'infiltration" value="405" />
              </Option>
              <Option type="Map">
                <Option type="QString" name="Irrigation souterraine" value="406" />
              </Option>
              <Option type="Map">
                <Option type="QString" name="Puisard" value="901" />
              </Option>
              <Option type="Map">
                <Option type="QString" name="Rejet direct" value="902" />
              </Option>
              <Option type="Map">
                <Option type="QString" name="Inconnu" value="999" />
              </Option>
              <Option type="Map">
                <Option type="QString" name="&lt;NULL&gt;" value="{2839923C-8B7D-419E-B84B-CA2FE9B80EC7}" />
              </Option>
            </Option>
          </Option>
        </config>
      </editWidget>
    </field>
    <field name="volume_l" configurationFlags="NoFlag">
      <editWidget type="TextEdit">
        <config>
          <Option />
        </config>
      </editWidget>
    </field>
    <field name="eh" configurationFlags="NoFlag">
      <editWidget type="TextEdit">
        <config>
          <Option />
        </config>
      </editWidget>
    </field>
    <field name="annee_pose" configurationFlags="NoFlag">
      <editWidget type="Range">
        <config>
          <Option type="Map">
            <Option type="QString" name="Style" value="SpinBox" />
            <Option type="bool" name="AllowNull" value="true" />
            <Option type="int" name="Min" value="1900" />
            <Option type="int" name="Max" value="2100" />
            <Option type="int" name="Step" value="1" />
          </Option>
        </config>
      </editWidget>
    </field>
    <field name="agrement_no" configurationFlags="NoFlag">
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
    <alias field="ordre" name="Ordre" index="2" />
    <alias field="famille" name="Famille" index="3" />
    <alias field="type_code" name="Type" index="4" />
    <alias field="volume_l" name="Volume (l)" index="5" />
    <alias field="eh" name="Équivalents-habitants" index="6" />
    <alias field="annee_pose" name="Année de pose" index="7" />
    <alias field="agrement_no" name="Numéro d'agrément" index="8" />
  </aliases>
  <defaults />
  <attributetableconfig actionWidgetStyle="dropDown">
    <columns>
      <column type="field" name="fid" width="-1" hidden="1" />
      <column type="field" name="inst_id" width="-1" hidden="1" />
      <column type="field" name="ordre" width="-1" hidden="0" />
      <column type="field" name="famille" width="-1" hidden="0" />
      <column type="field" name="type_code" width="-1" hidden="0" />
      <column type="field" name="volume_l" width="-1" hidden="0" />
      <column type="field" name="eh" width="-1" hidden="0" />
      <column type="field" name="annee_pose" width="-1" hidden="0" />
      <column type="field" name="agrement_no" width="-1" hidden="0" />
    </columns>
  </attributetableconfig>
  <editorlayout>tablayout</editorlayout>
  <attributeEditorForm>
    <attributeEditorContainer name="Ouvrage" type="Tab" groupBox="0" columnCount="2" showLabel="1">
      <attributeEditorField name="ordre" index="2" showLabel="1" />
      <attributeEditorField name="famille" index="3" showLabel="1" />
      <attributeEditorField name="type_code" index="4" showLabel="1" />
      <attributeEditorField name="volume_l" index="5" showLabel="1" />
      <attributeEditorField name="eh" index="6" showLabel="1" />
      <attributeEditorField name="annee_pose" index="7" showLabel="1" />
      <attributeEditorField name="agrement_no" index="8" showLabel="1" />
    </attributeEditorContainer>
  </attributeEditorForm>
  <editable>
    <field name="fid" editable="1" />
    <field name="inst_id" editable="1" />
    <field name="ordre" editable="1" />
    <field name="famille" editable="1" />
    <field name="type_code" editable="1" />
    <field name="volume_l" editable="1" />
    <field name="eh" editable="1" />
    <field name="annee_pose" editable="1" />
    <field name="agrement_no" editable="1" />
  </editable>
  <labelOnTop>
    <field name="fid" labelOnTop="0" />
    <field name="inst_id" labelOnTop="0" />
    <field name="ordre" labelOnTop="0" />
    <field name="famille" labelOnTop="0" />
    <field name="type_code" labelOnTop="0" />
    <field name="volume_l" labelOnTop="0" />
    <field name="eh" labelOnTop="0" />
    <field name="annee_pose" labelOnTop="0" />
    <field name="agrement_no" labelOnTop="0" />
  </labelOnTop>
  <previewExpression>"ordre" || '. ' || represent_value("type_code")</previewExpression>
</qgis>
