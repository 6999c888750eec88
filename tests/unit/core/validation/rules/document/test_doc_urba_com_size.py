"""CNIG_DOC_URBA_COM_UNEXPECTED_SIZE"""

from __future__ import annotations

import pytest

from smica_qgis.core.validation.table import Table
from tests.unit.made_delivery import Passed, Said, delivery, document_model, made_table, said, table_model

CODE = "CNIG_DOC_URBA_COM_UNEXPECTED_SIZE"


def faults(*tables: Table, standard: str = "cnig_PLUi_2017", name: str = "DOC_URBA_COM") -> list[Said]:
    return said([CODE], delivery(tables=tables), document_model(table_model(name, "INSEE"), name=standard))


def communes(*rows: str, path: str = "DOC_URBA_COM.csv", **fields: Passed) -> Table:
    return made_table(path, "INSEE", *rows, **fields)


def test_a_plui_covers_two_communes() -> None:
    assert faults(communes("25001", "25002")) == []


@pytest.mark.parametrize("rows", [(), ("25001",)])
def test_fewer(rows: tuple[str, ...]) -> None:
    assert faults(communes(*rows)) == [(CODE, {})]


def test_an_absent_table_counts_for_none() -> None:
    assert faults() == [(CODE, {})]


def test_all_files_of_the_table_count() -> None:
    assert faults(communes("25001", path="a/DOC_URBA_COM.csv"), communes("25002", path="b/DOC_URBA_COM.csv")) == []


def test_a_row_that_the_portal_drops_does_not_count() -> None:
    assert faults(communes("25001", "25002", odd_rows={1: 3})) == [(CODE, {})]


@pytest.mark.parametrize("standard", ["cnig_PLU_2017", "cnig_CC_2017", "cnig_SUP_AC1_2016", "essai"])
def test_only_a_plui(standard: str) -> None:
    assert faults(standard=standard) == []


def test_only_when_the_model_has_the_table() -> None:
    assert faults(name="AUTRE") == []
