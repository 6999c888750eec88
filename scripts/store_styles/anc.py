"""Sanitation: installations by the class of their last control, zones, and the tables under them."""

from __future__ import annotations

from smica_qgis.core.anc import vocabulary
from smica_qgis.core.anc.fields import CONTROL_FIELDS, INSTALLATION_FIELDS
from smica_qgis.core.cadastre.parcel_link import LINK_STATES
from store_styles.made import categories, labels, relation_of, table_style
from store_styles.table_style import Category, Default, Legend, Marker, Surface, Tab, TableStyle

THEME = "anc"
UNCLASSED = "SANS"
STATE_OR_CLASS = f"""CASE WHEN "etat" <> 'ACT' THEN "etat" ELSE coalesce("dernier_classe", '{UNCLASSED}') END"""
"""dernier_classe is joined to the layer when it is opened: see operations.open_shared_layers."""
CLASS_OF_FINDINGS = """CASE
 WHEN "constats" IS NULL THEN NULL
 WHEN regexp_match("constats", '\\\\bABS\\\\b') > 0 THEN 'ABS'
 WHEN regexp_match("constats", '\\\\b(SAN1|SAN2|STR|PUI)\\\\b') > 0 THEN 'A'
 WHEN regexp_match("constats", '\\\\b(INC|DIM|DYS)\\\\b') > 0 THEN
 CASE WHEN coalesce("zone_san", false) THEN 'A' WHEN coalesce("zone_env", false) THEN 'B' ELSE 'C' END
 WHEN regexp_match("constats", '\\\\bENT\\\\b') > 0 THEN 'D'
 ELSE 'E' END"""
"""The grid of 2012 in the form, so that the class follows the findings at each change (core.anc.grid_2012)."""

_CLASS_MARKERS = {
    "ABS": Marker("cross_fill", "#7b1fa2", 4.0),
    "A": Marker("triangle", "#d73027", 4.0),
    "B": Marker("diamond", "#fc8d59", 3.8),
    "C": Marker("square", "#fee08b", 3.0),
    "D": Marker("pentagon", "#74add1", 3.4),
    "E": Marker("circle", "#1a9850", 2.8),
}
_STATE_MARKERS = {
    "DESACT": Marker("cross2", "#888888", 2.6, "#777777"),
    "RACC": Marker("half_square", "#9e9e9e", 3.0),
    "SUPP": Marker("cross", "#888888", 2.6, "#777777"),
}
_DUE_MARKERS = {
    "ECHU_1AN": Marker("triangle", "#b2182b", 4.2),
    "ECHU": Marker("diamond", "#ef8a62", 3.8),
    "PROCHE": Marker("square", "#fddb6d", 3.2),
    "JAMAIS": Marker("star", "#762a83", 4.2),
    "A_JOUR": Marker("circle", "#1a9850", 2.8),
    "EXCLU": Marker("cross2", "#888888", 2.6, "#777777"),
}
_HIGH_SURFACES = {
    "SAN": Surface("f_diagonal", "#d7302799", "#a50026", "solid", 0.6),
    "ENV": Surface("b_diagonal", "#1b783799", "#00441b", "dash", 0.6),
}
_ZONING_SURFACES = {
    "COLL": Surface("horizontal", "#2b6cb099", "#2b6cb0"),
    "NONCOLL": Surface("dense6", "#b3590099", "#b35900", "dash"),
    "PLUV": Surface("vertical", "#00838f99", "#00838f", "dot"),
    "AUTRE": Surface("no", "#80808000", "#666666", "dash dot"),
}
_FROM_IMPORT = ("statut_lien", "n_parcelles", "n_parcelles_trouvees", "source")
_NUMBER = "\"numero_dossier\" || coalesce(' · ' || \"adresse_txt\", '')"
_INSTALLATION_TIP = """<b>[% "numero_dossier" %]</b><br/>[% coalesce("adresse_txt", '') %]<br/>
[% represent_value("etat") %][% coalesce(' · classe ' || "dernier_classe", '') %][% coalesce('<br/>contrôlée le ' ||
format_date("dernier_date", 'dd/MM/yyyy'), '') %]"""


def _legend_of_installations() -> Legend:
    shown = (
        *categories(vocabulary.CLASSES, _CLASS_MARKERS),
        Category(UNCLASSED, "Sans classe connue", Marker("octagon", "#ffffff", 3.0)),
        *categories({code: vocabulary.ETATS[code] for code in _STATE_MARKERS}, _STATE_MARKERS),
    )
    return Legend(STATE_OR_CLASS, shown)


def installation() -> TableStyle:
    """Installations: shape and colour of the class of the last control, or of the state when out of use."""
    shown: tuple[str, ...] = (
        *("numero_dossier", "insee", "code_postal", "adresse_ban_id", "adresse_txt", "type_immeuble", "nb_logements"),
        *("nb_pieces", "eh_calc", "eh_installe", "date_mise_en_service", "etat", "date_etat"),
    )
    return table_style(
        THEME,
        "anc_installation",
        {
            **labels(INSTALLATION_FIELDS, shown),
            "service_id": "SPANC",
            "source_position": "Origine de la position",
            "precision_m": "Précision (m)",
            "statut_lien": "Lien aux parcelles",
            "n_parcelles": "Parcelles écrites",
            "n_parcelles_trouvees": "Parcelles trouvées",
            "source": "Origine",
            "date_maj": "Mise à jour",
        },
        tabs=(
            Tab("Installation", ("service_id", *shown)),
            Tab("Contrôles", child=relation_of("anc_controle")),
            Tab("Filière", child=relation_of("anc_composant")),
            Tab("Parcelles", child=relation_of("anc_installation_parcelle")),
            Tab("Travaux", child=relation_of("anc_travaux")),
            Tab("Suivi", ("source_position", "precision_m", *_FROM_IMPORT, "date_maj")),
        ),
        preview=_NUMBER,
        legend=_legend_of_installations(),
        lists={
            "etat": vocabulary.ETATS,
            "type_immeuble": vocabulary.TYPES_IMMEUBLE,
            "source_position": vocabulary.SOURCES_POSITION,
            "statut_lien": LINK_STATES,
        },
        fixed=_FROM_IMPORT,
        defaults={
            "inst_id": Default("uuid('WithoutBraces')"),
            "etat": Default("'ACT'"),
            "source_position": Default("'SAISIE'"),
        },
        tip=_INSTALLATION_TIP,
        scale=100_000,
    )


def control() -> TableStyle:
    """Controls: the class follows the findings."""
    dates = ("date_demande", "date_rdv", "date_visite", "date_rapport", "date_transmission")
    result = ("avis", "conformite_neuf", "constats", "zone_san", "zone_env", "zone_source", "classe_saisie", "motif")
    names = labels(CONTROL_FIELDS, ("nature", *dates, "refus", *result, "date_acte", "montant", "ads_num"))
    return table_style(
        THEME,
        "anc_controle",
        {
            **names,
            "constats": f"Constats ({', '.join(vocabulary.CONSTATS)} ; vide : rien)",
            "calc_classe": "Classe (grille de 2012)",
            "verrou": "Verrouillé (rapport envoyé)",
            "date_maj": "Mise à jour",
        },
        tabs=(
            Tab("Contrôle", ("nature", *dates, "refus")),
            Tab("Résultat", (*result[:6], "calc_classe", *result[6:])),
            Tab("Points", child=relation_of("anc_controle_point")),
            Tab("Suivi", ("date_acte", "montant", "ads_num", "verrou", "date_maj")),
        ),
        preview="coalesce(format_date(\"date_visite\", 'dd/MM/yyyy'), 'sans visite') || ' · ' || "
        "represent_value(\"nature\") || coalesce(' · ' || \"calc_classe\", '')",
        lists={
            "nature": vocabulary.NATURES,
            "refus": vocabulary.REFUS,
            "avis": vocabulary.AVIS,
            "conformite_neuf": vocabulary.CONFORMITES_NEUF,
            "calc_classe": vocabulary.CLASSES,
            "classe_saisie": vocabulary.CLASSES,
        },
        texts=frozenset({"motif"}),
        fixed=("calc_classe",),
        defaults={
            "ctrl_id": Default("uuid('WithoutBraces')"),
            "refus": Default("'NON'"),
            "calc_classe": Default(CLASS_OF_FINDINGS, always=True),
        },
    )


def components() -> TableStyle:
    """The works that make an installation."""
    return table_style(
        THEME,
        "anc_composant",
        {
            "ordre": "Ordre",
            "famille": "Famille",
            "type_code": "Type",
            "volume_l": "Volume (l)",
            "eh": "Équivalents-habitants",
            "annee_pose": "Année de pose",
            "agrement_no": "Numéro d'agrément",
        },
        tabs=(Tab("Ouvrage", ("ordre", "famille", "type_code", "volume_l", "eh", "annee_pose", "agrement_no")),),
        preview='"ordre" || \'. \' || represent_value("type_code")',
        lists={"famille": vocabulary.FAMILLES_COMPOSANT, "type_code": vocabulary.TYPES_COMPOSANT},
        years=frozenset({"annee_pose"}),
    )


def parcels() -> TableStyle:
    """Parcels of an installation, by the state of their link."""
    return table_style(
        THEME,
        "anc_installation_parcelle",
        {
            "ordre": "Ordre",
            "idu14": "Parcelle écrite",
            "idu14_actuel": "Parcelle d'aujourd'hui",
            "candidats": "Parcelles possibles",
            "statut": "Lien",
            "role": "Rôle",
            "millesime": "Millésime du cadastre",
        },
        tabs=(Tab("Parcelle", ("ordre", "idu14", "idu14_actuel", "candidats", "statut", "role", "millesime")),),
        preview='coalesce("idu14_actuel", "idu14", \'?\')',
        lists={"statut": LINK_STATES, "role": vocabulary.ROLES_PARCELLE},
    )


def works() -> TableStyle:
    """Works that were asked for."""
    return table_style(
        THEME,
        "anc_travaux",
        {"date_notif": "Notification", "date_fin": "Fin des travaux", "statut": "État"},
        tabs=(Tab("Travaux", ("date_notif", "statut", "date_fin")),),
        preview="represent_value(\"statut\") || coalesce(' · ' || format_date(\"date_notif\", 'dd/MM/yyyy'), '')",
        lists={"statut": vocabulary.STATUTS_TRAVAUX},
        defaults={"trav_id": Default("uuid('WithoutBraces')"), "statut": Default("'NOTIF'")},
    )


def points() -> TableStyle:
    """Points that a control looked at."""
    return table_style(
        THEME,
        "anc_controle_point",
        {"point_code": "Point", "reponse": "Réponse", "valeur": "Valeur", "note": "Note"},
        tabs=(Tab("Point", ("point_code", "reponse", "valeur", "note")),),
        preview="\"point_code\" || coalesce(' : ' || represent_value(\"reponse\"), '')",
        lists={"reponse": vocabulary.REPONSES_POINT},
        texts=frozenset({"note"}),
    )


def service() -> tuple[TableStyle, ...]:
    """Services, their rules and their communes."""
    periods = {
        "perio_conforme_an": "Entre deux contrôles (ans)",
        "perio_nc_an": "… d'une installation non conforme",
        "perio_meca_an": "… d'une microstation ou d'une pompe",
        "delai_travaux_an": "Délai des travaux (ans)",
        "delai_vente_an": "… après une vente (ans)",
        "validite_vente_an": "Validité du rapport de vente (ans)",
        "absence_relance_mois": "Relance après une absence (mois)",
    }
    names = {
        "service_id": "Identifiant",
        "nom": "Nom",
        "siren": "SIREN",
        "sispea_id": "Identifiant SISPEA",
        "date_creation": "Création",
    }
    return (
        table_style(
            THEME,
            "anc_service",
            {**names, **periods},
            tabs=(
                Tab("Service", tuple(names)),
                Tab("Règlement", tuple(periods)),
                Tab("Communes", child=relation_of("anc_service_commune")),
            ),
            preview='"nom"',
        ),
        table_style(
            THEME,
            "anc_service_commune",
            {"insee": "Code INSEE", "date_debut": "Depuis", "date_fin": "Jusqu'à"},
            tabs=(Tab("Commune", ("insee", "date_debut", "date_fin")),),
            preview='"insee"',
        ),
    )


def zones() -> tuple[TableStyle, ...]:
    """Zones at stake, sanitation zoning: hatched, so that the map under them is read."""
    return (
        table_style(
            THEME,
            "anc_zone_enjeu",
            {"type": "Enjeu", "libelle": "Libellé", "acte": "Acte", "date_acte": "Date de l'acte", "source": "Origine"},
            tabs=(Tab("Zone", ("type", "libelle", "acte", "date_acte", "source")),),
            preview="represent_value(\"type\") || coalesce(' · ' || \"libelle\", '')",
            legend=Legend("type", categories(vocabulary.TYPES_ENJEU, _HIGH_SURFACES)),
            lists={"type": vocabulary.TYPES_ENJEU},
            tip='<b>[% represent_value("type") %]</b><br/>[% coalesce("libelle", \'\') %] [% coalesce("acte", \'\') %]',
        ),
        table_style(
            THEME,
            "anc_zonage",
            {
                "insee": "Code INSEE",
                "type": "Zonage",
                "date_delib": "Délibération",
                "document": "Document",
                "idurba": "Document d'urbanisme",
            },
            tabs=(Tab("Zone", ("insee", "type", "date_delib", "document", "idurba")),),
            preview='represent_value("type") || \' · \' || "insee"',
            legend=Legend("type", categories(vocabulary.TYPES_ZONAGE, _ZONING_SURFACES)),
            lists={"type": vocabulary.TYPES_ZONAGE},
            tip='<b>[% represent_value("type") %]</b> · [% "insee" %]',
        ),
    )


def due_controls() -> TableStyle:
    """The list that smica:list_due_controls makes: no table of the store."""
    names = {
        "insee": "Code INSEE",
        "commune": "Commune",
        "service_id": "SPANC",
        "numero_dossier": "Numéro de dossier",
        "adresse_txt": "Adresse",
        "etat": "État",
        "statut": "Échéance",
        "libelle_statut": "Échéance, en clair",
        "dernier_controle": "Dernier contrôle",
        "nature": "Nature",
        "classe": "Classe",
        "prochain_controle": "Prochain contrôle",
        "plafonne": "Ramené à dix ans",
        "limite_travaux": "Limite des travaux",
        "mecanique": "Pièces mobiles",
        "statut_lien": "Lien aux parcelles",
        "geolocalise": "Sur la carte",
        "inst_id": "",
    }
    shown = tuple(name for name in names if name != "inst_id")
    return TableStyle(
        THEME,
        "echeances",
        names,
        (Tab("Échéance", shown),),
        _NUMBER,
        legend=Legend("statut", categories(vocabulary.STATUTS_ECHEANCE, _DUE_MARKERS)),
        lists={
            "etat": vocabulary.ETATS,
            "statut": vocabulary.STATUTS_ECHEANCE,
            "nature": vocabulary.NATURES,
            "classe": vocabulary.CLASSES,
            "statut_lien": LINK_STATES,
        },
        dates=frozenset({"dernier_controle", "prochain_controle", "limite_travaux"}),
        yes_no=frozenset({"plafonne", "mecanique", "geolocalise"}),
        hidden=frozenset({"inst_id"}),
        fixed=frozenset(names),
        tip="""<b>[% "numero_dossier" %]</b> [% "libelle_statut" %]<br/>[% coalesce("adresse_txt", '') %]""",
    )


def styles() -> tuple[TableStyle, ...]:
    """All of them."""
    return (installation(), control(), components(), parcels(), works(), points(), *service(), *zones(), due_controls())
