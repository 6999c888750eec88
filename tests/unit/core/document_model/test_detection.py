"""Which standard does a delivery follow? What decides, what is hesitated between, what is said."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import pytest

from smica_qgis.core.document_model.detection import Clues, Detection, detect
from smica_qgis.core.document_model.model import DocumentModel
from smica_qgis.core.errors import InvalidParameterError
from smica_qgis.core.validation.delivery import Entry
from tests.unit.made_delivery import column, document_model, file_model, table_model

ZONES = "D/ZONE_URBA.dbf"


def plan(name: str, *columns: str, path: str = "D/ZONE_URBA") -> DocumentModel:
    pieces = [file_model("PDF", "pdf", "[^/]*"), file_model("D", "directory", "D")]
    return document_model(table_model("ZONE_URBA", *(column(c) for c in columns), path=path), *pieces, name=name)


# each version has renamed one column in two
MODELS = {
    model.name: model
    for model in (
        plan("cnig_PLU_2014", "A", "OLD1", "OLD2"),
        plan("cnig_PLU_2017", "A", "B", "MID2"),
        plan("cnig_PLU_2022", "A", "B", "NEW2"),
        plan("cnig_PLUi_2017", "A", "B", "MID2"),
        plan("cnig_PLUi_2022", "A", "B", "NEW2"),
        plan("cnig_SUP_AC1_2013", "A"),
        plan("cnig_SUP_AC1_2016", "A"),
        plan("cnig_SUP_PM1_2016", "A"),
        plan("GPU_MEC_2025", "A"),
        plan("cnig_CC_2017", "S1", "S2"),
        plan("cnig_POS_2017", "S1", "S2"),
        plan("cnig_PSMV_2017", "S1", "S2"),
        plan("cnig_SCoT_2018", "S1", "S2"),
    )
}


def found(
    folder: str = "25349_PLU_20180101",
    header: str = "A B MID2",
    specifications: Sequence[str] = (),
    paths: Sequence[str] = ("D/", ZONES),
    layers: Mapping[str, Sequence[str]] | None = None,
) -> Detection:
    entries = [Entry(path.rstrip("/"), path.endswith("/")) for path in paths]
    clues = Clues(folder, entries, specifications, lambda _path: header.split(), layers or {})
    return detect(clues, list(MODELS), MODELS.__getitem__)


@pytest.mark.parametrize(
    ("header", "model"),
    [("A OLD1 OLD2", "cnig_PLU_2014"), ("A B MID2", "cnig_PLU_2017"), ("a b new2", "cnig_PLU_2022")],
)
def test_folder_and_columns_decide_when_nothing_is_declared(header: str, model: str) -> None:
    detection = found(header=header)
    assert (detection.model, detection.certain, detection.hesitations) == (model, True, ())
    assert detection.reason == "déduit du nom du dossier, des fichiers et des colonnes (100 % de concordance)"
    assert not detection.given


def test_the_folder_alone_chooses_the_kind_of_document() -> None:
    assert found("123456789_PLUi_20180101").model == "cnig_PLUi_2017"


def test_metadata_and_columns_agree() -> None:
    detection = found(specifications=["CNIG PLU v2017"])
    assert (detection.model, detection.certain) == ("cnig_PLU_2017", True)
    assert detection.reason == "annoncé par les métadonnées (« CNIG PLU v2017 ») et par le nom du dossier"


@pytest.mark.parametrize("title", ["cnig plu v2017", "CNIG  PLU  2017", "Standard CNIG PLU v2017 (décembre 2017)"])
def test_how_a_standard_is_declared(title: str) -> None:
    assert found(specifications=["INSPIRE", title]).reason.startswith(f"annoncé par les métadonnées (« {title} »)")


def test_what_is_declared_wins_against_the_columns_and_that_is_said() -> None:
    detection = found(header="A OLD1 OLD2", specifications=["CNIG PLU v2022"])
    assert (detection.model, detection.certain) == ("cnig_PLU_2022", False)
    assert detection.reason == "annoncé par les métadonnées (« CNIG PLU v2022 »), à 43 % de concordance"
    assert detection.hesitations == (
        ("cnig_PLU_2014", "les fichiers et les colonnes y ressemblent davantage (100 % de concordance)"),
    )


@pytest.mark.parametrize("title", ["CNIG PLUi v2022", "CNIG PLU v2099", "CNIG SUP v2016", "CNIG PLU"])
def test_a_declaration_of_something_else_is_not_followed(title: str) -> None:
    detection = found(specifications=[title])
    assert detection.model == "cnig_PLU_2017"
    assert detection.reason.startswith("déduit")


@pytest.mark.parametrize(
    ("folder", "model"),
    [
        ("25349_PLU_20170101", "cnig_PLU_2017"),  # the latest that existed when it was approved
        ("25349_PLU_20230101", "cnig_PLU_2022"),
        ("25349_PLU_20100101", "cnig_PLU_2014"),  # none did: the earliest
    ],
)
def test_between_equals_the_date_of_approval_decides(folder: str, model: str) -> None:
    detection = found(folder, paths=("notice.pdf",))
    assert (detection.model, detection.certain) == (model, False)
    others = {name for name, _ in detection.hesitations}
    assert others == {"cnig_PLU_2014", "cnig_PLU_2017", "cnig_PLU_2022"} - {model}
    assert {reason for _, reason in detection.hesitations} == {"100 % de concordance aussi"}


def test_a_declaration_that_is_nearly_as_likely_is_followed_without_another_being_named() -> None:
    excess = " ".join(f"Z{number}" for number in range(20))
    detection = found(specifications=["CNIG PLU v2022"], header=f"A B MID2 {excess}", paths=(ZONES,))
    assert (detection.model, detection.certain, detection.hesitations) == ("cnig_PLU_2022", False, ())
    assert detection.reason == "annoncé par les métadonnées (« CNIG PLU v2022 »)"


def test_a_servitude_by_its_category() -> None:
    detection = found("172014607_ac1_2A_20180130", "A")
    assert detection.model == "cnig_SUP_AC1_2016"
    assert [name for name, _ in detection.hesitations] == ["cnig_SUP_AC1_2013"]


@pytest.mark.parametrize("specifications", [[], ["INSPIRE"], ["CNIG SUP v2016"]])
@pytest.mark.parametrize("table", ["AC1_ASSIETTE_SUP_S.shp", "D/ac1_generateur_sup_p_28.tab"])
def test_servitudes_in_a_folder_of_any_name_are_known_by_their_tables(specifications: list[str], table: str) -> None:
    detection = found("livraison", "A", specifications, paths=(table,))
    assert detection.model == "cnig_SUP_AC1_2016"


def test_servitudes_in_a_geopackage_of_any_name() -> None:
    assert found("livraison", layers={"PM1_GENERATEUR_SUP_S": ("A",)}).model == "cnig_SUP_PM1_2016"


def test_a_plan_that_holds_a_table_of_servitudes_remains_a_plan() -> None:
    paths = (ZONES, "AC1_ASSIETTE_SUP_S.shp")
    assert found("livraison", specifications=["CNIG PLU v2017"], paths=paths).model == "cnig_PLU_2017"


def test_only_the_category_of_the_delivery_is_loaded() -> None:
    loaded: list[str] = []

    def load(name: str) -> DocumentModel:
        loaded.append(name)
        return MODELS[name]

    detect(Clues("172014607_AC1_2A_20180130", [Entry(ZONES, is_directory=False)]), list(MODELS), load)
    assert set(loaded) == {"cnig_SUP_AC1_2013", "cnig_SUP_AC1_2016"}


@pytest.mark.parametrize(
    "folder", ["25349_PLU_MEC1_20190101", "123456789_PLUi_MEC2_20190101", "2A004_cc_mec1_20190101"]
)
def test_a_mise_en_compatibilite(folder: str) -> None:
    assert found(folder, "A").model == "GPU_MEC_2025"
    # the fiche of one declares the standard of the document too, or the Géoportail refuses it
    declared = found(folder, "A", specifications=["CNIG PLU v2017", "GPU MEC v2025"])
    assert declared.reason == "annoncé par les métadonnées (« GPU MEC v2025 ») et par le nom du dossier"


def test_a_mise_en_compatibilite_in_a_folder_of_any_name_is_known_by_its_metadata() -> None:
    assert found("livraison", "A", specifications=["GPU MEC v2025"]).model == "GPU_MEC_2025"


@pytest.mark.parametrize(
    ("folder", "model"),
    [
        ("25349_CC_20180101", "cnig_CC_2017"),
        ("25349_POS_20180101", "cnig_POS_2017"),
        ("25349_PSMV_20180101_A", "cnig_PSMV_2017"),
        ("123456789_PSMV_20180101", "cnig_PSMV_2017"),
        ("123456789_SCOT_20190101", "cnig_SCoT_2018"),
        ("123456789_scot", "cnig_SCoT_2018"),
    ],
)
def test_the_other_kinds_of_plans(folder: str, model: str) -> None:
    assert found(folder, "S1 S2").model == model


def test_a_folder_of_any_name_is_known_by_its_metadata() -> None:
    detection = found("livraison", specifications=["CNIG PLU v2017"])
    assert detection.model == "cnig_PLU_2017"
    assert found("livraison", specifications=["CNIG PLUi v2022"], header="A B NEW2").model == "cnig_PLUi_2022"


@pytest.mark.parametrize(
    ("folder", "specifications"), [("livraison", []), ("livraison", ["INSPIRE"]), ("x", ["CNIG SUP v2016"])]
)
def test_nothing_says_what_it_is(folder: str, specifications: list[str]) -> None:
    with pytest.raises(InvalidParameterError, match=f"« {folder} » n'a pu être deviné.*Indiquez le standard"):
        found(folder, specifications=specifications)


def test_no_model_of_that_kind_at_hand() -> None:
    with pytest.raises(InvalidParameterError):
        found("172014607_AC4_2A_20180130")


def test_a_misplaced_table_speaks_by_its_columns_and_less_by_its_place() -> None:
    detection = found(paths=("ZONE_URBA.dbf",), header="A B NEW2")
    assert detection.model == "cnig_PLU_2022"
    assert "(75 % de concordance)" in detection.reason


def test_files_that_the_official_tool_does_not_list_say_nothing() -> None:
    assert "(100 % de concordance)" in found(paths=("D/", ZONES, "D/ZONE_URBA.shp", "Thumbs.db")).reason


def test_a_table_that_cannot_be_read_says_nothing_of_its_columns() -> None:
    assert found(header="").certain is False


def test_a_lone_geopackage_is_known_by_its_layers() -> None:
    detection = found("donnees", layers={"ZONE_URBA": ["A", "B", "NEW2", "WKT"]}, paths=("donnees.gpkg",))
    assert detection.model == "cnig_PLU_2022"
    assert detection.reason == "déduit des couches et des colonnes (100 % de concordance)"
    assert [name for name, _ in detection.hesitations] == ["cnig_PLUi_2022"]


def test_a_lone_geopackage_is_no_servitude() -> None:
    # the models of servitudes have that one column, and nothing else
    assert found("donnees", layers={"ZONE_URBA": ["A"]}, paths=("donnees.gpkg",)).model.startswith("cnig_PLU")
