<!DOCTYPE qgis PUBLIC 'http://mrcc.com/qgis.dtd' 'SYSTEM'>
<qgis version="3.40.6-Bratislava" styleCategories="Symbology|Fields|Forms|MapTips">
  <renderer-v2 type="categorizedSymbol" forceraster="0" enableorderby="0" symbollevels="0" referencescale="-1" attr="etat">
    <categories>
      <category type="string" uuid="{fc0ecbeb-c07f-4d34-81f9-a7b0697aec54}" value="DEP" render="true" symbol="0" label="Déposé"/>
      <category type="string" uuid="{73d22edf-5d30-4afd-a627-4b1a61fcbf7b}" value="INC" render="true" symbol="1" label="Incomplet, pièces demandées"/>
      <category type="string" uuid="{b5f78aca-6e3d-40b5-9178-875791cc5a49}" value="INS" render="true" symbol="2" label="En instruction"/>
      <category type="string" uuid="{cc59917c-86db-46f3-b924-e64b0c9ba356}" value="DEC_FAV" render="true" symbol="3" label="Accordé"/>
      <category type="string" uuid="{6346e43f-8e1d-42b6-a2b8-6011893d9b85}" value="DEC_FAVP" render="true" symbol="4" label="Accordé avec prescriptions"/>
      <category type="string" uuid="{ac6f09cb-6a7f-4d16-8c09-77aa500e90a4}" value="DEC_DEF" render="true" symbol="5" label="Refusé"/>
      <category type="string" uuid="{0f4d20d2-296c-4843-96ab-563e1f473d3e}" value="SURS" render="true" symbol="6" label="Sursis à statuer"/>
      <category type="string" uuid="{2b915a7d-e713-4752-8dac-cc31addf7d01}" value="TACITE" render="true" symbol="7" label="Accord tacite"/>
      <category type="string" uuid="{fde05de7-708d-42c0-88b1-ef85b83b6f8c}" value="REJ" render="true" symbol="8" label="Rejeté"/>
      <category type="string" uuid="{2e89765e-c487-4e19-bc5a-b8131ddf8160}" value="RETR" render="true" symbol="9" label="Retiré"/>
      <category type="string" uuid="{4bbe93e3-01c9-4146-acd9-fe24b35b8cc2}" value="ANN" render="true" symbol="10" label="Annulé ou abandonné"/>
      <category type="string" uuid="{89f6b9ed-0a53-443c-847a-7ad895973146}" value="OUV" render="true" symbol="11" label="Travaux ouverts"/>
      <category type="string" uuid="{fe0b57fb-e3de-4886-9553-dcdf7e1eb112}" value="ACH" render="true" symbol="12" label="Travaux achevés"/>
      <category type="string" uuid="{713ebf32-6536-47d0-a9aa-25a48d9bb1fd}" value="PER" render="true" symbol="13" label="Périmé"/>
      <category type="string" uuid="{2a77d37b-7581-4909-b0e3-70beea2b206c}" value="CADUC" render="true" symbol="14" label="Caduc"/>
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
        <layer id="{e6a42cf8-6838-46a7-a609-5954c5944289}" class="SimpleMarker" pass="0" locked="0" enabled="1">
          <Option type="Map">
            <Option type="QString" name="angle" value="0"/>
            <Option type="QString" name="cap_style" value="square"/>
            <Option type="QString" name="color" value="158,202,225,255,rgb:0.61960784313725492,0.792156862745098,0.88235294117647056,1"/>
            <Option type="QString" name="horizontal_anchor_point" value="1"/>
            <Option type="QString" name="joinstyle" value="bevel"/>
            <Option type="QString" name="name" value="diamond"/>
            <Option type="QString" name="offset" value="0,0"/>
            <Option type="QString" name="offset_map_unit_scale" value="3x:0,0,0,0,0,0"/>
            <Option type="QString" name="offset_unit" value="MM"/>
            <Option type="QString" name="outline_color" value="34,34,34,255,rgb:0.13333333333333333,0.13333333333333333,0.13333333333333333,1"/>
            <Option type="QString" name="outline_style" value="solid"/>
            <Option type="QString" name="outline_width" value="0.2"/>
            <Option type="QString" name="outline_width_map_unit_scale" value="3x:0,0,0,0,0,0"/>
            <Option type="QString" name="outline_width_unit" value="MM"/>
            <Option type="QString" name="scale_method" value="diameter"/>
            <Option type="QString" name="size" value="3"/>
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
        <layer id="{bde26935-98bc-4c36-89db-8b655559b10e}" class="SimpleMarker" pass="0" locked="0" enabled="1">
          <Option type="Map">
            <Option type="QString" name="angle" value="0"/>
            <Option type="QString" name="cap_style" value="square"/>
            <Option type="QString" name="color" value="253,174,107,255,rgb:0.99215686274509807,0.68235294117647061,0.41960784313725491,1"/>
            <Option type="QString" name="horizontal_anchor_point" value="1"/>
            <Option type="QString" name="joinstyle" value="bevel"/>
            <Option type="QString" name="name" value="diamond"/>
            <Option type="QString" name="offset" value="0,0"/>
            <Option type="QString" name="offset_map_unit_scale" value="3x:0,0,0,0,0,0"/>
            <Option type="QString" name="offset_unit" value="MM"/>
            <Option type="QString" name="outline_color" value="34,34,34,255,rgb:0.13333333333333333,0.13333333333333333,0.13333333333333333,1"/>
            <Option type="QString" name="outline_style" value="solid"/>
            <Option type="QString" name="outline_width" value="0.2"/>
            <Option type="QString" name="outline_width_map_unit_scale" value="3x:0,0,0,0,0,0"/>
            <Option type="QString" name="outline_width_unit" value="MM"/>
            <Option type="QString" name="scale_method" value="diameter"/>
            <Option type="QString" name="size" value="3"/>
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
      <symbol clip_to_extent="1" type="marker" frame_rate="10" is_animated="0" name="10" alpha="1" force_rhr="0">
        <data_defined_properties>
          <Option type="Map">
            <Option type="QString" name="name" value=""/>
            <Option name="properties"/>
            <Option type="QString" name="type" value="collection"/>
          </Option>
        </data_defined_properties>
        <layer id="{7a323eff-eadf-454b-8b41-39340931edb1}" class="SimpleMarker" pass="0" locked="0" enabled="1">
          <Option type="Map">
            <Option type="QString" name="angle" value="0"/>
            <Option type="QString" name="cap_style" value="square"/>
            <Option type="QString" name="color" value="189,189,189,255,rgb:0.74117647058823533,0.74117647058823533,0.74117647058823533,1"/>
            <Option type="QString" name="horizontal_anchor_point" value="1"/>
            <Option type="QString" name="joinstyle" value="bevel"/>
            <Option type="QString" name="name" value="diamond"/>
            <Option type="QString" name="offset" value="0,0"/>
            <Option type="QString" name="offset_map_unit_scale" value="3x:0,0,0,0,0,0"/>
            <Option type="QString" name="offset_unit" value="MM"/>
            <Option type="QString" name="outline_color" value="34,34,34,255,rgb:0.13333333333333333,0.13333333333333333,0.13333333333333333,1"/>
            <Option type="QString" name="outline_style" value="solid"/>
            <Option type="QString" name="outline_width" value="0.2"/>
            <Option type="QString" name="outline_width_map_unit_scale" value="3x:0,0,0,0,0,0"/>
            <Option type="QString" name="outline_width_unit" value="MM"/>
            <Option type="QString" name="scale_method" value="diameter"/>
            <Option type="QString" name="size" value="3"/>
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
      <symbol clip_to_extent="1" type="marker" frame_rate="10" is_animated="0" name="11" alpha="1" force_rhr="0">
        <data_defined_properties>
          <Option type="Map">
            <Option type="QString" name="name" value=""/>
            <Option name="properties"/>
            <Option type="QString" name="type" value="collection"/>
          </Option>
        </data_defined_properties>
        <layer id="{953a170f-da0f-4026-adb9-5f31ef360265}" class="SimpleMarker" pass="0" locked="0" enabled="1">
          <Option type="Map">
            <Option type="QString" name="angle" value="0"/>
            <Option type="QString" name="cap_style" value="square"/>
            <Option type="QString" name="color" value="254,196,79,255,rgb:0.99607843137254903,0.7686274509803922,0.30980392156862746,1"/>
            <Option type="QString" name="horizontal_anchor_point" value="1"/>
            <Option type="QString" name="joinstyle" value="bevel"/>
            <Option type="QString" name="name" value="diamond"/>
            <Option type="QString" name="offset" value="0,0"/>
            <Option type="QString" name="offset_map_unit_scale" value="3x:0,0,0,0,0,0"/>
            <Option type="QString" name="offset_unit" value="MM"/>
            <Option type="QString" name="outline_color" value="34,34,34,255,rgb:0.13333333333333333,0.13333333333333333,0.13333333333333333,1"/>
            <Option type="QString" name="outline_style" value="solid"/>
            <Option type="QString" name="outline_width" value="0.2"/>
            <Option type="QString" name="outline_width_map_unit_scale" value="3x:0,0,0,0,0,0"/>
            <Option type="QString" name="outline_width_unit" value="MM"/>
            <Option type="QString" name="scale_method" value="diameter"/>
            <Option type="QString" name="size" value="3"/>
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
      <symbol clip_to_extent="1" type="marker" frame_rate="10" is_animated="0" name="12" alpha="1" force_rhr="0">
        <data_defined_properties>
          <Option type="Map">
            <Option type="QString" name="name" value=""/>
            <Option name="properties"/>
            <Option type="QString" name="type" value="collection"/>
          </Option>
        </data_defined_properties>
        <layer id="{eb9b0c16-495f-42b4-993c-43f3eba8ded7}" class="SimpleMarker" pass="0" locked="0" enabled="1">
          <Option type="Map">
            <Option type="QString" name="angle" value="0"/>
            <Option type="QString" name="cap_style" value="square"/>
            <Option type="QString" name="color" value="140,107,177,255,rgb:0.5490196078431373,0.41960784313725491,0.69411764705882351,1"/>
            <Option type="QString" name="horizontal_anchor_point" value="1"/>
            <Option type="QString" name="joinstyle" value="bevel"/>
            <Option type="QString" name="name" value="diamond"/>
            <Option type="QString" name="offset" value="0,0"/>
            <Option type="QString" name="offset_map_unit_scale" value="3x:0,0,0,0,0,0"/>
            <Option type="QString" name="offset_unit" value="MM"/>
            <Option type="QString" name="outline_color" value="34,34,34,255,rgb:0.13333333333333333,0.13333333333333333,0.13333333333333333,1"/>
            <Option type="QString" name="outline_style" value="solid"/>
            <Option type="QString" name="outline_width" value="0.2"/>
            <Option type="QString" name="outline_width_map_unit_scale" value="3x:0,0,0,0,0,0"/>
            <Option type="QString" name="outline_width_unit" value="MM"/>
            <Option type="QString" name="scale_method" value="diameter"/>
            <Option type="QString" name="size" value="3"/>
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
      <symbol clip_to_extent="1" type="marker" frame_rate="10" is_animated="0" name="13" alpha="1" force_rhr="0">
        <data_defined_properties>
          <Option type="Map">
            <Option type="QString" name="name" value=""/>
            <Option name="properties"/>
            <Option type="QString" name="type" value="collection"/>
          </Option>
        </data_defined_properties>
        <layer id="{c23d90d5-8962-407a-bfd5-15ea33c82e9d}" class="SimpleMarker" pass="0" locked="0" enabled="1">
          <Option type="Map">
            <Option type="QString" name="angle" value="0"/>
            <Option type="QString" name="cap_style" value="square"/>
            <Option type="QString" name="color" value="217,217,217,255,rgb:0.85098039215686272,0.85098039215686272,0.85098039215686272,1"/>
            <Option type="QString" name="horizontal_anchor_point" value="1"/>
            <Option type="QString" name="joinstyle" value="bevel"/>
            <Option type="QString" name="name" value="diamond"/>
            <Option type="QString" name="offset" value="0,0"/>
            <Option type="QString" name="offset_map_unit_scale" value="3x:0,0,0,0,0,0"/>
            <Option type="QString" name="offset_unit" value="MM"/>
            <Option type="QString" name="outline_color" value="34,34,34,255,rgb:0.13333333333333333,0.13333333333333333,0.13333333333333333,1"/>
            <Option type="QString" name="outline_style" value="solid"/>
            <Option type="QString" name="outline_width" value="0.2"/>
            <Option type="QString" name="outline_width_map_unit_scale" value="3x:0,0,0,0,0,0"/>
            <Option type="QString" name="outline_width_unit" value="MM"/>
            <Option type="QString" name="scale_method" value="diameter"/>
            <Option type="QString" name="size" value="3"/>
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
      <symbol clip_to_extent="1" type="marker" frame_rate="10" is_animated="0" name="14" alpha="1" force_rhr="0">
        <data_defined_properties>
          <Option type="Map">
            <Option type="QString" name="name" value=""/>
            <Option name="properties"/>
            <Option type="QString" name="type" value="collection"/>
          </Option>
        </data_defined_properties>
        <layer id="{8b3e00eb-0f44-40e7-8640-1a759f8215ea}" class="SimpleMarker" pass="0" locked="0" enabled="1">
          <Option type="Map">
            <Option type="QString" name="angle" value="0"/>
            <Option type="QString" name="cap_style" value="square"/>
            <Option type="QString" name="color" value="217,217,217,255,rgb:0.85098039215686272,0.85098039215686272,0.85098039215686272,1"/>
            <Option type="QString" name="horizontal_anchor_point" value="1"/>
            <Option type="QString" name="joinstyle" value="bevel"/>
            <Option type="QString" name="name" value="diamond"/>
            <Option type="QString" name="offset" value="0,0"/>
            <Option type="QString" name="offset_map_unit_scale" value="3x:0,0,0,0,0,0"/>
            <Option type="QString" name="offset_unit" value="MM"/>
            <Option type="QString" name="outline_color" value="34,34,34,255,rgb:0.13333333333333333,0.13333333333333333,0.13333333333333333,1"/>
            <Option type="QString" name="outline_style" value="solid"/>
            <Option type="QString" name="outline_width" value="0.2"/>
            <Option type="QString" name="outline_width_map_unit_scale" value="3x:0,0,0,0,0,0"/>
            <Option type="QString" name="outline_width_unit" value="MM"/>
            <Option type="QString" name="scale_method" value="diameter"/>
            <Option type="QString" name="size" value="3"/>
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
        <layer id="{fd9b39e8-4f73-42ac-bcc8-31d682a789ba}" class="SimpleMarker" pass="0" locked="0" enabled="1">
          <Option type="Map">
            <Option type="QString" name="angle" value="0"/>
            <Option type="QString" name="cap_style" value="square"/>
            <Option type="QString" name="color" value="66,146,198,255,rgb:0.25882352941176473,0.5725490196078431,0.77647058823529413,1"/>
            <Option type="QString" name="horizontal_anchor_point" value="1"/>
            <Option type="QString" name="joinstyle" value="bevel"/>
            <Option type="QString" name="name" value="diamond"/>
            <Option type="QString" name="offset" value="0,0"/>
            <Option type="QString" name="offset_map_unit_scale" value="3x:0,0,0,0,0,0"/>
            <Option type="QString" name="offset_unit" value="MM"/>
            <Option type="QString" name="outline_color" value="34,34,34,255,rgb:0.13333333333333333,0.13333333333333333,0.13333333333333333,1"/>
            <Option type="QString" name="outline_style" value="solid"/>
            <Option type="QString" name="outline_width" value="0.2"/>
            <Option type="QString" name="outline_width_map_unit_scale" value="3x:0,0,0,0,0,0"/>
            <Option type="QString" name="outline_width_unit" value="MM"/>
            <Option type="QString" name="scale_method" value="diameter"/>
            <Option type="QString" name="size" value="3"/>
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
        <layer id="{83b81426-a43c-41be-b081-b0ed103be798}" class="SimpleMarker" pass="0" locked="0" enabled="1">
          <Option type="Map">
            <Option type="QString" name="angle" value="0"/>
            <Option type="QString" name="cap_style" value="square"/>
            <Option type="QString" name="color" value="49,163,84,255,rgb:0.19215686274509805,0.63921568627450975,0.32941176470588235,1"/>
            <Option type="QString" name="horizontal_anchor_point" value="1"/>
            <Option type="QString" name="joinstyle" value="bevel"/>
            <Option type="QString" name="name" value="diamond"/>
            <Option type="QString" name="offset" value="0,0"/>
            <Option type="QString" name="offset_map_unit_scale" value="3x:0,0,0,0,0,0"/>
            <Option type="QString" name="offset_unit" value="MM"/>
            <Option type="QString" name="outline_color" value="34,34,34,255,rgb:0.13333333333333333,0.13333333333333333,0.13333333333333333,1"/>
            <Option type="QString" name="outline_style" value="solid"/>
            <Option type="QString" name="outline_width" value="0.2"/>
            <Option type="QString" name="outline_width_map_unit_scale" value="3x:0,0,0,0,0,0"/>
            <Option type="QString" name="outline_width_unit" value="MM"/>
            <Option type="QString" name="scale_method" value="diameter"/>
            <Option type="QString" name="size" value="3"/>
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
      <symbol clip_to_extent="1" type="marker" frame_rate="10" is_animated="0" name="4" alpha="1" force_rhr="0">
        <data_defined_properties>
          <Option type="Map">
            <Option type="QString" name="name" value=""/>
            <Option name="properties"/>
            <Option type="QString" name="type" value="collection"/>
          </Option>
        </data_defined_properties>
        <layer id="{927ccc77-c0d7-4dfc-bc05-fe7951d963de}" class="SimpleMarker" pass="0" locked="0" enabled="1">
          <Option type="Map">
            <Option type="QString" name="angle" value="0"/>
            <Option type="QString" name="cap_style" value="square"/>
            <Option type="QString" name="color" value="116,196,118,255,rgb:0.45490196078431372,0.7686274509803922,0.46274509803921571,1"/>
            <Option type="QString" name="horizontal_anchor_point" value="1"/>
            <Option type="QString" name="joinstyle" value="bevel"/>
            <Option type="QString" name="name" value="diamond"/>
            <Option type="QString" name="offset" value="0,0"/>
            <Option type="QString" name="offset_map_unit_scale" value="3x:0,0,0,0,0,0"/>
            <Option type="QString" name="offset_unit" value="MM"/>
            <Option type="QString" name="outline_color" value="34,34,34,255,rgb:0.13333333333333333,0.13333333333333333,0.13333333333333333,1"/>
            <Option type="QString" name="outline_style" value="solid"/>
            <Option type="QString" name="outline_width" value="0.2"/>
            <Option type="QString" name="outline_width_map_unit_scale" value="3x:0,0,0,0,0,0"/>
            <Option type="QString" name="outline_width_unit" value="MM"/>
            <Option type="QString" name="scale_method" value="diameter"/>
            <Option type="QString" name="size" value="3"/>
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
      <symbol clip_to_extent="1" type="marker" frame_rate="10" is_animated="0" name="5" alpha="1" force_rhr="0">
        <data_defined_properties>
          <Option type="Map">
            <Option type="QString" name="name" value=""/>
            <Option name="properties"/>
            <Option type="QString" name="type" value="collection"/>
          </Option>
        </data_defined_properties>
        <layer id="{d55eab27-e030-49e8-96e6-42f266ad61fa}" class="SimpleMarker" pass="0" locked="0" enabled="1">
          <Option type="Map">
            <Option type="QString" name="angle" value="0"/>
            <Option type="QString" name="cap_style" value="square"/>
            <Option type="QString" name="color" value="203,24,29,255,rgb:0.79607843137254897,0.09411764705882353,0.11372549019607843,1"/>
            <Option type="QString" name="horizontal_anchor_point" value="1"/>
            <Option type="QString" name="joinstyle" value="bevel"/>
            <Option type="QString" name="name" value="diamond"/>
            <Option type="QString" name="offset" value="0,0"/>
            <Option type="QString" name="offset_map_unit_scale" value="3x:0,0,0,0,0,0"/>
            <Option type="QString" name="offset_unit" value="MM"/>
            <Option type="QString" name="outline_color" value="34,34,34,255,rgb:0.13333333333333333,0.13333333333333333,0.13333333333333333,1"/>
            <Option type="QString" name="outline_style" value="solid"/>
            <Option type="QString" name="outline_width" value="0.2"/>
            <Option type="QString" name="outline_width_map_unit_scale" value="3x:0,0,0,0,0,0"/>
            <Option type="QString" name="outline_width_unit" value="MM"/>
            <Option type="QString" name="scale_method" value="diameter"/>
            <Option type="QString" name="size" value="3"/>
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
      <symbol clip_to_extent="1" type="marker" frame_rate="10" is_animated="0" name="6" alpha="1" force_rhr="0">
        <data_defined_properties>
          <Option type="Map">
            <Option type="QString" name="name" value=""/>
            <Option name="properties"/>
            <Option type="QString" name="type" value="collection"/>
          </Option>
        </data_defined_properties>
        <layer id="{46c977d6-cb16-4b7f-8138-f2cd6af77f63}" class="SimpleMarker" pass="0" locked="0" enabled="1">
          <Option type="Map">
            <Option type="QString" name="angle" value="0"/>
            <Option type="QString" name="cap_style" value="square"/>
            <Option type="QString" name="color" value="251,106,74,255,rgb:0.98431372549019602,0.41568627450980394,0.29019607843137257,1"/>
            <Option type="QString" name="horizontal_anchor_point" value="1"/>
            <Option type="QString" name="joinstyle" value="bevel"/>
            <Option type="QString" name="name" value="diamond"/>
            <Option type="QString" name="offset" value="0,0"/>
            <Option type="QString" name="offset_map_unit_scale" value="3x:0,0,0,0,0,0"/>
            <Option type="QString" name="offset_unit" value="MM"/>
            <Option type="QString" name="outline_color" value="34,34,34,255,rgb:0.13333333333333333,0.13333333333333333,0.13333333333333333,1"/>
            <Option type="QString" name="outline_style" value="solid"/>
            <Option type="QString" name="outline_width" value="0.2"/>
            <Option type="QString" name="outline_width_map_unit_scale" value="3x:0,0,0,0,0,0"/>
            <Option type="QString" name="outline_width_unit" value="MM"/>
            <Option type="QString" name="scale_method" value="diameter"/>
            <Option type="QString" name="size" value="3"/>
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
      <symbol clip_to_extent="1" type="marker" frame_rate="10" is_animated="0" name="7" alpha="1" force_rhr="0">
        <data_defined_properties>
          <Option type="Map">
            <Option type="QString" name="name" value=""/>
            <Option name="properties"/>
            <Option type="QString" name="type" value="collection"/>
          </Option>
        </data_defined_properties>
        <layer id="{dd13ca74-9a66-44df-904d-e2e6d2fca262}" class="SimpleMarker" pass="0" locked="0" enabled="1">
          <Option type="Map">
            <Option type="QString" name="angle" value="0"/>
            <Option type="QString" name="cap_style" value="square"/>
            <Option type="QString" name="color" value="161,217,155,255,rgb:0.63137254901960782,0.85098039215686272,0.60784313725490191,1"/>
            <Option type="QString" name="horizontal_anchor_point" value="1"/>
            <Option type="QString" name="joinstyle" value="bevel"/>
            <Option type="QString" name="name" value="diamond"/>
            <Option type="QString" name="offset" value="0,0"/>
            <Option type="QString" name="offset_map_unit_scale" value="3x:0,0,0,0,0,0"/>
            <Option type="QString" name="offset_unit" value="MM"/>
            <Option type="QString" name="outline_color" value="34,34,34,255,rgb:0.13333333333333333,0.13333333333333333,0.13333333333333333,1"/>
            <Option type="QString" name="outline_style" value="solid"/>
            <Option type="QString" name="outline_width" value="0.2"/>
            <Option type="QString" name="outline_width_map_unit_scale" value="3x:0,0,0,0,0,0"/>
            <Option type="QString" name="outline_width_unit" value="MM"/>
            <Option type="QString" name="scale_method" value="diameter"/>
            <Option type="QString" name="size" value="3"/>
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
      <symbol clip_to_extent="1" type="marker" frame_rate="10" is_animated="0" name="8" alpha="1" force_rhr="0">
        <data_defined_properties>
          <Option type="Map">
            <Option type="QString" name="name" value=""/>
            <Option name="properties"/>
            <Option type="QString" name="type" value="collection"/>
          </Option>
        </data_defined_properties>
        <layer id="{fc638efa-cab7-426e-a92b-c5d3bb5a5067}" class="SimpleMarker" pass="0" locked="0" enabled="1">
          <Option type="Map">
            <Option type="QString" name="angle" value="0"/>
            <Option type="QString" name="cap_style" value="square"/>
            <Option type="QString" name="color" value="165,15,21,255,rgb:0.6470588235294118,0.05882352941176471,0.08235294117647059,1"/>
            <Option type="QString" name="horizontal_anchor_point" value="1"/>
            <Option type="QString" name="joinstyle" value="bevel"/>
            <Option type="QString" name="name" value="diamond"/>
            <Option type="QString" name="offset" value="0,0"/>
            <Option type="QString" name="offset_map_unit_scale" value="3x:0,0,0,0,0,0"/>
            <Option type="QString" name="offset_unit" value="MM"/>
            <Option type="QString" name="outline_color" value="34,34,34,255,rgb:0.13333333333333333,0.13333333333333333,0.13333333333333333,1"/>
            <Option type="QString" name="outline_style" value="solid"/>
            <Option type="QString" name="outline_width" value="0.2"/>
            <Option type="QString" name="outline_width_map_unit_scale" value="3x:0,0,0,0,0,0"/>
            <Option type="QString" name="outline_width_unit" value="MM"/>
            <Option type="QString" name="scale_method" value="diameter"/>
            <Option type="QString" name="size" value="3"/>
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
      <symbol clip_to_extent="1" type="marker" frame_rate="10" is_animated="0" name="9" alpha="1" force_rhr="0">
        <data_defined_properties>
          <Option type="Map">
            <Option type="QString" name="name" value=""/>
            <Option name="properties"/>
            <Option type="QString" name="type" value="collection"/>
          </Option>
        </data_defined_properties>
        <layer id="{f6fe4259-9fc3-4710-8fc1-bb955ffb6cd0}" class="SimpleMarker" pass="0" locked="0" enabled="1">
          <Option type="Map">
            <Option type="QString" name="angle" value="0"/>
            <Option type="QString" name="cap_style" value="square"/>
            <Option type="QString" name="color" value="150,150,150,255,rgb:0.58823529411764708,0.58823529411764708,0.58823529411764708,1"/>
            <Option type="QString" name="horizontal_anchor_point" value="1"/>
            <Option type="QString" name="joinstyle" value="bevel"/>
            <Option type="QString" name="name" value="diamond"/>
            <Option type="QString" name="offset" value="0,0"/>
            <Option type="QString" name="offset_map_unit_scale" value="3x:0,0,0,0,0,0"/>
            <Option type="QString" name="offset_unit" value="MM"/>
            <Option type="QString" name="outline_color" value="34,34,34,255,rgb:0.13333333333333333,0.13333333333333333,0.13333333333333333,1"/>
            <Option type="QString" name="outline_style" value="solid"/>
            <Option type="QString" name="outline_width" value="0.2"/>
            <Option type="QString" name="outline_width_map_unit_scale" value="3x:0,0,0,0,0,0"/>
            <Option type="QString" name="outline_width_unit" value="MM"/>
            <Option type="QString" name="scale_method" value="diameter"/>
            <Option type="QString" name="size" value="3"/>
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
    <field name="num_canon" configurationFlags="NoFlag">
      <editWidget type="Hidden">
        <config>
          <Option/>
        </config>
      </editWidget>
    </field>
    <field name="num_affiche" configurationFlags="NoFlag">
      <editWidget type="">
        <config>
          <Option/>
        </config>
      </editWidget>
    </field>
    <field name="type" configurationFlags="NoFlag">
      <editWidget type="ValueMap">
        <config>
          <Option type="Map">
            <Option type="List" name="map">
              <Option type="Map">
                <Option type="QString" name="Déclaration préalable" value="DP"/>
              </Option>
              <Option type="Map">
                <Option type="QString" name="Permis de construire" value="PC"/>
              </Option>
              <Option type="Map">
                <Option type="QString" name="Permis d'aménager" value="PA"/>
              </Option>
              <Option type="Map">
                <Option type="QString" name="Permis de démolir" value="PD"/>
              </Option>
              <Option type="Map">
                <Option type="QString" name="Certificat d'urbanisme" value="CU"/>
              </Option>
              <Option type="Map">
                <Option type="QString" name="Autorisation de travaux (établissement recevant du public)" value="AT"/>
              </Option>
              <Option type="Map">
                <Option type="QString" name="Autorisation spéciale de travaux" value="AZ"/>
              </Option>
              <Option type="Map">
                <Option type="QString" name="Déclaration d'intention" value="DI"/>
              </Option>
              <Option type="Map">
                <Option type="QString" name="Autre courrier" value="AC"/>
              </Option>
              <Option type="Map">
                <Option type="QString" name="Recours" value="RE"/>
              </Option>
              <Option type="Map">
                <Option type="QString" name="Infraction" value="IN"/>
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
                <Option type="QString" name="d'information" value="a"/>
              </Option>
              <Option type="Map">
                <Option type="QString" name="opérationnel" value="b"/>
              </Option>
            </Option>
          </Option>
        </config>
      </editWidget>
    </field>
    <field name="maison" configurationFlags="NoFlag">
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
    <field name="annee" configurationFlags="NoFlag">
      <editWidget type="">
        <config>
          <Option/>
        </config>
      </editWidget>
    </field>
    <field name="division" configurationFlags="NoFlag">
      <editWidget type="Hidden">
        <config>
          <Option/>
        </config>
      </editWidget>
    </field>
    <field name="suffixe" configurationFlags="NoFlag">
      <editWidget type="">
        <config>
          <Option/>
        </config>
      </editWidget>
    </field>
    <field name="num_suffixe" configurationFlags="NoFlag">
      <editWidget type="">
        <config>
          <Option/>
        </config>
      </editWidget>
    </field>
    <field name="racine" configurationFlags="NoFlag">
      <editWidget type="Hidden">
        <config>
          <Option/>
        </config>
      </editWidget>
    </field>
    <field name="objet" configurationFlags="NoFlag">
      <editWidget type="">
        <config>
          <Option/>
        </config>
      </editWidget>
    </field>
    <field name="etat" configurationFlags="NoFlag">
      <editWidget type="ValueMap">
        <config>
          <Option type="Map">
            <Option type="List" name="map">
              <Option type="Map">
                <Option type="QString" name="Déposé" value="DEP"/>
              </Option>
              <Option type="Map">
                <Option type="QString" name="Incomplet, pièces demandées" value="INC"/>
              </Option>
              <Option type="Map">
                <Option type="QString" name="En instruction" value="INS"/>
              </Option>
              <Option type="Map">
                <Option type="QString" name="Accordé" value="DEC_FAV"/>
              </Option>
              <Option type="Map">
                <Option type="QString" name="Accordé avec prescriptions" value="DEC_FAVP"/>
              </Option>
              <Option type="Map">
                <Option type="QString" name="Refusé" value="DEC_DEF"/>
              </Option>
              <Option type="Map">
                <Option type="QString" name="Sursis à statuer" value="SURS"/>
              </Option>
              <Option type="Map">
                <Option type="QString" name="Accord tacite" value="TACITE"/>
              </Option>
              <Option type="Map">
                <Option type="QString" name="Rejeté" value="REJ"/>
              </Option>
              <Option type="Map">
                <Option type="QString" name="Retiré" value="RETR"/>
              </Option>
              <Option type="Map">
                <Option type="QString" name="Annulé ou abandonné" value="ANN"/>
              </Option>
              <Option type="Map">
                <Option type="QString" name="Travaux ouverts" value="OUV"/>
              </Option>
              <Option type="Map">
                <Option type="QString" name="Travaux achevés" value="ACH"/>
              </Option>
              <Option type="Map">
                <Option type="QString" name="Périmé" value="PER"/>
              </Option>
              <Option type="Map">
                <Option type="QString" name="Caduc" value="CADUC"/>
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
            <Option type="bool" name="allow_null" value="true"/>
            <Option type="bool" name="calendar_popup" value="true"/>
            <Option type="QString" name="display_format" value="dd/MM/yyyy"/>
            <Option type="QString" name="field_format" value="yyyy-MM-dd"/>
          </Option>
        </config>
      </editWidget>
    </field>
    <field name="date_complet" configurationFlags="NoFlag">
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
    <field name="date_limite_saisie" configurationFlags="NoFlag">
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
    <field name="date_decision" configurationFlags="NoFlag">
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
    <field name="date_doc" configurationFlags="NoFlag">
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
    <field name="date_daact" configurationFlags="NoFlag">
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
    <field name="date_conformite" configurationFlags="NoFlag">
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
    <field name="delai_mois" configurationFlags="NoFlag">
      <editWidget type="">
        <config>
          <Option/>
        </config>
      </editWidget>
    </field>
    <field name="majoration_mois" configurationFlags="NoFlag">
      <editWidget type="">
        <config>
          <Option/>
        </config>
      </editWidget>
    </field>
    <field name="service_instructeur" configurationFlags="NoFlag">
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
    <field name="ban_id" configurationFlags="NoFlag">
      <editWidget type="">
        <config>
          <Option/>
        </config>
      </editWidget>
    </field>
    <field name="demandeur_type" configurationFlags="NoFlag">
      <editWidget type="ValueMap">
        <config>
          <Option type="Map">
            <Option type="List" name="map">
              <Option type="Map">
                <Option type="QString" name="Personne morale" value="PM"/>
              </Option>
              <Option type="Map">
                <Option type="QString" name="Personne physique" value="PP"/>
              </Option>
              <Option type="Map">
                <Option type="QString" name="Collectivité" value="COLL"/>
              </Option>
            </Option>
          </Option>
        </config>
      </editWidget>
    </field>
    <field name="nature_projet" configurationFlags="NoFlag">
      <editWidget type="">
        <config>
          <Option/>
        </config>
      </editWidget>
    </field>
    <field name="destination" configurationFlags="NoFlag">
      <editWidget type="">
        <config>
          <Option/>
        </config>
      </editWidget>
    </field>
    <field name="nb_lgt" configurationFlags="NoFlag">
      <editWidget type="">
        <config>
          <Option/>
        </config>
      </editWidget>
    </field>
    <field name="surf_plancher_m2" configurationFlags="NoFlag">
      <editWidget type="">
        <config>
          <Option/>
        </config>
      </editWidget>
    </field>
    <field name="source" configurationFlags="NoFlag">
      <editWidget type="ValueMap">
        <config>
          <Option type="Map">
            <Option type="List" name="map">
              <Option type="Map">
                <Option type="QString" name="openADS" value="OPENADS"/>
              </Option>
              <Option type="Map">
                <Option type="QString" name="Plat'AU" value="PLATAU"/>
              </Option>
              <Option type="Map">
                <Option type="QString" name="SITADEL" value="SITADEL"/>
              </Option>
              <Option type="Map">
                <Option type="QString" name="Saisie" value="SAISIE"/>
              </Option>
              <Option type="Map">
                <Option type="QString" name="Tableau" value="CSV"/>
              </Option>
            </Option>
          </Option>
        </config>
      </editWidget>
    </field>
    <field name="source_id" configurationFlags="NoFlag">
      <editWidget type="Hidden">
        <config>
          <Option/>
        </config>
      </editWidget>
    </field>
    <field name="date_import" configurationFlags="NoFlag">
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
    <field name="n_parcelles_trouvees" configurationFlags="NoFlag">
      <editWidget type="">
        <config>
          <Option/>
        </config>
      </editWidget>
    </field>
    <field name="n_parcelles_attendues" configurationFlags="NoFlag">
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
    <alias field="num_affiche" name="Numéro" index="2"/>
    <alias field="type" name="" index="3"/>
    <alias field="cu_type" name="" index="4"/>
    <alias field="maison" name="Maison individuelle" index="5"/>
    <alias field="insee" name="Code INSEE" index="6"/>
    <alias field="annee" name="" index="7"/>
    <alias field="division" name="" index="8"/>
    <alias field="suffixe" name="" index="9"/>
    <alias field="num_suffixe" name="" index="10"/>
    <alias field="racine" name="" index="11"/>
    <alias field="objet" name="" index="12"/>
    <alias field="etat" name="État" index="13"/>
    <alias field="date_depot" name="Dépôt" index="14"/>
    <alias field="date_complet" name="Complet le" index="15"/>
    <alias field="date_limite_saisie" name="Date limite d'origine" index="16"/>
    <alias field="date_decision" name="Décision" index="17"/>
    <alias field="date_doc" name="Ouverture du chantier" index="18"/>
    <alias field="date_daact" name="Achèvement" index="19"/>
    <alias field="date_conformite" name="" index="20"/>
    <alias field="delai_mois" name="" index="21"/>
    <alias field="majoration_mois" name="" index="22"/>
    <alias field="service_instructeur" name="" index="23"/>
    <alias field="adresse_txt" name="Adresse" index="24"/>
    <alias field="ban_id" name="" index="25"/>
    <alias field="demandeur_type" name="" index="26"/>
    <alias field="nature_projet" name="" index="27"/>
    <alias field="destination" name="" index="28"/>
    <alias field="nb_lgt" name="Logements" index="29"/>
    <alias field="surf_plancher_m2" name="Surface de plancher (m²)" index="30"/>
    <alias field="source" name="" index="31"/>
    <alias field="source_id" name="" index="32"/>
    <alias field="date_import" name="" index="33"/>
    <alias field="statut_lien" name="Lien aux parcelles" index="34"/>
    <alias field="n_parcelles_trouvees" name="" index="35"/>
    <alias field="n_parcelles_attendues" name="" index="36"/>
  </aliases>
  <splitPolicies>
    <policy policy="Duplicate" field="fid"/>
    <policy policy="Duplicate" field="num_canon"/>
    <policy policy="Duplicate" field="num_affiche"/>
    <policy policy="Duplicate" field="type"/>
    <policy policy="Duplicate" field="cu_type"/>
    <policy policy="Duplicate" field="maison"/>
    <policy policy="Duplicate" field="insee"/>
    <policy policy="Duplicate" field="annee"/>
    <policy policy="Duplicate" field="division"/>
    <policy policy="Duplicate" field="suffixe"/>
    <policy policy="Duplicate" field="num_suffixe"/>
    <policy policy="Duplicate" field="racine"/>
    <policy policy="Duplicate" field="objet"/>
    <policy policy="Duplicate" field="etat"/>
    <policy policy="Duplicate" field="date_depot"/>
    <policy policy="Duplicate" field="date_complet"/>
    <policy policy="Duplicate" field="date_limite_saisie"/>
    <policy policy="Duplicate" field="date_decision"/>
    <policy policy="Duplicate" field="date_doc"/>
    <policy policy="Duplicate" field="date_daact"/>
    <policy policy="Duplicate" field="date_conformite"/>
    <policy policy="Duplicate" field="delai_mois"/>
    <policy policy="Duplicate" field="majoration_mois"/>
    <policy policy="Duplicate" field="service_instructeur"/>
    <policy policy="Duplicate" field="adresse_txt"/>
    <policy policy="Duplicate" field="ban_id"/>
    <policy policy="Duplicate" field="demandeur_type"/>
    <policy policy="Duplicate" field="nature_projet"/>
    <policy policy="Duplicate" field="destination"/>
    <policy policy="Duplicate" field="nb_lgt"/>
    <policy policy="Duplicate" field="surf_plancher_m2"/>
    <policy policy="Duplicate" field="source"/>
    <policy policy="Duplicate" field="source_id"/>
    <policy policy="Duplicate" field="date_import"/>
    <policy policy="Duplicate" field="statut_lien"/>
    <policy policy="Duplicate" field="n_parcelles_trouvees"/>
    <policy policy="Duplicate" field="n_parcelles_attendues"/>
  </splitPolicies>
  <duplicatePolicies>
    <policy policy="Duplicate" field="fid"/>
    <policy policy="Duplicate" field="num_canon"/>
    <policy policy="Duplicate" field="num_affiche"/>
    <policy policy="Duplicate" field="type"/>
    <policy policy="Duplicate" field="cu_type"/>
    <policy policy="Duplicate" field="maison"/>
    <policy policy="Duplicate" field="insee"/>
    <policy policy="Duplicate" field="annee"/>
    <policy policy="Duplicate" field="division"/>
    <policy policy="Duplicate" field="suffixe"/>
    <policy policy="Duplicate" field="num_suffixe"/>
    <policy policy="Duplicate" field="racine"/>
    <policy policy="Duplicate" field="objet"/>
    <policy policy="Duplicate" field="etat"/>
    <policy policy="Duplicate" field="date_depot"/>
    <policy policy="Duplicate" field="date_complet"/>
    <policy policy="Duplicate" field="date_limite_saisie"/>
    <policy policy="Duplicate" field="date_decision"/>
    <policy policy="Duplicate" field="date_doc"/>
    <policy policy="Duplicate" field="date_daact"/>
    <policy policy="Duplicate" field="date_conformite"/>
    <policy policy="Duplicate" field="delai_mois"/>
    <policy policy="Duplicate" field="majoration_mois"/>
    <policy policy="Duplicate" field="service_instructeur"/>
    <policy policy="Duplicate" field="adresse_txt"/>
    <policy policy="Duplicate" field="ban_id"/>
    <policy policy="Duplicate" field="demandeur_type"/>
    <policy policy="Duplicate" field="nature_projet"/>
    <policy policy="Duplicate" field="destination"/>
    <policy policy="Duplicate" field="nb_lgt"/>
    <policy policy="Duplicate" field="surf_plancher_m2"/>
    <policy policy="Duplicate" field="source"/>
    <policy policy="Duplicate" field="source_id"/>
    <policy policy="Duplicate" field="date_import"/>
    <policy policy="Duplicate" field="statut_lien"/>
    <policy policy="Duplicate" field="n_parcelles_trouvees"/>
    <policy policy="Duplicate" field="n_parcelles_attendues"/>
  </duplicatePolicies>
  <defaults>
    <default expression="" field="fid" applyOnUpdate="0"/>
    <default expression="" field="num_canon" applyOnUpdate="0"/>
    <default expression="" field="num_affiche" applyOnUpdate="0"/>
    <default expression="" field="type" applyOnUpdate="0"/>
    <default expression="" field="cu_type" applyOnUpdate="0"/>
    <default expression="" field="maison" applyOnUpdate="0"/>
    <default expression="" field="insee" applyOnUpdate="0"/>
    <default expression="" field="annee" applyOnUpdate="0"/>
    <default expression="" field="division" applyOnUpdate="0"/>
    <default expression="" field="suffixe" applyOnUpdate="0"/>
    <default expression="" field="num_suffixe" applyOnUpdate="0"/>
    <default expression="" field="racine" applyOnUpdate="0"/>
    <default expression="" field="objet" applyOnUpdate="0"/>
    <default expression="" field="etat" applyOnUpdate="0"/>
    <default expression="" field="date_depot" applyOnUpdate="0"/>
    <default expression="" field="date_complet" applyOnUpdate="0"/>
    <default expression="" field="date_limite_saisie" applyOnUpdate="0"/>
    <default expression="" field="date_decision" applyOnUpdate="0"/>
    <default expression="" field="date_doc" applyOnUpdate="0"/>
    <default expression="" field="date_daact" applyOnUpdate="0"/>
    <default expression="" field="date_conformite" applyOnUpdate="0"/>
    <default expression="" field="delai_mois" applyOnUpdate="0"/>
    <default expression="" field="majoration_mois" applyOnUpdate="0"/>
    <default expression="" field="service_instructeur" applyOnUpdate="0"/>
    <default expression="" field="adresse_txt" applyOnUpdate="0"/>
    <default expression="" field="ban_id" applyOnUpdate="0"/>
    <default expression="" field="demandeur_type" applyOnUpdate="0"/>
    <default expression="" field="nature_projet" applyOnUpdate="0"/>
    <default expression="" field="destination" applyOnUpdate="0"/>
    <default expression="" field="nb_lgt" applyOnUpdate="0"/>
    <default expression="" field="surf_plancher_m2" applyOnUpdate="0"/>
    <default expression="" field="source" applyOnUpdate="0"/>
    <default expression="" field="source_id" applyOnUpdate="0"/>
    <default expression="" field="date_import" applyOnUpdate="0"/>
    <default expression="" field="statut_lien" applyOnUpdate="0"/>
    <default expression="" field="n_parcelles_trouvees" applyOnUpdate="0"/>
    <default expression="" field="n_parcelles_attendues" applyOnUpdate="0"/>
  </defaults>
  <constraints>
    <constraint field="fid" notnull_strength="1" unique_strength="1" exp_strength="0" constraints="3"/>
    <constraint field="num_canon" notnull_strength="1" unique_strength="1" exp_strength="0" constraints="3"/>
    <constraint field="num_affiche" notnull_strength="1" unique_strength="0" exp_strength="0" constraints="1"/>
    <constraint field="type" notnull_strength="1" unique_strength="0" exp_strength="0" constraints="1"/>
    <constraint field="cu_type" notnull_strength="0" unique_strength="0" exp_strength="0" constraints="0"/>
    <constraint field="maison" notnull_strength="0" unique_strength="0" exp_strength="0" constraints="0"/>
    <constraint field="insee" notnull_strength="1" unique_strength="0" exp_strength="0" constraints="1"/>
    <constraint field="annee" notnull_strength="1" unique_strength="0" exp_strength="0" constraints="1"/>
    <constraint field="division" notnull_strength="1" unique_strength="0" exp_strength="0" constraints="1"/>
    <constraint field="suffixe" notnull_strength="0" unique_strength="0" exp_strength="0" constraints="0"/>
    <constraint field="num_suffixe" notnull_strength="0" unique_strength="0" exp_strength="0" constraints="0"/>
    <constraint field="racine" notnull_strength="1" unique_strength="0" exp_strength="0" constraints="1"/>
    <constraint field="objet" notnull_strength="0" unique_strength="0" exp_strength="0" constraints="0"/>
    <constraint field="etat" notnull_strength="1" unique_strength="0" exp_strength="0" constraints="1"/>
    <constraint field="date_depot" notnull_strength="0" unique_strength="0" exp_strength="0" constraints="0"/>
    <constraint field="date_complet" notnull_strength="0" unique_strength="0" exp_strength="0" constraints="0"/>
    <constraint field="date_limite_saisie" notnull_strength="0" unique_strength="0" exp_strength="0" constraints="0"/>
    <constraint field="date_decision" notnull_strength="0" unique_strength="0" exp_strength="0" constraints="0"/>
    <constraint field="date_doc" notnull_strength="0" unique_strength="0" exp_strength="0" constraints="0"/>
    <constraint field="date_daact" notnull_strength="0" unique_strength="0" exp_strength="0" constraints="0"/>
    <constraint field="date_conformite" notnull_strength="0" unique_strength="0" exp_strength="0" constraints="0"/>
    <constraint field="delai_mois" notnull_strength="0" unique_strength="0" exp_strength="0" constraints="0"/>
    <constraint field="majoration_mois" notnull_strength="0" unique_strength="0" exp_strength="0" constraints="0"/>
    <constraint field="service_instructeur" notnull_strength="0" unique_strength="0" exp_strength="0" constraints="0"/>
    <constraint field="adresse_txt" notnull_strength="0" unique_strength="0" exp_strength="0" constraints="0"/>
    <constraint field="ban_id" notnull_strength="0" unique_strength="0" exp_strength="0" constraints="0"/>
    <constraint field="demandeur_type" notnull_strength="0" unique_strength="0" exp_strength="0" constraints="0"/>
    <constraint field="nature_projet" notnull_strength="0" unique_strength="0" exp_strength="0" constraints="0"/>
    <constraint field="destination" notnull_strength="0" unique_strength="0" exp_strength="0" constraints="0"/>
    <constraint field="nb_lgt" notnull_strength="0" unique_strength="0" exp_strength="0" constraints="0"/>
    <constraint field="surf_plancher_m2" notnull_strength="0" unique_strength="0" exp_strength="0" constraints="0"/>
    <constraint field="source" notnull_strength="1" unique_strength="0" exp_strength="0" constraints="1"/>
    <constraint field="source_id" notnull_strength="0" unique_strength="0" exp_strength="0" constraints="0"/>
    <constraint field="date_import" notnull_strength="1" unique_strength="0" exp_strength="0" constraints="1"/>
    <constraint field="statut_lien" notnull_strength="1" unique_strength="0" exp_strength="0" constraints="1"/>
    <constraint field="n_parcelles_trouvees" notnull_strength="1" unique_strength="0" exp_strength="0" constraints="1"/>
    <constraint field="n_parcelles_attendues" notnull_strength="1" unique_strength="0" exp_strength="0" constraints="1"/>
  </constraints>
  <constraintExpressions>
    <constraint field="fid" desc="" exp=""/>
    <constraint field="num_canon" desc="" exp=""/>
    <constraint field="num_affiche" desc="" exp=""/>
    <constraint field="type" desc="" exp=""/>
    <constraint field="cu_type" desc="" exp=""/>
    <constraint field="maison" desc="" exp=""/>
    <constraint field="insee" desc="" exp=""/>
    <constraint field="annee" desc="" exp=""/>
    <constraint field="division" desc="" exp=""/>
    <constraint field="suffixe" desc="" exp=""/>
    <constraint field="num_suffixe" desc="" exp=""/>
    <constraint field="racine" desc="" exp=""/>
    <constraint field="objet" desc="" exp=""/>
    <constraint field="etat" desc="" exp=""/>
    <constraint field="date_depot" desc="" exp=""/>
    <constraint field="date_complet" desc="" exp=""/>
    <constraint field="date_limite_saisie" desc="" exp=""/>
    <constraint field="date_decision" desc="" exp=""/>
    <constraint field="date_doc" desc="" exp=""/>
    <constraint field="date_daact" desc="" exp=""/>
    <constraint field="date_conformite" desc="" exp=""/>
    <constraint field="delai_mois" desc="" exp=""/>
    <constraint field="majoration_mois" desc="" exp=""/>
    <constraint field="service_instructeur" desc="" exp=""/>
    <constraint field="adresse_txt" desc="" exp=""/>
    <constraint field="ban_id" desc="" exp=""/>
    <constraint field="demandeur_type" desc="" exp=""/>
    <constraint field="nature_projet" desc="" exp=""/>
    <constraint field="destination" desc="" exp=""/>
    <constraint field="nb_lgt" desc="" exp=""/>
    <constraint field="surf_plancher_m2" desc="" exp=""/>
    <constraint field="source" desc="" exp=""/>
    <constraint field="source_id" desc="" exp=""/>
    <constraint field="date_import" desc="" exp=""/>
    <constraint field="statut_lien" desc="" exp=""/>
    <constraint field="n_parcelles_trouvees" desc="" exp=""/>
    <constraint field="n_parcelles_attendues" desc="" exp=""/>
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
    <field name="annee" editable="0"/>
    <field name="date_import" editable="0"/>
    <field name="insee" editable="0"/>
    <field name="n_parcelles_attendues" editable="0"/>
    <field name="n_parcelles_trouvees" editable="0"/>
    <field name="num_affiche" editable="0"/>
    <field name="num_suffixe" editable="0"/>
    <field name="source" editable="0"/>
    <field name="statut_lien" editable="0"/>
    <field name="suffixe" editable="0"/>
    <field name="type" editable="0"/>
  </editable>
  <labelOnTop/>
  <reuseLastValue/>
  <dataDefinedFieldProperties/>
  <widgets/>
  <mapTip enabled="1"></mapTip>
  <layerGeometryType>0</layerGeometryType>
</qgis>
