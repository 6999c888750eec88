"""Permits by their state, their parcels as they were, and the tables under them."""

from __future__ import annotations

from smica_qgis.core.ads import vocabulary
from smica_qgis.core.ads.fields import DOSSIER_FIELDS
from smica_qgis.core.ads.permit_number import TYPES
from smica_qgis.core.cadastre.parcel_link import LINK_STATES
from store_styles.made import categories, labels, relation_of, table_style
from store_styles.table_style import Default, Legend, Marker, Surface, Tab, TableStyle

THEME = "ads"
_STATE_MARKERS = {
    "DEP": Marker("circle", "#4575b4"),
    "INC": Marker("semi_circle", "#fdae61", 3.4),
    "INS": Marker("pentagon", "#74add1", 3.4),
    "DEC_FAV": Marker("square", "#1a9850", 2.8),
    "DEC_FAVP": Marker("square_with_corners", "#66bd63", 3.2),
    "DEC_DEF": Marker("triangle", "#d73027", 3.8),
    "SURS": Marker("hexagon", "#fee08b", 3.4),
    "TACITE": Marker("rounded_square", "#00838f"),
    "REJ": Marker("right_half_triangle", "#a50026", 3.8),
    "RETR": Marker("left_half_triangle", "#7b1fa2", 3.8),
    "ANN": Marker("cross2", "#888888", 2.6, "#777777"),
    "OUV": Marker("diamond", "#f46d43", 3.8),
    "ACH": Marker("star", "#006837", 4.0),
    "PER": Marker("cross", "#888888", 2.6, "#777777"),
    "CADUC": Marker("asterisk_fill", "#bdbdbd", 3.6),
}
"""A shape of its own for each state: the colours only help."""
_LINK_SURFACES = {
    "EXACT": Surface("dense7", "#2b6cb0", "#2b6cb0"),
    "PARTIEL": Surface("f_diagonal", "#8e44ad99", "#8e44ad", "dash"),
    "ANCIEN": Surface("b_diagonal", "#b3590099", "#b35900", "dash dot"),
    "AMBIGU": Surface("cross", "#d7302799", "#d73027", "dot"),
    "INTROUVABLE": Surface("no", "#00000000", "#d73027", "dot"),
}
_DUE_MARKERS = {
    "DEPASSE": Marker("triangle", "#b2182b", 4.2),
    "PROCHE": Marker("diamond", "#fdae61", 3.8),
    "EN_COURS": Marker("circle", "#4575b4", 2.8),
    "SUSPENDU": Marker("semi_circle", "#9e9e9e", 3.6),
    "SANS_DELAI": Marker("square", "#ffffff", 2.8),
}
_DATES = ("date_depot", "date_complet", "date_limite_saisie", "date_decision", "date_doc", "date_daact")
_DOSSIER_TIP = """<b>[% "num_affiche" %]</b> [% represent_value("etat") %]<br/>[% coalesce("objet", '') %]<br/>
[% coalesce("adresse_txt", '') %][% coalesce('<br/>déposé le ' || format_date("date_depot", 'dd/MM/yyyy'), '') %]"""


def dossier() -> TableStyle:
    """Permits: a shape and a colour a state."""
    project = ("maison", "objet", "nature_projet", "destination", "nb_lgt", "surf_plancher_m2")
    where = ("insee", "adresse_txt", "ban_id")
    named = (*project, *where, "etat", *_DATES, "date_conformite", "delai_mois", "majoration_mois", "demandeur_type")
    number = {
        "num_affiche": "Numéro",
        "type": "Type",
        "cu_type": "Certificat",
        "racine": "Permis d'origine",
        "suffixe": "Modificatif (M), transfert (T)",
        "num_suffixe": "Rang",
    }
    origin = {
        "source": "Logiciel d'origine",
        "source_id": "Identifiant d'origine",
        "date_import": "Import",
        "statut_lien": "Lien aux parcelles",
        "n_parcelles_attendues": "Parcelles écrites",
        "n_parcelles_trouvees": "Parcelles trouvées",
    }
    return table_style(
        THEME,
        "ads_dossier",
        {**number, **labels(DOSSIER_FIELDS, (*named, "service_instructeur")), **origin},
        tabs=(
            Tab("Dossier", (*number, "etat", "demandeur_type", "service_instructeur")),
            Tab("Projet", (*project, *where)),
            Tab("Dates", (*_DATES, "date_conformite", "delai_mois", "majoration_mois")),
            Tab("Parcelles", child=relation_of("ads_parcelle")),
            Tab("Vie du dossier", child=relation_of("ads_evenement")),
            Tab("Consultations", child=relation_of("ads_consultation")),
            Tab("Contraintes", child=relation_of("ads_dossier_contrainte")),
            Tab("Suivi", tuple(origin)),
        ),
        preview='"num_affiche" || \' · \' || represent_value("etat")',
        legend=Legend("etat", categories(vocabulary.ETATS, _STATE_MARKERS)),
        lists={
            "type": TYPES,
            "cu_type": vocabulary.TYPES_CU,
            "etat": vocabulary.ETATS,
            "demandeur_type": vocabulary.DEMANDEURS,
            "source": vocabulary.SOURCES,
            "statut_lien": LINK_STATES,
        },
        texts=frozenset({"objet"}),
        fixed=(*number, *origin),
        tip=_DOSSIER_TIP,
        scale=100_000,
    )


def parcels() -> TableStyle:
    """Parcels as they were, by the state of their link."""
    return table_style(
        THEME,
        "ads_parcelle",
        {
            "num_canon": "Dossier",
            "ordre": "Ordre",
            "idu14": "Parcelle écrite",
            "idu14_actuel": "Parcelle d'aujourd'hui",
            "candidats": "Parcelles possibles",
            "statut": "Lien",
            "role": "Rôle",
            "millesime": "Millésime du cadastre",
        },
        tabs=(
            Tab(
                "Parcelle",
                ("num_canon", "ordre", "idu14", "idu14_actuel", "candidats", "statut", "role", "millesime"),
            ),
        ),
        preview='"num_canon" || \' · \' || coalesce("idu14_actuel", "idu14", \'?\')',
        legend=Legend("statut", categories(LINK_STATES, _LINK_SURFACES)),
        lists={"statut": LINK_STATES, "role": vocabulary.ROLES_PARCELLE},
        fixed=("num_canon", "statut"),
        tip='<b>[% "num_canon" %]</b><br/>[% coalesce("idu14", \'\') %] : [% represent_value("statut") %]',
        scale=50_000,
    )


def events() -> TableStyle:
    """What happened to a permit."""
    return table_style(
        THEME,
        "ads_evenement",
        {"type": "Événement", "date": "Date", "detail": "Détail"},
        tabs=(Tab("Événement", ("type", "date", "detail")),),
        preview="\"type\" || coalesce(' · ' || format_date(\"date\", 'dd/MM/yyyy'), '')",
    )


def consultations() -> TableStyle:
    """Services that were asked, and what they said."""
    return table_style(
        THEME,
        "ads_consultation",
        {
            "service": "Service consulté",
            "date_envoi": "Envoi",
            "delai_j": "Délai (jours)",
            "date_avis": "Date de l'avis",
            "avis": "Avis",
        },
        tabs=(Tab("Consultation", ("service", "date_envoi", "delai_j", "date_avis", "avis")),),
        preview="\"service\" || coalesce(' · ' || \"avis\", ' · en attente')",
    )


def frozen_constraints() -> TableStyle:
    """Constraints as they were frozen in the permit."""
    return table_style(
        THEME,
        "ads_dossier_contrainte",
        {
            "contrainte_id": "Contrainte",
            "texte_fige": "Texte, tel qu'au jour du dossier",
            "surface_m2": "Surface (m²)",
            "pct": "Part de l'unité foncière (%)",
            "longueur_m": "Longueur (m)",
            "statut": "Retenue ou non",
            "date": "Date",
        },
        tabs=(
            Tab(
                "Contrainte",
                ("contrainte_id", "texte_fige", "surface_m2", "pct", "longueur_m", "statut", "date"),
            ),
        ),
        preview='left(coalesce("texte_fige", "contrainte_id"), 80)',
        lists={"statut": vocabulary.STATUTS_CONTRAINTE},
        texts=frozenset({"texte_fige"}),
        defaults={"statut": Default("'RETENUE'")},
    )


def constraints() -> TableStyle:
    """All the constraints that are known."""
    return table_style(
        THEME,
        "ads_contrainte",
        {
            "contrainte_id": "Identifiant",
            "type": "Type",
            "code": "Code",
            "sous_code": "Sous-code",
            "groupe": "Groupe",
            "sous_groupe": "Sous-groupe",
            "libelle": "Libellé",
            "texte": "Texte",
            "ordre": "Ordre",
            "source": "Origine",
            "idurba": "Document d'urbanisme",
            "version": "Version",
        },
        tabs=(
            Tab("Contrainte", ("contrainte_id", "type", "code", "sous_code", "groupe", "sous_groupe", "ordre")),
            Tab("Texte", ("libelle", "texte")),
            Tab("Origine", ("source", "idurba", "version")),
        ),
        preview='coalesce("libelle", "contrainte_id")',
        lists={"type": vocabulary.TYPES_CONTRAINTE},
        texts=frozenset({"texte"}),
    )


def permit_deadlines() -> TableStyle:
    """The list that smica:list_permit_deadlines makes: no table of the store."""
    names = {
        "insee": "Code INSEE",
        "commune": "Commune",
        "num_canon": "",
        "num_affiche": "Numéro",
        "type": "Type",
        "objet": "Objet",
        "adresse_txt": "Adresse du terrain",
        "etat": "État",
        "echeance": "Échéance",
        "date_limite": "Date limite",
        "jours": "Jours restants",
        "statut": "Délai",
        "libelle_statut": "Délai, en clair",
        "date_depot": "Date de dépôt",
        "date_complet": "Date de complétude",
        "statut_lien": "Lien aux parcelles",
        "geolocalise": "Sur la carte",
    }
    known = {code: label for code, label in vocabulary.STATUTS_DELAI.items() if code in _DUE_MARKERS}
    return TableStyle(
        THEME,
        "echeances",
        names,
        (Tab("Échéance", tuple(name for name in names if name != "num_canon")),),
        '"num_affiche" || \' · \' || "libelle_statut"',
        legend=Legend("statut", categories(known, _DUE_MARKERS)),
        lists={
            "type": TYPES,
            "etat": vocabulary.ETATS,
            "echeance": vocabulary.ECHEANCES,
            "statut": known,
            "statut_lien": LINK_STATES,
        },
        dates=frozenset({"date_limite", "date_depot", "date_complet"}),
        yes_no=frozenset({"geolocalise"}),
        hidden=frozenset({"num_canon"}),
        fixed=frozenset(names),
        tip="""<b>[% "num_affiche" %]</b> [% "libelle_statut" %]<br/>[% coalesce("objet", '') %]""",
    )


def styles() -> tuple[TableStyle, ...]:
    """All of them."""
    under = (parcels(), events(), consultations(), frozen_constraints(), constraints())
    return (dossier(), *under, permit_deadlines())
