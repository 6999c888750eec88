"""CNIG_SUP_IDGEN_NOT_UNIQUE, CNIG_SUP_IDASS_NOT_UNIQUE, CNIG_SUP_IDGEN_NOT_FOUND"""

from __future__ import annotations

from smica_qgis.core.validation.table import Table
from tests.unit.made_delivery import Said, delivery, document_model, made_table, said, table_model

IDGEN, IDASS, ORPHAN = "CNIG_SUP_IDGEN_NOT_UNIQUE", "CNIG_SUP_IDASS_NOT_UNIQUE", "CNIG_SUP_IDGEN_NOT_FOUND"
SUP = "cnig_SUP_AC1_2016"
NAMES = ("AC1_GENERATEUR_SUP_S", "AC1_GENERATEUR_SUP_P")
ASSIETTES = ("AC1_ASSIETTE_SUP_S", "AC1_ASSIETTE_SUP_P")


def generateurs(*rows: str, name: str = NAMES[0]) -> Table:
    return made_table(f"{name}.csv", "IDGEN", *rows)


def assiettes(*rows: str, name: str = ASSIETTES[0]) -> Table:
    return made_table(f"{name}.csv", "IDASS IDGEN", *rows)


def faults(*tables: Table, standard: str = SUP) -> list[Said]:
    models = [table_model(name, "IDGEN") for name in (*NAMES, "GENERATEUR")]
    models += [table_model(name, "IDASS", "IDGEN") for name in ASSIETTES]
    return said([IDGEN, IDASS, ORPHAN], delivery(tables=tables), document_model(*models, name=standard))


def test_a_sound_servitude() -> None:
    assert faults(generateurs("g1", "g2"), assiettes("a1 g1", "a2 g1")) == []


def test_most_frequent_first_over_all_tables() -> None:
    found = faults(generateurs("222", "111", "222"), generateurs("222", "111", "333", name=NAMES[1]))
    assert found == [(IDGEN, {"IDGEN": "222"}), (IDGEN, {"IDGEN": "111"})]


def test_assiettes_too() -> None:
    found = faults(generateurs("g"), assiettes("a g"), assiettes("a g", "b g", name=ASSIETTES[1]))
    assert found == [(IDASS, {"IDASS": "a"})]


def test_ties_are_in_the_order_of_texts_and_ten_at_most() -> None:
    names = [f"g{number:02}" for number in reversed(range(12))]
    assert [values["IDGEN"] for _, values in faults(generateurs(*names, *names))] == sorted(names)[:10]


def test_empty_ones_are_not_repeated() -> None:
    assert faults(generateurs(".", ".")) == []


def test_an_assiette_without_its_generateur() -> None:
    found = faults(generateurs("g1"), assiettes("a1 g1", "a2 g9", "a3 .", ". g9"))
    assert found == [
        (ORPHAN, {"IDASS": "a2", "IDGEN": "g9"}),
        (ORPHAN, {"IDASS": "a3", "IDGEN": "{IDGEN}"}),
        (ORPHAN, {"IDASS": "{IDASS}", "IDGEN": "g9"}),
    ]


def test_an_empty_generateur_is_that_of_nobody() -> None:
    assert faults(generateurs("."), assiettes("a1 .")) == [(ORPHAN, {"IDASS": "a1", "IDGEN": "{IDGEN}"})]


def test_ten_orphans_at_most() -> None:
    assert len(faults(assiettes(*(f"a{number} x" for number in range(12))))) == 10


def test_a_generateur_without_an_assiette_is_not_a_fault() -> None:
    assert faults(generateurs("g1", "g2")) == []


def test_only_tables_of_those_names() -> None:
    assert faults(generateurs("g", "g", name="GENERATEUR")) == []


def test_only_servitudes() -> None:
    assert faults(generateurs("g", "g"), assiettes("a x"), standard="cnig_PLU_2017") == []


def test_a_table_that_has_not_the_column() -> None:
    assert faults(made_table(f"{ASSIETTES[0]}.csv", "IDASS", "a1")) == [(ORPHAN, {"IDASS": "a1", "IDGEN": "{IDGEN}"})]
