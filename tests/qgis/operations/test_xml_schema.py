"""Files held against the XML schema that their model names, and tables of several kinds read by it (GMLAS).

The expected codes, lines and paths are those of the official parser: facts, regress_expectations ("XsdSchemaValidator",
"ValidatePcrs"): an element too many is said of its parent, a wrong value is said twice, of its element.
"""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import pytest
from osgeo import gdal
from pytest_httpserver import HTTPServer

from smica_qgis.core.errors import InvalidModelError
from smica_qgis.core.validation.finding import Finding
from tests.qgis.deliveries import validated
from tests.qgis.made_models import Json, column, layers_file, made_delivery, made_model, table_file

CODE, STOP = "XSD_SCHEMA_ERROR", "VALIDATOR_EXCEPTION"
GML_NAMESPACE = "http://www.opengis.net/gml/3.2"
GML_SCHEMA = f"""<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:gml="{GML_NAMESPACE}"
  targetNamespace="{GML_NAMESPACE}" elementFormDefault="qualified">
  <xs:include schemaLocation="base/object.xsd"/>
  <xs:element name="AbstractFeature" type="gml:AbstractGMLType" abstract="true"
    substitutionGroup="gml:AbstractObject"/>
  <xs:complexType name="GeometryPropertyType"><xs:sequence><xs:any processContents="lax"/></xs:sequence>
  </xs:complexType>
</xs:schema>"""
OBJECT_SCHEMA = f"""<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:gml="{GML_NAMESPACE}"
  targetNamespace="{GML_NAMESPACE}" elementFormDefault="qualified">
  <xs:attribute name="id" type="xs:ID"/>
  <xs:element name="AbstractObject" abstract="true"/>
  <xs:complexType name="AbstractGMLType" abstract="true"><xs:sequence/><xs:attribute ref="gml:id" use="required"/>
  </xs:complexType>
</xs:schema>"""


def feature_type(name: str, *elements: str) -> str:
    return f"""<xs:element name="{name}" type="e:{name}Type" substitutionGroup="gml:AbstractFeature"/>
  <xs:complexType name="{name}Type"><xs:complexContent><xs:extension base="gml:AbstractGMLType"><xs:sequence>
  {"".join(elements)}</xs:sequence></xs:extension></xs:complexContent></xs:complexType>"""


TYPES = ("B1", "R")
SCHEMA = f"""<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:gml="{GML_NAMESPACE}"
  xmlns:e="http://essai" targetNamespace="http://essai" elementFormDefault="qualified">
  <xs:import namespace="{GML_NAMESPACE}" schemaLocation="gml/gml.xsd"/>
  <xs:element name="Lot"><xs:complexType><xs:sequence>
    <xs:element name="membre" maxOccurs="unbounded"><xs:complexType><xs:sequence>
      <xs:element ref="gml:AbstractFeature"/></xs:sequence></xs:complexType></xs:element>
  </xs:sequence><xs:attribute name="version" type="xs:int"/></xs:complexType></xs:element>
  {
    feature_type(
        "Zone",
        '<xs:element name="NOM" type="xs:string"/>',
        '<xs:element name="TYPE" minOccurs="0"><xs:simpleType><xs:restriction base="xs:string">',
        *(f'<xs:enumeration value="{value}"/>' for value in TYPES),
        "</xs:restriction></xs:simpleType></xs:element>",
        '<xs:element name="SURFACE" type="xs:int" minOccurs="0"/>',
        '<xs:element name="FORME" type="gml:GeometryPropertyType" minOccurs="0"/>',
    )
}
  {feature_type("Procedure", '<xs:element name="CODE" type="xs:string"/>')}
  {feature_type("Brouillon", '<xs:element name="CODE" type="xs:string"/>')}
</xs:schema>"""
PLACES = "700000 6600000 700000 6600010 700010 6600010 700000 6600000"
RING = f"<gml:LinearRing><gml:posList>{PLACES}</gml:posList></gml:LinearRing>"
POLYGON = (
    f'<gml:Polygon gml:id="p1" srsName="urn:ogc:def:crs:EPSG::2154"><gml:exterior>{RING}</gml:exterior></gml:Polygon>'
)
VALID = f"""<?xml version="1.0" encoding="UTF-8"?>
<e:Lot xmlns:e="http://essai" xmlns:gml="{GML_NAMESPACE}" version="1">
  <e:membre>
    <e:Zone gml:id="z1">
      <e:NOM>Zone rouge</e:NOM>
      <e:TYPE>R</e:TYPE>
      <e:SURFACE>012</e:SURFACE>
      <e:FORME>{POLYGON}</e:FORME>
    </e:Zone>
  </e:membre>
  <e:membre>
    <e:Procedure gml:id="a1">
      <e:CODE>007</e:CODE>
    </e:Procedure>
  </e:membre>
</e:Lot>
"""
ZONE: list[Json] = [
    column("ID", unique=True),
    column("NOM", maxLength=10),
    column("TYPE"),
    column("SURFACE", "Integer"),
    column("WKT", "Polygon"),
]
PROCEDURE: list[Json] = [column("ID"), column("CODE", pattern="[0-9]{3}")]
LOT, IN_ZONE = "//e:Lot", "//e:Lot/e:membre/e:Zone[@id='z1']"
DEFECTS: dict[str, tuple[str, str, list[tuple[str, int, str]]]] = {
    "an element too many": (
        "</e:SURFACE>",
        "</e:SURFACE>\n<e:CUSTOM>x</e:CUSTOM>",
        [("cvc-complex-type.2.4.a", 8, IN_ZONE)],
    ),
    "an element where none may be": (
        "</e:CODE>",
        "</e:CODE><e:CUSTOM/>",
        [("cvc-complex-type.2.4.d", 13, "//e:Lot/e:membre/e:Procedure[@id='a1']")],
    ),
    "a missing element": (
        "      <e:CODE>007</e:CODE>\n",
        "",
        [("cvc-complex-type.2.4.b", 13, "//e:Lot/e:membre/e:Procedure[@id='a1']")],
    ),
    "a value out of a list": (
        "<e:TYPE>R<",
        "<e:TYPE>\nV\n<",
        [("cvc-enumeration-valid", 8, f"{IN_ZONE}/e:TYPE"), ("cvc-type.3.1.3", 8, f"{IN_ZONE}/e:TYPE")],
    ),
    "a value of another kind": (
        ">012<",
        ">douze<",
        [("cvc-datatype-valid.1.2.1", 7, f"{IN_ZONE}/e:SURFACE"), ("cvc-type.3.1.3", 7, f"{IN_ZONE}/e:SURFACE")],
    ),
    "an attribute of another kind": (
        'version="1"',
        'version="un"',
        [("cvc-datatype-valid.1.2.1", 2, "//"), ("cvc-attribute.3", 2, "//")],
    ),
    "a missing attribute": (' gml:id="a1"', "", [("cvc-complex-type.4", 12, "//e:Lot/e:membre")]),
    "an attribute too many": ("<e:membre>", '<e:membre rang="1">', [("cvc-complex-type.3.2.1", 3, LOT)]),
}


def write_schemas(folder: Path) -> str:
    for path, content in (("essai.xsd", SCHEMA), ("gml/gml.xsd", GML_SCHEMA), ("gml/base/object.xsd", OBJECT_SCHEMA)):
        target = folder / "schemas" / path
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_text(content, encoding="utf-8")
    return str(folder / "schemas" / "essai.xsd")


def model_of_layers(folder: Path, schema: str, path: str = "lot") -> str:
    files = [layers_file("LOT", path, "zone", "procedure", xsdSchema=schema)]
    return made_model(folder, files, {"zone": ZONE, "procedure": PROCEDURE})


def found(folder: Path, content: str, schema: str = "") -> list[Finding]:
    """Validate a lot, and return what is not always said."""
    model = model_of_layers(folder, schema or write_schemas(folder))
    report = validated(made_delivery(folder, {"lot.gml": content}), model)
    always = {"VALIDATOR_PROJECTION_INFO", "CNIG_DOCUMENT_NO_PDF"}
    return [f for f in report.findings if f.code not in always and not (f.code == STOP and not f.file)]


def problems(findings: list[Finding]) -> list[tuple[str, int, str]]:
    return [(f.xsd[0], int(f.id or 0), f.xsd[2]) for f in findings if f.code == CODE and f.xsd is not None]


needs_gmlas = pytest.mark.skipif(gdal.GetDriverByName("GMLAS") is None, reason="this GDAL has no GMLAS")


@needs_gmlas
def test_what_respects_its_schema(tmp_path: Path) -> None:
    assert [(f.code, f.values) for f in found(tmp_path, VALID)] == []


@pytest.mark.parametrize("defect", DEFECTS)
def test_one_defect_against_the_schema(defect: str, tmp_path: Path) -> None:
    old, new, expected = DEFECTS[defect]
    assert VALID.count(old) >= 1
    findings = found(tmp_path, VALID.replace(old, new, 1))
    assert problems(findings) == expected
    assert {(f.file, f.file_model, f.attribute, f.level.value) for f in findings if f.code == CODE} == {
        ("lot.gml", "LOT", "", "ERROR")
    }
    assert all(f.xsd and f.xsd[1] for f in findings if f.code == CODE)


def test_what_is_no_xml_is_said_once_and_stops_the_official_tool(tmp_path: Path) -> None:
    findings = found(tmp_path, VALID.replace("</e:NOM>", "</e:AUTRE>"))
    assert [(f.code, f.file) for f in findings][:2] == [(CODE, "lot.gml"), (STOP, "lot.gml")]
    assert [(f.id, f.xsd[0]) for f in findings if f.code == CODE and f.xsd] == [("5", "")]


@pytest.mark.parametrize("value", [1, 2])
def test_each_code_of_the_parser_has_its_own_limit(value: int, tmp_path: Path) -> None:
    zones = "".join(f'<e:membre><e:Zone gml:id="y{i}"><e:SURFACE>x</e:SURFACE></e:Zone></e:membre>' for i in range(3))
    content = VALID.replace(">012<", ">x<").replace("</e:Lot>", f"{zones}</e:Lot>")
    model = model_of_layers(tmp_path, write_schemas(tmp_path))
    report = validated(made_delivery(tmp_path, {"lot.gml": content}), model, options={"max-errors": value})
    counts = Counter(f.xsd[0] for f in report.findings if f.xsd is not None)
    assert counts["cvc-complex-type.2.4.a"] == value
    assert set(counts.values()) <= {1, value}


def test_a_single_table_is_held_against_its_schema_too(tmp_path: Path) -> None:
    model = made_model(
        tmp_path, [table_file("ZONE", "zone", xsdSchema=write_schemas(tmp_path))], {"ZONE": [column("NOM")]}
    )
    content = VALID.replace(">012<", ">x<")
    report = validated(made_delivery(tmp_path, {"zone.gml": content}), model)
    assert [f.id for f in report.findings if f.code == CODE] == ["7", "7"]


# ----------------------------------------------------------------------------------------- tables by the schema


@needs_gmlas
@pytest.mark.parametrize(
    ("old", "new", "code", "place", "attribute"),
    [
        ("Zone rouge", "Zone beaucoup trop longue", "ATTRIBUTE_SIZE_EXCEEDED", "lot.gml#zone", "NOM"),
        (">007<", ">7<", "ATTRIBUTE_INVALID_REGEXP", "lot.gml#procedure", "CODE"),
        ("<e:TYPE>R</e:TYPE>", "", "ATTRIBUTE_UNEXPECTED_NULL", "lot.gml#zone", "TYPE"),
        (" 700010 6600010 700000 6600000<", "<", "ATTRIBUTE_GEOMETRY_INVALID_FORMAT", "lot.gml#zone", "WKT"),
    ],
)
def test_one_defect_in_a_table(old: str, new: str, code: str, place: str, attribute: str, tmp_path: Path) -> None:
    findings = found(tmp_path, VALID.replace(old, new))
    assert [(f.code, f.file, f.attribute, f.id, f.file_model) for f in findings if f.code != "NO_SPATIAL_DATA"] == [
        (code, place, attribute, "1", "LOT")
    ]


@needs_gmlas
def test_a_table_that_the_model_does_not_know(tmp_path: Path) -> None:
    more = '<e:membre><e:Brouillon gml:id="b1"><e:CODE>1</e:CODE></e:Brouillon></e:membre>'
    findings = found(tmp_path, VALID.replace("</e:Lot>", f"{more}</e:Lot>"))
    assert [(f.code, f.values) for f in findings] == [("MULTITABLE_UNEXPECTED", {"TABLENAME": "brouillon"})]


# -------------------------------------------------------------------------------------------- where schemas are


@pytest.mark.parametrize("form", ["{}", "file://{}"])
def test_a_schema_by_its_path(form: str, tmp_path: Path) -> None:
    schema = form.format(write_schemas(tmp_path))
    assert problems(found(tmp_path, VALID.replace(">012<", ">x<"), schema)) != []


def test_a_schema_relative_to_the_model(tmp_path: Path) -> None:
    write_schemas(tmp_path / "model")
    assert problems(found(tmp_path, VALID.replace(">012<", ">x<"), "schemas/essai.xsd")) != []


def serve(server: HTTPServer, folder: Path) -> None:
    write_schemas(folder)
    for path in (folder / "schemas").rglob("*.xsd"):
        relative = path.relative_to(folder).as_posix()
        server.expect_request(f"/{relative}").respond_with_data(path.read_bytes(), content_type="text/xml")


def test_a_schema_by_its_address_is_read_once_with_those_that_it_names(
    httpserver: HTTPServer, tmp_path: Path, qgis_app: object
) -> None:
    del qgis_app
    serve(httpserver, tmp_path)
    address = httpserver.url_for("/schemas/essai.xsd")
    model = model_of_layers(tmp_path, address, r"lot[0-9]?")
    root = made_delivery(tmp_path, {"lot1.gml": VALID.replace(">012<", ">x<"), "lot2.gml": VALID})
    report = validated(root, model)
    assert [f.file for f in report.findings if f.code == CODE] == ["lot1.gml", "lot1.gml"]
    asked = [request.path for request, _ in httpserver.log]
    assert sorted(asked) == ["/schemas/essai.xsd", "/schemas/gml/base/object.xsd", "/schemas/gml/gml.xsd"]


@pytest.mark.parametrize(
    "location", ["file:///etc/hostname", "/etc/hostname", "../../../../etc/hostname", "ftp://example.org/a.xsd"]
)
def test_a_schema_of_the_network_leads_to_the_network_only(
    location: str, httpserver: HTTPServer, tmp_path: Path, qgis_app: object
) -> None:
    del qgis_app
    content = SCHEMA.replace("gml/gml.xsd", location)
    httpserver.expect_request("/essai.xsd").respond_with_data(content, content_type="text/xml")
    stops = [f for f in found(tmp_path, VALID, httpserver.url_for("/essai.xsd")) if f.code == STOP]
    assert stops
    assert all("root" not in f.values["REASON"] for f in stops)
    assert "chéma" in stops[0].values["REASON"]


BROKEN = {
    "absent": None,
    "not XML": "<xs:schema",
    "not a schema": "<a/>",
    "a wrong schema": SCHEMA.replace('type="xs:int"', 'type="xs:entier"'),
    "an import that is not there": SCHEMA.replace("gml/gml.xsd", "gml/absent.xsd"),
    "a document type": '<!DOCTYPE a [<!ENTITY b SYSTEM "file:///etc/hostname">]><a>&b;</a>',
}


@pytest.mark.parametrize("content", BROKEN.values(), ids=BROKEN)
def test_a_schema_that_is_none_stops_the_official_tool_and_is_no_fault_of_the_file(
    content: str | None, tmp_path: Path
) -> None:
    schema = Path(write_schemas(tmp_path))
    schema.unlink() if content is None else schema.write_text(content, encoding="utf-8")
    findings = found(tmp_path, VALID, str(schema))
    assert problems(findings) == []
    stop = next(f for f in findings if f.code == STOP)
    assert "schéma" in stop.values["REASON"]
    assert stop.file == "lot.gml"


def test_schemas_that_name_each_other_are_read_once(tmp_path: Path) -> None:
    schema = write_schemas(tmp_path)
    base = tmp_path / "schemas" / "gml" / "base" / "object.xsd"
    include = '<xs:include schemaLocation="../gml.xsd"/>'
    base.write_text(OBJECT_SCHEMA.replace('"qualified">', f'"qualified">{include}'), encoding="utf-8")
    assert len(problems(found(tmp_path, VALID.replace(">012<", ">x<"), schema))) == 2


def test_too_many_schemas_are_not_read(tmp_path: Path) -> None:
    folder = tmp_path / "schemas"
    folder.mkdir()
    for number in range(400):
        include = f'<xs:include schemaLocation="s{number + 1}.xsd"/>'
        content = f'<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema">{include}</xs:schema>'
        (folder / f"s{number}.xsd").write_text(content, encoding="utf-8")
    stop = next(f for f in found(tmp_path, VALID, str(folder / "s0.xsd")) if f.code == STOP)
    assert "trop d'autres schémas" in stop.values["REASON"]


def test_a_model_of_the_network_may_not_name_a_local_schema(
    httpserver: HTTPServer, tmp_path: Path, qgis_app: object
) -> None:
    del qgis_app
    files = [layers_file("LOT", "lot", "zone", xsdSchema="file:///etc/hostname")]
    folder = Path(made_model(tmp_path, files, {"zone": ZONE})).parent
    for name in ("files.json", "types/zone.json"):
        httpserver.expect_request(f"/{name}").respond_with_data((folder / name).read_bytes())
    with pytest.raises(InvalidModelError, match="adresse http"):
        validated(made_delivery(tmp_path, {"lot.gml": VALID}), httpserver.url_for("/files.json"))


# ------------------------------------------------------------------------------------------------ hostile files


@needs_gmlas
def test_what_a_file_says_of_its_schema_is_not_asked_for(httpserver: HTTPServer, tmp_path: Path) -> None:
    place = httpserver.url_for("/autre.xsd")
    hint = f'xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xsi:schemaLocation="http://essai {place}"'
    assert [f.code for f in found(tmp_path, VALID.replace('version="1">', f"{hint}>"))] == []
    assert httpserver.log == []


def test_entities_of_a_file_are_not_read(tmp_path: Path) -> None:
    (tmp_path / "secret.txt").write_text("secret", encoding="utf-8")
    doctype = f'<!DOCTYPE a [<!ENTITY b SYSTEM "file://{tmp_path}/secret.txt">]>\n<e:Lot'
    findings = found(tmp_path, VALID.replace("<e:Lot", doctype, 1).replace("Zone rouge", "&b;"))
    assert all("secret" not in f"{f.values} {f.xsd}" for f in findings)
    assert any("entités" in f.values.get("REASON", "") for f in findings)
