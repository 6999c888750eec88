-- Permits: the minimal model. Nobody's name: applicants are kept elsewhere (personal_tables.py). The deadline of the
-- instruction is not a column: it follows from the dates; date_limite_saisie is what the software of origin said.

CREATE TABLE ads_dossier (
    fid $ID,
    num_canon $TEXT(24) NOT NULL UNIQUE,
    num_affiche $TEXT(40) NOT NULL,
    type $TEXT(2) NOT NULL,
    cu_type $TEXT(1),
    maison BOOLEAN,
    insee $TEXT(5) NOT NULL,
    annee INTEGER NOT NULL,
    division $TEXT(1) NOT NULL,
    suffixe $TEXT(5),
    num_suffixe INTEGER,
    racine $TEXT(15) NOT NULL,
    objet $TEXT(500),
    etat $TEXT(8) NOT NULL,
    date_depot DATE,
    date_complet DATE,
    date_limite_saisie DATE,
    date_decision DATE,
    date_doc DATE,
    date_daact DATE,
    date_conformite DATE,
    delai_mois INTEGER,
    majoration_mois INTEGER,
    service_instructeur $TEXT(255),
    adresse_txt $TEXT(255),
    ban_id $TEXT(40),
    demandeur_type $TEXT(4),
    nature_projet $TEXT(255),
    destination $TEXT(255),
    nb_lgt INTEGER,
    surf_plancher_m2 $REAL,
    source $TEXT(10) NOT NULL,
    source_id $TEXT(60),
    date_import $INSTANT NOT NULL,
    statut_lien $TEXT(12) NOT NULL,
    n_parcelles_trouvees INTEGER NOT NULL,
    n_parcelles_attendues INTEGER NOT NULL,
    geom $GEOMETRY(POINT)
);
CREATE INDEX ads_dossier_racine ON ads_dossier (racine);
CREATE INDEX ads_dossier_insee ON ads_dossier (insee);
--layer ads_dossier POINT "Dossiers d'autorisation d'urbanisme"

CREATE TABLE ads_parcelle (
    fid $ID,
    num_canon $TEXT(24) NOT NULL,
    ordre INTEGER NOT NULL,
    idu14 $TEXT(14),
    idu14_actuel $TEXT(14),
    candidats $TEXT(1000),
    statut $TEXT(12) NOT NULL,
    role $TEXT(9) NOT NULL,
    millesime $TEXT(10),
    geom $GEOMETRY(MULTIPOLYGON)
);
CREATE INDEX ads_parcelle_num ON ads_parcelle (num_canon);
CREATE INDEX ads_parcelle_idu ON ads_parcelle (idu14);
CREATE INDEX ads_parcelle_actuel ON ads_parcelle (idu14_actuel);
--layer ads_parcelle MULTIPOLYGON "Parcelles des dossiers, telles qu'au jour du lien"

CREATE TABLE ads_evenement (
    fid $ID,
    num_canon $TEXT(24) NOT NULL,
    type $TEXT(20) NOT NULL,
    date DATE,
    detail $TEXT(255)
);
CREATE INDEX ads_evenement_num ON ads_evenement (num_canon);
--table ads_evenement "Vie des dossiers"

CREATE TABLE ads_consultation (
    fid $ID,
    num_canon $TEXT(24) NOT NULL,
    service $TEXT(255) NOT NULL,
    date_envoi DATE,
    delai_j INTEGER,
    date_avis DATE,
    avis $TEXT(60)
);
CREATE INDEX ads_consultation_num ON ads_consultation (num_canon);
--table ads_consultation "Consultations"

CREATE TABLE ads_contrainte (
    fid $ID,
    contrainte_id $TEXT(60) NOT NULL UNIQUE,
    type $TEXT(12) NOT NULL,
    code $TEXT(20),
    sous_code $TEXT(20),
    groupe $TEXT(100),
    sous_groupe $TEXT(100),
    libelle $TEXT(255),
    texte $TEXT,
    ordre INTEGER,
    source $TEXT(255),
    idurba $TEXT(40),
    version $TEXT(40)
);
--table ads_contrainte "Contraintes connues"

CREATE TABLE ads_dossier_contrainte (
    fid $ID,
    num_canon $TEXT(24) NOT NULL,
    contrainte_id $TEXT(60) NOT NULL,
    texte_fige $TEXT,
    surface_m2 $REAL,
    pct $REAL,
    longueur_m $REAL,
    statut $TEXT(8) NOT NULL,
    date DATE
);
CREATE INDEX ads_dossier_contrainte_num ON ads_dossier_contrainte (num_canon);
--table ads_dossier_contrainte "Contraintes figées des dossiers"
