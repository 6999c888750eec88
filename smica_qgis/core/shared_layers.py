"""Which tables of the shared store are shown as layers, by theme: apart from what opens them."""

from __future__ import annotations

CADASTRE, PLANNING = "cadastre", "urba"
THEMES: dict[str, tuple[str, ...]] = {
    "anc": (
        *("anc_installation", "anc_zone_enjeu", "anc_zonage", "anc_controle", "anc_composant", "anc_travaux"),
        *("anc_installation_parcelle", "anc_controle_point", "anc_service", "anc_service_commune"),
    ),
    "ads": (
        *("ads_dossier", "ads_parcelle", "ads_evenement", "ads_consultation", "ads_dossier_contrainte"),
        "ads_contrainte",
    ),
    CADASTRE: (
        *("cad_commune", "cad_section", "cad_feuille", "cad_lieudit", "cad_voie", "cad_numvoie", "cad_detail_pct"),
        *("cad_detail_lin", "cad_parcelle", "cad_subdfisc", "cad_batiment", "cad_detail_surf"),
    ),
    PLANNING: tuple(
        f"{table}_en_vigueur"
        for table in (
            *("urba_habillage_txt", "urba_habillage_pct", "urba_prescription_pct", "urba_info_pct"),
            *("sup_generateur_p", "sup_assiette_p", "urba_habillage_lin", "urba_prescription_lin", "urba_info_lin"),
            *("sup_generateur_l", "sup_assiette_l", "urba_habillage_surf", "urba_prescription_surf", "urba_info_surf"),
            *("sup_generateur_s", "sup_assiette_s", "urba_mec", "urba_zone", "urba_secteur_cc", "urba_perimetre_scot"),
        )
    ),
}
"""Tables of a theme, or views of what is in force, the one on top of the map first."""
READ_ONLY = (CADASTRE, PLANNING)
"""Themes that only the plugin writes; their empty tables are not shown."""
GROUPS = {"anc": "Assainissement", "ads": "Droit des sols", CADASTRE: "Cadastre", PLANNING: "Urbanisme en vigueur"}
PLAN, ORTHOPHOTO = "plan", "orthophoto"
CADASTRE_STYLES = (PLAN, ORTHOPHOTO)
DETAIL_TABLES = ("anc_composant", "anc_travaux", "ads_consultation", "ads_contrainte")
"""Tables under a dossier that are imported by themselves."""
