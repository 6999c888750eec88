"""Models made of a template and of what each category changes."""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest

from smica_qgis.core.document_model.composed_models import ComposedModel, composed_models, merge_patch
from smica_qgis.core.document_model.model import DocumentModel
from smica_qgis.core.document_model.registry import Registry
from smica_qgis.core.errors import InvalidModelError

TEMPLATE = {
    "name": "cnig_SUP_{category}_2016",
    "title": "Servitudes {category}",
    "constraints": {"folderName": "[0-9]{9}_{category}_[0-9]{8}"},
    "files": {
        "ACTE_SUP": {"type": "table", "path": "D/ACTE_SUP", "mandatory": "ERROR"},
        "{category}_GENERATEUR_SUP_L": {
            "type": "table",
            "path": "D/{category}_GENERATEUR_SUP_L",
            "tableModel": "./types/GENERATEUR_SUP.json",
        },
        "{category}_GENERATEUR_SUP_S": {
            "type": "table",
            "path": "D/{category}_GENERATEUR_SUP_S",
            "tableModel": "./types/GENERATEUR_SUP.json",
        },
    },
    "codes": {"ListeModes": {}},
}
GENERATEUR: dict[str, Any] = {
    "name": "{category}_GENERATEUR_SUP",
    "columnNames": "TYPEGEN IDGEN",
    "columns": {
        "IDGEN": {"type": "String", "constraints": {"unique": True, "maxLength": 40}},
        "H": {"type": "Double"},
        "TYPEGEN": {"type": "String", "constraints": {"maxLength": 40}},
    },
    "constraints": {"conditions": ["IDGEN IS NOT NULL"], "foreignKeys": ["(TYPEGEN) REFERENCES ListeModes(MODE)"]},
}
ACTE: dict[str, Any] = {"name": "ACTE_SUP", "columns": {"B": {"type": "Integer"}, "A": {"type": "String"}}}
AC1: dict[str, Any] = {
    "title": "Monuments",
    "files": {"AC1_GENERATEUR_SUP_L": None, "AC1_GENERATEUR_SUP_S": {"path": "D/elsewhere"}},
    "codes": {"ListeTypes": {"data": "./codes/Types.csv"}},
    "types": {
        "GENERATEUR_SUP": {
            "columnNames": "IDGEN H TYPEGEN TYPE",
            "columns": {
                "H": {"constraints": {"required": False}},
                "TYPEGEN": {"constraints": {"maxLength": None, "enum": ["Monument"]}},
                "TYPE": {"type": "String"},
            },
            "constraints": {"conditions": ["TYPE IS NOT NULL", "H > 0"]},
        }
    },
}
NAME = "cnig_SUP_AC1_2016"


def write(folder: Path, name: str, content: object) -> None:
    path = folder / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(content if isinstance(content, str) else json.dumps(content), encoding="utf-8")


@pytest.fixture
def family(tmp_path: Path) -> Path:
    """The folder of a family with two categories, in a folder of standards."""
    folder = tmp_path / "cnig_SUP_2016"
    write(folder, "template.json", TEMPLATE)
    write(folder, "types/GENERATEUR_SUP.json", GENERATEUR)
    write(folder, "types/ACTE_SUP.json", ACTE)
    write(folder, "codes/ListeModes.csv", "MODE\nA\n")
    write(folder, "codes/Types.csv", "TYPE\nB\n")
    write(folder, "categories/AC1.json", AC1)
    write(folder, "categories/EL2bis.json", {})
    return folder


def loaded(family: Path, name: str = NAME) -> DocumentModel:
    return Registry(family.parent).load(name)


def columns(model: DocumentModel, file: str) -> dict[str, Any]:
    found = model.file(file)
    assert found is not None
    assert found.table is not None
    return {column.name: column for column in found.table.columns}


def test_the_template_alone_with_the_name_of_the_category(family: Path) -> None:
    model = loaded(family, "CNIG_sup_el2BIS_2016")
    assert (model.name, model.title) == ("cnig_SUP_EL2bis_2016", "Servitudes EL2bis")
    assert model.folder_name == "[0-9]{9}_EL2bis_[0-9]{8}"
    assert [(file.name, file.path) for file in model.files] == [
        ("ACTE_SUP", "D/ACTE_SUP"),
        ("EL2bis_GENERATEUR_SUP_L", "D/EL2bis_GENERATEUR_SUP_L"),
        ("EL2bis_GENERATEUR_SUP_S", "D/EL2bis_GENERATEUR_SUP_S"),
    ]
    assert model.files[1].table == model.files[2].table
    assert model.files[1].table is not None
    assert model.files[1].table.name == "EL2bis_GENERATEUR_SUP"
    assert [codes.name for codes in model.code_lists] == ["ListeModes"]


def test_columns_are_those_that_are_named_in_that_order(family: Path) -> None:
    model = loaded(family, "cnig_SUP_EL2bis_2016")
    assert list(columns(model, "EL2bis_GENERATEUR_SUP_S")) == ["TYPEGEN", "IDGEN"]
    assert list(columns(model, "ACTE_SUP")) == ["B", "A"]  # as written, when nothing names them


def test_what_a_category_changes(family: Path) -> None:
    model = loaded(family)
    assert model.title == "Monuments"
    assert [(file.name, file.path) for file in model.files] == [
        ("ACTE_SUP", "D/ACTE_SUP"),
        ("AC1_GENERATEUR_SUP_S", "D/elsewhere"),
    ]
    assert [(codes.name, codes.rows) for codes in model.code_lists] == [
        ("ListeModes", (("A",),)),
        ("ListeTypes", (("B",),)),
    ]
    found = columns(model, "AC1_GENERATEUR_SUP_S")
    assert list(found) == ["IDGEN", "H", "TYPEGEN", "TYPE"]
    assert not found["H"].required
    assert (found["TYPEGEN"].max_length, found["TYPEGEN"].enum) == (None, ("Monument",))
    assert (found["IDGEN"].max_length, found["IDGEN"].unique) == (40, True)
    table = model.files[1].table
    assert table is not None
    assert table.conditions == ("TYPE IS NOT NULL", "H > 0")
    assert [key.text for key in table.foreign_keys] == ["(TYPEGEN) REFERENCES ListeModes(MODE)"]


def test_composing_gives_the_same_bytes_and_the_digest_follows_every_part(family: Path) -> None:
    before = loaded(family).source
    assert before == loaded(family).source
    assert before.location == f"{NAME}/files.json"
    assert ComposedModel(family, "AC1").read("files.json") == ComposedModel(family, "AC1").read("files.json")
    digests = {before.sha256, loaded(family, "cnig_SUP_EL2bis_2016").source.sha256}
    write(family, "codes/Types.csv", "TYPE\nC\n")
    digests.add(loaded(family).source.sha256)
    write(family, "types/ACTE_SUP.json", {**ACTE, "title": "Actes"})
    digests.add(loaded(family).source.sha256)
    write(family, "categories/AC1.json", {**AC1, "title": "Autre"})
    digests.add(loaded(family).source.sha256)
    assert len(digests) == 5


def test_what_is_composed_is_the_official_format(family: Path) -> None:
    model = ComposedModel(family, "AC1")
    document, table = json.loads(model.read("files.json")), json.loads(model.read("types/GENERATEUR_SUP.json"))
    assert [entry["name"] for entry in document["files"]] == ["ACTE_SUP", "AC1_GENERATEUR_SUP_S"]
    assert [entry["name"] for entry in document["codes"]] == ["ListeModes", "ListeTypes"]
    assert "types" not in document
    assert [entry["name"] for entry in table["columns"]] == ["IDGEN", "H", "TYPEGEN", "TYPE"]
    assert "columnNames" not in table


def test_names_read_no_file(family: Path) -> None:
    for path in family.rglob("*.json"):
        path.write_text("{", encoding="utf-8")
    write(family, "categories/not one.json", {})
    assert Registry(family.parent).names() == (NAME, "cnig_SUP_EL2bis_2016")
    assert sorted(model.name for model in composed_models(family.parent)) == [NAME, "cnig_SUP_EL2bis_2016"]


def test_a_whole_model_of_that_name_takes_its_place(family: Path) -> None:
    write(family.parent, f"{NAME}/files.json", {"name": NAME, "title": "whole"})
    assert loaded(family).title == "whole"
    assert Registry(family.parent).names() == (NAME, "cnig_SUP_EL2bis_2016")


@pytest.mark.parametrize(
    ("resource", "content", "problem"),
    [
        ("categories/AC1.json", "{", r"« cnig_SUP_2016/categories/AC1\.json » n'est pas un fichier JSON lisible"),
        ("categories/AC1.json", "[]", r"« cnig_SUP_2016/categories/AC1\.json » ne contient pas un objet"),
        ("template.json", "", r"« cnig_SUP_2016/template\.json » n'est pas un fichier JSON lisible"),
        ("types/ACTE_SUP.json", '"', r"« cnig_SUP_2016/types/ACTE_SUP\.json » n'est pas un fichier JSON lisible"),
        ("template.json", {**TEMPLATE, "files": []}, "la propriété « files » n'est pas un objet"),
        ("template.json", {**TEMPLATE, "codes": {"L": 1}}, "« L » de la propriété « codes » n'est pas un objet"),
        ("categories/AC1.json", {"types": []}, "la propriété « types » n'est pas un objet"),
        (
            "categories/AC1.json",
            {"types": {"ACTE_SUP": 1}},
            r"ce qui change « types/ACTE_SUP\.json » n'est pas un objet",
        ),
        (
            "categories/AC1.json",
            {"types": {"ACTE_SUP": {"columnNames": "A Z"}}},
            f"Dans le modèle {NAME}, la table ACTE_SUP n'a pas de colonne « Z »",
        ),
    ],
)
def test_a_part_that_is_no_such_thing(family: Path, resource: str, content: object, problem: str) -> None:
    write(family, resource, content)
    with pytest.raises(InvalidModelError, match=problem):
        loaded(family, NAME if "AC1" in resource else "cnig_SUP_EL2bis_2016")


def test_a_part_in_another_encoding(family: Path) -> None:
    (family / "categories" / "AC1.json").write_bytes('{"title": "é"}'.encode("latin-1"))
    with pytest.raises(InvalidModelError, match="n'est pas un fichier JSON lisible"):
        loaded(family)


@pytest.mark.parametrize("resource", ["types/ACTE_SUP.json", "codes/Types.csv"])
def test_a_part_that_is_not_there(family: Path, resource: str) -> None:
    (family / resource).unlink()
    with pytest.raises(InvalidModelError, match=rf"renvoie à « {NAME}/{resource} », qui ne peut être lu"):
        loaded(family)


@pytest.mark.parametrize(
    ("target", "patch", "result"),
    [  # the cases of RFC 7396, appendix A
        ({"a": "b"}, {"a": "c"}, {"a": "c"}),
        ({"a": "b"}, {"b": "c"}, {"a": "b", "b": "c"}),
        ({"a": "b"}, {"a": None}, {}),
        ({"a": "b", "b": "c"}, {"a": None}, {"b": "c"}),
        ({"a": ["b"]}, {"a": "c"}, {"a": "c"}),
        ({"a": "c"}, {"a": ["b"]}, {"a": ["b"]}),
        ({"a": {"b": "c"}}, {"a": {"b": "d", "c": None}}, {"a": {"b": "d"}}),
        ({"a": [{"b": "c"}]}, {"a": [1]}, {"a": [1]}),
        (["a", "b"], ["c", "d"], ["c", "d"]),
        ({"a": "b"}, ["c"], ["c"]),
        ({"a": "foo"}, None, None),
        ({"a": "foo"}, "bar", "bar"),
        ({"e": None}, {"a": 1}, {"e": None, "a": 1}),
        ([1, 2], {"a": "b", "c": None}, {"a": "b"}),
        ({}, {"a": {"bb": {"ccc": None}}}, {"a": {"bb": {}}}),
    ],
)
def test_a_merge_patch(target: object, patch: object, result: object) -> None:
    assert merge_patch(target, patch) == result


def test_a_merge_patch_leaves_its_target_alone_and_adds_at_the_end() -> None:
    target: Mapping[str, Any] = {"b": {"x": 1}, "a": 2}
    merged = merge_patch(target, {"c": 3, "b": {"y": 1}})
    assert json.dumps(merged) == '{"b": {"x": 1, "y": 1}, "a": 2, "c": 3}'
    assert target == {"b": {"x": 1}, "a": 2}
