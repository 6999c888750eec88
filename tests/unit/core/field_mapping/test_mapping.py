"""Saved mappings: read, refused, proposed, and the bundled ones."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from smica_qgis.core.ads.fields import DOSSIER_FIELDS
from smica_qgis.core.anc.fields import CONTROL_FIELDS, INSTALLATION_FIELDS
from smica_qgis.core.field_mapping.mapping import FieldMapping, InvalidMappingError, read_mapping, row_reader
from smica_qgis.core.field_mapping.proposal import proposed_columns
from smica_qgis.core.field_mapping.rows import RefusedRowError, read_row

FIELDS = {"anc_installation": INSTALLATION_FIELDS, "anc_controle": CONTROL_FIELDS, "ads_dossier": DOSSIER_FIELDS}
HEADER = ("N° dossier", "Commune", "Propriétaire", "Adresse", "Remarques")
ROW = ("12", "12202", "Zolmardier Ysoline", "Zolmardier Ysoline, le Mas", "chien de Zolmardier")
WHOLE = {"numero_dossier": "N° dossier", "insee": "Commune"}


def mapping(**changes: object) -> FieldMapping:
    return FieldMapping(**{"nom": "essai", "objet": "anc_installation", "champs": WHOLE, **changes})  # type: ignore[arg-type]


def test_what_is_saved_is_read_back() -> None:
    saved = mapping(
        valeurs={"etat": {"Vide": "DESACT"}}, constantes={"etat": "Vide"}, mots_admis=("RODEZ",), facultatifs=("insee",)
    )
    assert read_mapping(saved.to_json()) == saved


def test_where_a_mapping_stops_being_json_is_said_in_french() -> None:
    with pytest.raises(InvalidMappingError, match=r"JSON \(ligne 2, colonne 9\)"):
        read_mapping('{"version": 1,\n"objet":')


@pytest.mark.parametrize(
    "text", ["{", "[]", '{"version": 2}', '{"version": 1, "champs": []}', '{"version": 1, "champs": {"a": 1}}',
             '{"version": 1, "autre": 1}', '{"version": 1, "valeurs": {"etat": ["a"]}}'],
)  # fmt: skip
def test_a_mapping_that_is_none(text: str) -> None:
    with pytest.raises(InvalidMappingError):
        read_mapping(text)


@pytest.mark.parametrize(
    ("changes", "said"),
    [
        ({"champs": {"insee": "Commune"}}, "numero_dossier"),
        ({"champs": {**WHOLE, "inconnu": "Commune"}}, "inconnu"),
        ({"champs": {**WHOLE, "etat": "Absente"}}, "Absente"),
        ({"valeurs": {"etat": {"x": "ZZZ"}}, "champs": {**WHOLE, "etat": "Adresse"}}, "ZZZ"),
    ],
)
def test_a_mapping_that_does_not_fit(changes: dict[str, object], said: str) -> None:
    with pytest.raises(InvalidMappingError, match=said):
        row_reader(mapping(**changes), INSTALLATION_FIELDS, HEADER)


def test_a_title_that_comes_twice_is_not_guessed() -> None:
    with pytest.raises(InvalidMappingError, match="plusieurs fois"):
        row_reader(
            mapping(champs={**WHOLE, "insee": "commune"}), INSTALLATION_FIELDS, ("N° dossier", "Commune", "COMMUNE")
        )


def test_a_missing_column_is_let_go_where_the_mapping_says_so() -> None:
    reader = row_reader(
        mapping(champs={**WHOLE, "etat": "Absente"}, facultatifs=("etat",)), INSTALLATION_FIELDS, HEADER
    )
    assert "etat" not in reader.texts(ROW)


def test_templates_constants_and_values() -> None:
    champs = {**WHOLE, "adresse_txt": "{Adresse} ({Commune})"}
    reader = row_reader(
        mapping(champs=champs, constantes={"etat": "Vide"}, valeurs={"etat": {"Vide": "DESACT"}}),
        INSTALLATION_FIELDS,
        HEADER,
    )
    row = read_row(2, ("12", "12202", "", "le Mas", ""), reader)
    assert row.values["adresse_txt"] == "le Mas (12202)"
    assert row.values["etat"] == "DESACT"


def test_people_are_read_only_when_asked_and_their_names_leave_the_other_texts() -> None:
    proposed = mapping(champs=proposed_columns(HEADER, INSTALLATION_FIELDS))
    assert proposed.champs == {
        **WHOLE,
        "adresse_txt": "Adresse",
        "proprio_nom": "Propriétaire",
        "proprio_note": "Remarques",
    }
    row = read_row(2, ROW, row_reader(proposed, INSTALLATION_FIELDS, HEADER))
    assert row.personal == {}
    assert "olmardier" not in str(row.values)
    asked = read_row(2, ROW, row_reader(proposed, INSTALLATION_FIELDS, HEADER, personal=True))
    assert asked.personal == {"proprio_nom": ROW[2], "proprio_note": ROW[4]}
    assert "olmardier" not in str(asked.values)


def test_all_that_is_wrong_with_a_row_is_said_at_once() -> None:
    reader = row_reader(mapping(), INSTALLATION_FIELDS, HEADER)
    with pytest.raises(RefusedRowError) as refused:
        read_row(2, ("", "99999", "", "", ""), reader)
    assert (
        refused.value.message
        == "Numéro de dossier : vide ; Code INSEE : ce n'est pas le code INSEE d'une commune (« 99999 »)"
    )


def test_the_bundled_mappings_are_sound(repository: Path) -> None:
    paths = sorted((repository / "smica_qgis" / "resources" / "import_mappings").glob("*.json"))
    assert len(paths) >= 7
    for path in paths:
        bundled = read_mapping(path.read_text(encoding="utf-8"))
        assert bundled.nom == path.stem
        columns = {name for template in bundled.champs.values() for name in _columns(template)}
        row_reader(bundled, FIELDS[bundled.objet], sorted(columns))
        assert not any(item.personal for item in FIELDS[bundled.objet] if item.name in bundled.champs)
        assert json.loads(path.read_text(encoding="utf-8"))["version"] == 1


def _columns(template: str) -> list[str]:
    return [piece.partition("}")[0] for piece in template.split("{")[1:]] or [template]
