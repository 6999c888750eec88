"""XML that names other files, the network, or grows without end, in GML, in schemas and in metadata."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from osgeo import ogr
from pytest_httpserver import HTTPServer

from smica_qgis.core.validation.finding import Level
from smica_qgis.geodata.metadata_xml import parse_xml, read_metadata_file
from tests.qgis.deliveries import ConformantDelivery, conformant
from tests.qgis.geodata.canary import TOKEN, PipeCanary, pipe_canary
from tests.qgis.geodata.judging import everything_said, judged, said_of
from tests.qgis.geodata.printed_tables import cells_of, read_by_us
from tests.qgis.geodata.table_samples import gml_with_schema, write_layer

pytestmark = pytest.mark.timeout(120, method="thread")  # a read that never ends cannot be interrupted
LAUGHS = "".join(f'<!ENTITY l{n} "{f"&l{n - 1};" * 10 if n else "ha"}">' for n in range(10))
PROLOG = '<?xml version="1.0" encoding="UTF-8"?>\n'


@pytest.fixture
def pipe(tmp_path: Path) -> Iterator[PipeCanary]:
    with pipe_canary(tmp_path / "pipe") as canary:
        yield canary


@pytest.fixture
def gml(tmp_path: Path) -> Path:
    """Return a GML without a schema, in a folder of its own."""
    folder = tmp_path / "delivery"
    folder.mkdir()
    path = gml_with_schema(folder)
    path.with_suffix(".xsd").unlink()
    return path


def change(path: Path, old: str, new: str) -> None:
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new), encoding="utf-8")


# ------------------------------------------------------------------------------------------------- entities


@pytest.mark.parametrize("padding", [0, 70_000], ids=["at once", "far away"])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-16"])
@pytest.mark.parametrize("kind", ["laughs", "file", "dtd", "parameter"])
def test_a_gml_with_a_doctype_is_not_opened(
    kind: str, encoding: str, padding: int, pipe: PipeCanary, tmp_path: Path
) -> None:
    inner, text = {
        "laughs": (f"[{LAUGHS}]", "&l9;"),
        "file": (f'[<!ENTITY e SYSTEM "{pipe.path}">]', "&e;"),
        "dtd": (f'SYSTEM "{pipe.path}"', ""),
        "parameter": (f'[<!ENTITY % p SYSTEM "{pipe.path}"> %p;]', ""),
    }[kind]
    delivery = conformant("cnig_PLU_2024", tmp_path)
    path = delivery.table_path("ZONE_URBA").with_suffix(".gml")
    delivery.remove_table("ZONE_URBA")
    write_layer(path, ogr.wkbPolygon, [(None, ["texte"])])
    content = path.read_text(encoding="utf-8").partition("?>")[2].replace("texte", f"texte{text}")
    declaration = f'<?xml version="1.0" encoding="{encoding}"?>'
    path.write_bytes(
        f"{declaration}<!-- {'<' * padding} --><!DOCTYPE ogr:FeatureCollection {inner}>{content}".encode(encoding)
    )
    report = judged(delivery.root, tmp_path / "reports")
    assert "entités XML" in said_of(report, path.name)
    assert not pipe.was_read


@pytest.mark.parametrize("where", ["text", "attribute"])
@pytest.mark.parametrize("kind", ["laughs", "file", "dtd", "parameter"])
def test_entities_of_metadata_are_not_followed(kind: str, where: str, pipe: PipeCanary, tmp_path: Path) -> None:
    inner, entity = {
        "laughs": (f"[{LAUGHS}]", "&l9;"),
        "file": (f'[<!ENTITY e SYSTEM "{pipe.path}">]', "&e;"),
        "dtd": (f'SYSTEM "{pipe.path}"', ""),
        "parameter": (f'[<!ENTITY % p SYSTEM "{pipe.path}"> %p;]', ""),
    }[kind]
    delivery = conformant("cnig_PLU_2024", tmp_path)
    text = delivery.metadata_path.read_text(encoding="utf-8").partition("?>")[2]
    place = "<gco:CharacterString>" if where == "text" else 'codeListValue="'
    assert place in text
    content = f"{PROLOG}<!DOCTYPE gmd:MD_Metadata {inner}>{text.replace(place, place + entity, 1)}"
    delivery.metadata_path.write_text(content, encoding="utf-8")
    judged(delivery.root, tmp_path / "reports")
    assert not pipe.was_read
    assert "hahaha" not in everything_said(tmp_path / "reports")


def test_an_external_entity_of_metadata_brings_nothing_in(tmp_path: Path) -> None:
    secret = tmp_path / "secret.txt"
    secret.write_text(TOKEN)
    delivery = conformant("cnig_PLU_2024", tmp_path)
    text = delivery.metadata_path.read_text(encoding="utf-8").partition("?>")[2]
    text = text.replace("<gco:CharacterString>", "<gco:CharacterString>&e;")
    delivery.metadata_path.write_text(
        f'{PROLOG}<!DOCTYPE gmd:MD_Metadata [<!ENTITY e SYSTEM "{secret}">]>{text}', encoding="utf-8"
    )
    judged(delivery.root, tmp_path / "reports")
    assert TOKEN not in everything_said(tmp_path / "reports")


def test_an_inclusion_in_metadata_is_not_followed(pipe: PipeCanary, tmp_path: Path) -> None:
    delivery = conformant("cnig_PLU_2024", tmp_path)
    text = delivery.metadata_path.read_text(encoding="utf-8")
    include = f'<xi:include xmlns:xi="http://www.w3.org/2001/XInclude" href="{pipe.path}" parse="text"/>'
    delivery.metadata_path.write_text(text.replace("</gmd:MD_Metadata>", f"{include}</gmd:MD_Metadata>"))
    report = judged(delivery.root, tmp_path / "reports")
    assert not pipe.was_read
    assert [finding for finding in report.findings if finding.level is not Level.INFO] == []


# ------------------------------------------------------------------------------------- schemas and references


def schema_with(inside: str) -> str:
    """A schema of the sample GML with one more column, and something before."""
    return (
        f'{PROLOG}<xs:schema targetNamespace="http://ogr.maptools.org/" xmlns:ogr="http://ogr.maptools.org/"'
        ' xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:gml="http://www.opengis.net/gml"'
        f' elementFormDefault="qualified" version="1.0">{inside}'
        '<xs:element name="TABLE" type="ogr:TABLE_Type" substitutionGroup="gml:_Feature"/>'
        '<xs:complexType name="TABLE_Type"><xs:complexContent>'
        '<xs:extension base="gml:AbstractFeatureType"><xs:sequence>'
        '<xs:element name="geometryProperty" type="gml:PolygonPropertyType" nillable="true" minOccurs="0"/>'
        '<xs:element name="LIBELLE" type="xs:string" minOccurs="0"/><xs:element name="ENTIER" type="xs:string"/>'
        f'<xs:element name="{TOKEN}" type="xs:string" minOccurs="0"/>'
        "</xs:sequence></xs:extension></xs:complexContent></xs:complexType></xs:schema>"
    )


def test_a_schema_beside_a_gml_is_read(gml: Path) -> None:
    gml.with_suffix(".xsd").write_text(schema_with(""))
    assert TOKEN in read_by_us(gml).header


@pytest.mark.parametrize("tag", ["include", "import", "redefine", "override"])
@pytest.mark.parametrize("form", ["{}", "file://{}", "../../../../../../../../../..{}"])
def test_what_a_schema_includes_is_not_read(tag: str, form: str, gml: Path, pipe: PipeCanary) -> None:
    place = form.format(pipe.path)
    gml.with_suffix(".xsd").write_text(schema_with(f'<xs:{tag} namespace="http://a" schemaLocation="{place}"/>'))
    assert TOKEN in read_by_us(gml).header
    assert not pipe.was_read


@pytest.mark.parametrize("tag", ["include", "import", "redefine"])
def test_what_a_schema_includes_is_not_fetched(tag: str, gml: Path, httpserver: HTTPServer) -> None:
    place = httpserver.url_for("/other.xsd")
    gml.with_suffix(".xsd").write_text(schema_with(f'<xs:{tag} namespace="http://a" schemaLocation="{place}"/>'))
    assert TOKEN in read_by_us(gml).header
    assert httpserver.log == []


@pytest.mark.parametrize(
    "content",
    [
        "",
        "not a schema",
        f'{PROLOG}<!DOCTYPE s [<!ENTITY e SYSTEM "PIPE">]><s>&e;</s>',
        f"{PROLOG}<!DOCTYPE s [{LAUGHS}]>",
    ],
    ids=["empty", "text", "entity", "laughs"],
)
def test_a_schema_that_cannot_be_read_is_left_aside(content: str, gml: Path, pipe: PipeCanary) -> None:
    header = read_by_us(gml).header
    gml.with_suffix(".xsd").write_text(content.replace("PIPE", str(pipe.path)))
    assert read_by_us(gml).header == header
    assert not pipe.was_read


@pytest.mark.parametrize("form", ["{}", "file://{}", "../../../../../../../../../..{}"])
def test_a_schema_elsewhere_is_not_read(form: str, gml: Path, pipe: PipeCanary, tmp_path: Path) -> None:
    schema = tmp_path / "elsewhere.xsd"
    schema.write_text(schema_with(""))
    for place in (schema, pipe.path):
        text = gml.read_text()
        change(gml, "http://ogr.maptools.org/ TABLE.xsd", f"http://ogr.maptools.org/ {form.format(place)}")
        assert TOKEN not in read_by_us(gml).header
        gml.write_text(text)
    assert not pipe.was_read


@pytest.mark.parametrize("what", ["schema", "service", "reference", "projection"])
def test_an_address_in_a_gml_is_not_fetched(what: str, gml: Path, httpserver: HTTPServer) -> None:
    place = httpserver.url_for("/anything")
    if what == "service":
        query = "SERVICE=WFS&amp;VERSION=1.1.0&amp;REQUEST=DescribeFeatureType&amp;TYPENAME=ogr:TABLE"
        change(gml, "http://ogr.maptools.org/ TABLE.xsd", f"http://ogr.maptools.org/ {place}?{query}")
    elif what == "schema":
        change(gml, "http://ogr.maptools.org/ TABLE.xsd", f"http://ogr.maptools.org/ {place}")
    elif what == "reference":
        change(
            gml,
            "<ogr:LIBELLE>",
            f'<ogr:AUTRE xmlns:xlink="http://www.w3.org/1999/xlink" xlink:href="{place}#a"/><ogr:LIBELLE>',
        )
    else:
        text = gml.read_text()
        gml.write_text(text.replace("urn:ogc:def:crs:EPSG::2154", place).replace("EPSG:2154", place))
    assert read_by_us(gml).row_count == 2
    assert httpserver.log == []


@pytest.mark.parametrize("form", ["{}#a", "file://{}#a", "{}"])
def test_a_reference_to_a_file_is_not_followed(form: str, gml: Path, pipe: PipeCanary) -> None:
    place = form.format(pipe.path)
    change(
        gml,
        "<ogr:LIBELLE>",
        f'<ogr:AUTRE xmlns:xlink="http://www.w3.org/1999/xlink" xlink:href="{place}"/><ogr:LIBELLE>',
    )
    assert cells_of(read_by_us(gml))[1][1:]
    assert not pipe.was_read


# ------------------------------------------------------------------------------------------------- what is large


def test_metadata_without_end_are_said(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("smica_qgis.geodata.metadata_xml._LARGEST_RECORD", 1000)
    delivery = conformant("cnig_PLU_2024", tmp_path)
    report = judged(delivery.root, tmp_path / "reports")
    assert "trop gros" in said_of(report, delivery.metadata_path.name)


def test_of_an_xml_that_is_no_record_only_the_beginning_is_read(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def whole_file(path: Path) -> None:
        raise AssertionError(path)

    monkeypatch.setattr("smica_qgis.geodata.metadata_xml.parse_xml", whole_file)
    path = tmp_path / "large.xml"
    path.write_bytes(b"<a>" + b"<b/>" * 1_000_000 + b"</a>")
    assert read_metadata_file(path) is None


@pytest.mark.parametrize("depth", [300, 100_000])
def test_elements_nested_without_end(depth: int, tmp_path: Path) -> None:
    path = tmp_path / "deep.xml"
    path.write_text("<MD_Metadata>" + "<a>" * depth + "</a>" * depth + "</MD_Metadata>")
    assert parse_xml(path) is None
    assert read_metadata_file(path) is None


@pytest.mark.parametrize("content", ["", "<", "<a", "<a>", "\0", "<MD_Metadata", "<MD_Metadata>", "é"])
def test_what_is_no_xml_is_no_record(content: str, tmp_path: Path) -> None:
    path = tmp_path / "m.xml"
    path.write_bytes(content.encode("utf-16" if content == "é" else "utf-8"))
    assert read_metadata_file(path) is None


def test_a_record_with_a_byte_order_mark_or_in_utf16_is_read(tmp_path: Path) -> None:
    delivery: ConformantDelivery = conformant("cnig_PLU_2024", tmp_path)
    text = delivery.metadata_path.read_text(encoding="utf-8").partition("?>")[2]
    for number, content in enumerate(
        (b"\xef\xbb\xbf" + (PROLOG + text).encode(), f'<?xml version="1.0" encoding="UTF-16"?>{text}'.encode("utf-16"))
    ):
        path = tmp_path / f"{number}.xml"
        path.write_bytes(content)
        record = read_metadata_file(path)
        assert record is not None
        assert record.title
