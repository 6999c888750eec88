"""A small rule catalogue, in the place of the real one: the writers must show any text that it holds."""

from __future__ import annotations

import re

from smica_qgis.core.validation.catalogue import RuleCatalogue, RuleText
from smica_qgis.core.validation.finding import Family, Level, Scope
from smica_qgis.core.validation.model_defects import ModelDefect


def _rule(code: str, level: Level, scope: Scope, theme: str, title: str, message: str, **more: str) -> RuleText:
    family = Family(more.pop("family", "official"))
    why = more.pop("why", "Le Géoportail de l'urbanisme rattache chaque objet à son document par cette valeur.")
    return RuleText(code, family, level, scope, theme, title, message, why=why, **more)


RULES = (
    _rule(
        "VALIDATOR_PROJECTION_INFO",
        Level.INFO,
        Scope.DIRECTORY,
        "Déroulement du contrôle",
        "Projection du contrôle",
        "Les coordonnées ont été lues dans la projection {CODE_PROJECTION}.",
    ),
    _rule(
        "VALIDATOR_EXCEPTION",
        Level.FATAL,
        Scope.DIRECTORY,
        "Déroulement du contrôle",
        "L'outil officiel s'arrêterait ici",
        "L'outil officiel s'arrête sur cette livraison : {MESSAGE}.",
        defect="il abandonne tout le contrôle sans dire ce qu'il aurait trouvé ensuite.",
    ),
    _rule(
        "FILE_UNEXPECTED",
        Level.WARNING,
        Scope.DIRECTORY,
        "Fichiers et dossiers",
        "Fichier mal nommé ou imprévu",
        "Le fichier {FILEPATH} n'est prévu nulle part par le standard.",
        remedy="Renommez-le comme le standard le demande, ou retirez-le de la livraison.",
    ),
    _rule(
        "TABLE_MISSING_ATTRIBUTE",
        Level.ERROR,
        Scope.HEADER,
        "Structure des tables",
        "Attribut obligatoire absent",
        "L'attribut {ATTRIBUTE_NAME} manque dans {FILEPATH}.",
        expected="Un attribut nommé {ATTRIBUTE_NAME}",
        remedy="Ajoutez la colonne et remplissez-la.",
    ),
    _rule(
        "CNIG_IDURBA_UNEXPECTED",
        Level.ERROR,
        Scope.FEATURE,
        "Identité du document",
        "IDURBA ne désigne pas ce document",
        "IDURBA vaut {VALUE} : ce n'est pas l'identifiant du document livré.",
        expected="{EXPECTED_VALUE}",
        remedy="Recalculez IDURBA sur toute la table à partir du nom du dossier.",
        paragraph="CNIG PLU 2017, § 3.2.1, p. 24",
    ),
    _rule(
        "ATTRIBUTE_INVALID_REGEXP",
        Level.ERROR,
        Scope.FEATURE,
        "Valeurs",
        "Valeur d'une forme interdite",
        "{VALUE} n'a pas la forme voulue.",
        expected="Un texte de la forme {REGEXP}",
        remedy="Corrigez la saisie.",
    ),
    _rule(
        "ATTRIBUTE_GEOMETRY_INVALID",
        Level.ERROR,
        Scope.FEATURE,
        "Géométrie",
        "Géométrie invalide",
        "La géométrie n'est pas valide : {TYPE_ERROR}.",
        remedy="Corrigez le contour au point indiqué.",
        paragraph="CNIG PLU 2017, § 4.1, p. 41",
    ),
    _rule(
        "ATTRIBUTE_NOT_UNIQUE",
        Level.ERROR,
        Scope.DIRECTORY,
        "Unicité",
        "Valeur répétée",
        "La valeur {ID_NAME} se trouve {ID_COUNT} fois dans {TABLE_NAME}.",
    ),
    _rule(
        "DATABASE_CONSTRAINT_MISMATCH",
        Level.ERROR,
        Scope.FEATURE,
        "Cohérence",
        "Condition non respectée",
        "Condition non respectée : {CONDITION}",
    ),
    _rule(
        "TABLE_FOREIGN_KEY_NOT_FOUND",
        Level.ERROR,
        Scope.FEATURE,
        "Cohérence",
        "Couple de codes hors nomenclature",
        "Le couple {SOURCE_COL} = {SOURCE_VALUE} n'est pas dans la liste {TARGET_TABLE}.",
    ),
    _rule(
        "METADATA_LOCATOR_NAME_NOT_FOUND",
        Level.WARNING,
        Scope.METADATA,
        "Métadonnées",
        "Lien sans nom",
        "Le lien {NUMBER} sur {COUNT} n'a pas de nom.",
    ),
    _rule(
        "XSD_SCHEMA_ERROR",
        Level.ERROR,
        Scope.DIRECTORY,
        "Pièces écrites",
        "Règlement structuré non conforme à son schéma",
        "Le fichier XML ne suit pas son schéma.",
    ),
    _rule(
        "D5_DATVALID_AFTER_DATAPPRO",
        Level.WARNING,
        Scope.FEATURE,
        "Dates",
        "Date de validité postérieure à l'approbation",
        "DATVALID ({VALUE}) est postérieure à DATAPPRO.",
        expected="Au plus tard {EXPECTED_VALUE}",
        family="standard",
    ),
)
CONDITIONS = [(r"(\w+) NOT NULL", "{1} doit être rempli.")]


MODEL = "cnig_PLU_2017"
DEFECT = ModelDefect(
    (MODEL,),
    "CNIG_IDURBA_UNEXPECTED",
    "Le modèle attend un <autre> nom : laissez IDURBA tel quel.",
    values={"VALUE": re.compile("99999_PLU_20290101")},
)


def catalogue() -> RuleCatalogue:
    """The stand-in catalogue."""
    return RuleCatalogue(RULES, [(re.compile(shape), sentence) for shape, sentence in CONDITIONS])


def catalogue_of_a_faulty_model() -> RuleCatalogue:
    """The same, for a model of which a defect is known."""
    return RuleCatalogue(catalogue(), defects=[DEFECT], model=MODEL)
