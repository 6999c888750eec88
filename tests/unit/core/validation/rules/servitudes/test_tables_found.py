"""CNIG_GENERATEUR_SUP_NOT_FOUND, CNIG_ASSIETTE_SUP_NOT_FOUND"""

from __future__ import annotations

from tests.unit.made_delivery import Said, delivery, document_model, file_model, made_table, said, table_model

GENERATEUR, ASSIETTE = "CNIG_GENERATEUR_SUP_NOT_FOUND", "CNIG_ASSIETTE_SUP_NOT_FOUND"
BOTH = ("AC1_GENERATEUR_SUP_S", "AC1_ASSIETTE_SUP_S")


def faults(*given: str, standard: str = "cnig_SUP_AC1_2016", known: tuple[str, ...] = BOTH) -> list[Said]:
    made = delivery(tables=[made_table(f"{name}.csv", "X", "1") for name in given])
    model = document_model(*(table_model(name, "X") for name in known), name=standard)
    return said([GENERATEUR, ASSIETTE], made, model)


def test_both() -> None:
    assert faults(*BOTH) == []


def test_one_without_the_other() -> None:
    assert faults("AC1_ASSIETTE_SUP_S") == [(GENERATEUR, {})]
    assert faults("AC1_GENERATEUR_SUP_S") == [(ASSIETTE, {})]


def test_neither() -> None:
    assert faults() == [(GENERATEUR, {}), (ASSIETTE, {})]


def test_even_when_the_model_knows_no_assiette() -> None:
    assert faults("AC1_GENERATEUR_SUP_S", known=BOTH[:1]) == [(ASSIETTE, {})]


def test_only_servitudes() -> None:
    assert faults(standard="cnig_PLU_2017") == []


def test_a_written_piece_is_no_table() -> None:
    model = document_model(file_model("GENERATEUR_ASSIETTE", "pdf", "a"), name="cnig_SUP_AC1_2016")
    assert said([GENERATEUR, ASSIETTE], delivery("a.pdf"), model) == [(GENERATEUR, {}), (ASSIETTE, {})]
