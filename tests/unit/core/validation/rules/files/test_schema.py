"""XSD_SCHEMA_ERROR"""

from __future__ import annotations

from dataclasses import replace

from smica_qgis.core.validation.delivery import SchemaFault
from smica_qgis.core.validation.finding import Finding
from tests.unit.made_delivery import Passed, delivery, document_model, findings, made_table, table_model

CODE = "XSD_SCHEMA_ERROR"
PROBLEMS = (
    SchemaFault(3, "cvc-id.1", "pas d'objet", "//root/a"),
    SchemaFault(7, "cvc-id.1", "pas d'objet", "//root/b"),
    SchemaFault(9, "cvc-type", "pas un nombre", "//root/c"),
)


def faults(schema: str | None = "https://example.org/a.xsd", **options: Passed) -> list[Finding]:
    model = document_model(replace(table_model("A", "LIBELLE"), xsd_schema=schema))
    made = delivery(tables=[made_table("A.gml", "LIBELLE", "x")], problems=PROBLEMS)
    return [f for f in findings(made, model, **options) if f.code == CODE]


def test_each_problem_with_its_line() -> None:
    found = faults()
    assert [(f.id, f.xsd) for f in found] == [(str(p.line), (p.code, p.message, p.path)) for p in PROBLEMS]
    assert {(f.file, f.file_model) for f in found} == {("A.gml", "A")}


def test_no_schema_no_fault() -> None:
    assert faults(None) == []


def test_max_errors_counts_each_code_of_the_parser_apart() -> None:
    assert [f.id for f in faults(max_errors=1)] == ["3", "9"]


def test_the_official_tool_stops_on_what_is_no_xml() -> None:
    model = document_model(replace(table_model("A", "LIBELLE"), xsd_schema="https://example.org/a.xsd"))
    problems = (SchemaFault(3, "", "balise ouverte", "", well_formed=False),)
    made = delivery(tables=[made_table("A.gml", "LIBELLE", "x")], problems=problems)
    found = [(f.code, f.file, f.id) for f in findings(made, model)]
    place = found.index((CODE, "A.gml", "3"))
    assert found[place + 1] == ("VALIDATOR_EXCEPTION", "A.gml", "")
