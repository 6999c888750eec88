"""The official format of document models: defaults, places of resources, what is wrong in a model."""

from __future__ import annotations

import json
from typing import Any

import pytest

from smica_qgis.core.document_model.model import CodeList, ColumnModel, ColumnType, DocumentModel, FileType, Mandatory
from smica_qgis.core.document_model.reader import parse_foreign_key, read_model
from smica_qgis.core.errors import InvalidModelError, SmicaError

MAIN = "cnig_PLU_2030/files.json"
TYPE = "cnig_PLU_2030/types/ZONE_URBA.json"
LIST = "cnig_PLU_2030/codes/ListeZone.csv"
Resources = dict[str, Any]


def resources(main: object = None, table: object = None, codes: bytes = b"CODE\r\nU\r\n") -> Resources:
    """A model of one table and one list, with what is given in place."""
    files = [{"name": "ZONE_URBA", "type": "table", "path": "D/ZONE_URBA"}]
    default = {"name": "cnig_PLU_2030", "files": files, "codes": [{"name": "ListeZone"}]}
    return {
        MAIN: json.dumps(main if main is not None else default).encode(),
        TYPE: json.dumps(table if table is not None else {"name": "ZONE_URBA", "columns": []}).encode(),
        LIST: codes,
    }


def read(content: Resources, location: str = MAIN) -> DocumentModel:
    return read_model(location, content.__getitem__)


def read_column(entry: object) -> ColumnModel:
    table = read(resources(table={"name": "T", "columns": [entry]})).files[0].table
    assert table is not None
    return table.columns[0]


WHOLE_TABLE = {
    "name": "ZONE_URBA",
    "title": "Zones",
    "description": "Les zones.",
    "columns": [
        {"name": "LIBELLE", "type": "String", "title": "Nom", "constraints": {"maxLength": 12, "minLength": 0}},
        {"name": "REF", "type": "Integer", "constraints": {"required": False, "reference": "DOC_URBA.IDURBA"}},
        {"name": "WKT", "type": "MultiPolygon", "constraints": {"unique": True, "presenceRequired": False}},
        {"name": "T", "type": "String", "constraints": {"pattern": "[0-9]{8}", "enum": ["a", 1]}},
    ],
    "constraints": {
        "foreignKeys": ["(TYPEZONE) REFERENCES ListeZone(CODE)"],
        "conditions": ["NOMFIC IS NOT NULL"],
    },
}
WHOLE_MODEL = {
    "name": "cnig_PLU_2030",
    "title": "PLU",
    "description": "Plan.",
    "constraints": {"folderName": "[0-9]{5}_PLU_[0-9]{8}", "metadataSpecification": "CNIG PLU v2030"},
    "files": [
        {
            "name": "Donnees",
            "type": "directory",
            "path": "Donnees",
            "mandatory": "ERROR",
            "title": "D",
            "description": "d",
        },
        {"name": "ZONE_URBA", "type": "table", "path": "Donnees/ZONE_URBA", "mandatory": "OPTIONAL"},
    ],
    "codes": [{"name": "ListeZone", "data": "./codes/ListeZone.csv", "title": "Types", "description": "Des zones."}],
}


def test_a_whole_model() -> None:
    model = read(
        resources(WHOLE_MODEL, WHOLE_TABLE, '\ufeffCODE,LABEL\r\nU,Urbaine\r\n\r\nAU,"À urbaniser"\r\n'.encode())
    )
    assert (model.name, model.title, model.folder_name) == ("cnig_PLU_2030", "PLU", "[0-9]{5}_PLU_[0-9]{8}")
    assert model.metadata_specification == "CNIG PLU v2030"
    assert [(f.name, f.type, f.mandatory) for f in model.files] == [
        ("Donnees", FileType.DIRECTORY, Mandatory.ERROR),
        ("ZONE_URBA", FileType.TABLE, Mandatory.OPTIONAL),
    ]
    zones = model.files[1].table
    assert zones is not None
    assert (zones.title, zones.description, model.description) == ("Zones", "Les zones.", "Plan.")
    assert (model.files[0].title, model.files[0].description) == ("D", "d")
    assert (model.files[1].title, model.files[1].description) == ("ZONE_URBA", "")
    assert zones.conditions == ("NOMFIC IS NOT NULL",)
    assert zones.foreign_keys[0].target_columns == ("CODE",)
    libelle, ref, wkt, t = zones.columns
    assert libelle == ColumnModel("LIBELLE", ColumnType.STRING, "Nom", max_length=12, min_length=0)
    assert (ref.type, ref.required, ref.reference) == (ColumnType.INTEGER, False, ("DOC_URBA", "IDURBA"))
    assert (wkt.unique, wkt.required, wkt.presence_required) == (True, True, False)
    assert (t.pattern, t.enum) == ("[0-9]{8}", ("a", "1"))
    assert model.code_lists == (
        CodeList("ListeZone", ("CODE", "LABEL"), (("U", "Urbaine"), ("AU", "À urbaniser")), "Types", "Des zones."),
    )


def test_what_is_not_said_has_the_format_s_defaults() -> None:
    model = read(resources())
    assert model.files[0].mandatory is Mandatory.WARN
    assert (model.folder_name, model.title) == (None, "cnig_PLU_2030")
    assert read_column({"name": "A", "type": "String"}) == ColumnModel("A", ColumnType.STRING, "A")


def test_a_negative_length_is_no_length() -> None:
    column = read_column({"name": "A", "type": "String", "constraints": {"minLength": -1, "maxLength": -1}})
    assert (column.min_length, column.max_length) == (None, None)


@pytest.mark.parametrize(
    ("location", "given", "asked"),
    [
        ("m/files.json", None, "m/types/ZONE_URBA.json"),
        ("files.json", None, "types/ZONE_URBA.json"),
        ("m/cnig_PLU_2030.json", None, "m/types/ZONE_URBA.json"),
        ("https://x/standard/files.json", None, "https://x/standard/types/ZONE_URBA.json"),
        ("https://x/standard/cnig_PLU_2030.json", None, "https://x/standard/cnig_PLU_2030/types/ZONE_URBA.json"),
        ("m/files.json", "./types/AUTRE.json", "m/types/AUTRE.json"),
        ("m/files.json", "AUTRE.json", "m/AUTRE.json"),
        ("m/files.json", "https://x/AUTRE.json", "https://x/AUTRE.json"),
        ("https://x/s/cnig_PLU_2030.json", "./p/types/A.json", "https://x/s/p/types/A.json"),
    ],
)
def test_where_a_type_is(location: str, given: str | None, asked: str) -> None:
    entry = {"name": "ZONE_URBA", "type": "table", "path": "z", "tableModel": given}
    main = json.dumps({"name": "cnig_PLU_2030", "files": [entry]}).encode()
    assert read({location: main, asked: b'{"name": "T"}'}, location).tables[0].table is not None


@pytest.mark.parametrize(
    ("location", "asked"),
    [("m/files.json", "m/codes/L.csv"), ("https://x/s/cnig_PLU_2030.json", "https://x/s/cnig_PLU_2030/codes/L.csv")],
)
def test_where_a_code_list_is(location: str, asked: str) -> None:
    main = json.dumps({"name": "cnig_PLU_2030", "codes": [{"name": "L"}]}).encode()
    assert read({location: main, asked: b"CODE\nU\n"}, location).code_lists[0].rows == (("U",),)


def test_a_table_of_type_auto_has_none() -> None:
    main = {"name": "m", "files": [{"name": "T", "type": "table", "path": "t", "tableModel": "auto"}]}
    assert read({MAIN: json.dumps(main).encode()}).files[0].table is None


def test_layers_of_a_multi_table_file() -> None:
    layers = [{"name": "zone", "path": "z.*"}, {"name": "autre", "tableModel": "types/zone.json"}]
    main = {"name": "m", "files": [{"name": "M", "type": "multi_table", "path": "m", "tables": layers}]}
    content = {MAIN: json.dumps(main).encode(), "cnig_PLU_2030/types/zone.json": b'{"name": "zone"}'}
    assert [(layer.name, layer.path) for layer in read(content).files[0].layers] == [("zone", "z.*"), ("autre", None)]


def test_where_it_came_from_is_said_with_a_digest_of_all_its_parts() -> None:
    first, same = read(resources()).source, read(resources()).source
    assert (first.location, first.origin) == (MAIN, "given")
    assert first.sha256 == same.sha256
    assert read(resources(codes=b"CODE\nAU\n")).source.sha256 != first.sha256
    assert read_model(MAIN, resources().__getitem__, origin="bundled", date="2026-05-12").source.date == "2026-05-12"


@pytest.mark.parametrize(
    ("text", "line"),
    [(b'CODE,LABEL\n1,"a\n2,b\n', 2), (b'CODE\n1\n"2\n', 3), (b'CODE,LABEL\n1,"a ""b"" c"\n', 0), (b"CODE\n", 0)],
)
def test_a_quote_that_is_never_closed(text: bytes, line: int) -> None:
    defect = f"guillemet ouvert et jamais fermé à la ligne {line}" if line else ""
    assert read(resources(codes=text)).code_lists[0].defect == defect


def test_a_quote_that_is_never_closed_swallows_no_other_line() -> None:
    text = b'CODE,LABEL\n1,"a, b\n2,c\n3,"d, e"\n'
    assert [row[0] for row in read(resources(codes=text)).code_lists[0].rows] == ["1", "2", "3"]


@pytest.mark.parametrize(
    "text",
    [
        "(VALUE, SUB_VALUE) REFERENCES MY_REFERENCE(TYPE, SUB_TYPE)",
        " (  VALUE ,  SUB_VALUE  )  REFERENCES   MY_REFERENCE ( TYPE,  SUB_TYPE ) ",
    ],
)
def test_foreign_keys(text: str) -> None:
    key = parse_foreign_key(text)
    assert (key.columns, key.table) == (("VALUE", "SUB_VALUE"), "MY_REFERENCE")
    assert (key.target_columns, key.text) == (("TYPE", "SUB_TYPE"), text)


@pytest.mark.parametrize(
    "text",
    [
        "(VALUE SUB_VALUE) REFERENCES MY_REFERENCE(TYPE SUB_TYPE)",
        "(VALUE, SUB_VALUE) RFRCNC MY_REFERENCE(TYPE, SUB_TYPE)",
        "(VALUE, SUB_VALUE) REFERENCES (TYPE, SUB_TYPE)",
        "VALUE, SUB_VALUE REFERENCES MY_REFERENCE TYPE, SUB_TYPE",
        "(A, B) REFERENCES T(C)",
        "(é) REFERENCES T(C)",
        "",
    ],
)
def test_other_texts_are_no_foreign_keys(text: str) -> None:
    with pytest.raises(InvalidModelError, match=r"clé étrangère « .* » du modèle ne peut être lue"):
        parse_foreign_key(text)


ZONE = {"name": "ZONE_URBA", "type": "table", "path": "z"}


@pytest.mark.parametrize(
    ("main", "message"),
    [
        ({}, "n'a pas de nom"),
        ([], "pas un objet JSON"),
        ({"name": "m", "files": [{**ZONE, "type": "shapefile"}]}, "type du fichier « ZONE_URBA ».*« shapefile »"),
        ({"name": "m", "files": [{**ZONE, "mandatory": "YES"}]}, "obligation de « ZONE_URBA »"),
        ({"name": "m", "files": [{**ZONE, "path": "("}]}, "Le motif « \\( » du modèle ne peut être lu"),
        ({"name": "m", "files": [{**ZONE, "tableModel": 5}]}, "« tableModel » du modèle n'est pas un texte"),
        ({"name": "m", "files": [{**ZONE, "tableModel": "absent.json"}]}, "« .*absent.json », qui ne peut être lu"),
        ({"name": "m", "files": "x"}, "« files » du modèle n'est pas une liste d'objets"),
        ({"name": "m", "files": [1]}, "« files » du modèle n'est pas une liste d'objets"),
        ({"name": "m", "codes": [{"name": "Absente"}]}, "« .*/codes/Absente.csv », qui ne peut être lu"),
        ({"name": "m", "constraints": "x"}, "« constraints » du modèle n'est pas un objet"),
        ({"name": "m", "constraints": {"folderName": "["}}, "Le motif « \\[ »"),
    ],
)
def test_what_is_wrong_in_the_main_file(main: object, message: str) -> None:
    with pytest.raises(InvalidModelError, match=message):
        read(resources(main))


@pytest.mark.parametrize(
    ("table", "message"),
    [
        ({"columns": [{"name": "A", "type": "URL"}]}, "type de la colonne « A » la valeur inconnue « URL »"),
        ({"columns": [{"name": "A"}]}, "valeur inconnue « None »"),
        ({"columns": [{"name": "(", "type": "String"}]}, "Le motif"),
        ({"columns": [{"name": "A", "type": "String", "constraints": {"pattern": "["}}]}, "Le motif"),
        ({"columns": [{"name": "A", "type": "String", "constraints": {"enum": 5}}]}, "« enum » .* n'est pas une liste"),
        ({"columns": [{"name": "A", "type": "String", "constraints": {"reference": "T"}}]}, "forme TABLE.COLONNE"),
        ({"constraints": {"foreignKeys": ["x"]}}, "clé étrangère"),
        ({"constraints": {"conditions": "x"}}, "« conditions » .* n'est pas une liste"),
    ],
)
def test_what_is_wrong_in_a_table(table: object, message: str) -> None:
    with pytest.raises(InvalidModelError, match=message):
        read(resources(table=table))


@pytest.mark.parametrize("content", [b"", b"{", b"\xff\xfe", b"[" * 100_000])
def test_what_is_no_json(content: bytes) -> None:
    with pytest.raises(InvalidModelError, match="pas un fichier JSON lisible"):
        read({MAIN: content})


def test_a_code_list_that_is_no_csv() -> None:
    with pytest.raises(InvalidModelError, match="liste de codes"):
        read(resources(codes=b"CODE\n" + b"x" * 200_000 + b"\n"))


def test_an_error_of_the_port_with_words_of_its_own_is_left_alone() -> None:
    def refuse(path: str) -> bytes:
        message = f"L'adresse {path} ne répond pas."
        raise SmicaError(message)

    with pytest.raises(SmicaError, match="L'adresse x ne répond pas"):
        read_model("x", refuse)


def test_a_file_that_cannot_be_read() -> None:
    def refuse(path: str) -> bytes:
        raise PermissionError(path)

    with pytest.raises(InvalidModelError, match=r"« m/files\.json », qui ne peut être lu") as caught:
        read_model("m/files.json", refuse)
    assert caught.value.details == "m/files.json"
