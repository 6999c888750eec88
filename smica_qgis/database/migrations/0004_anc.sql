-- Non-collective sanitation: the minimal model. Nobody's name: owners, occupants and technicians are kept elsewhere
-- (personal_tables.py). Due dates and deadlines are not columns: they follow from the controls and from anc_service.
-- $-words are the types that the two databases write differently: see migration.py.

CREATE TABLE anc_service (
    fid $ID,
    service_id $TEXT(40) NOT NULL UNIQUE,
    nom $TEXT(255) NOT NULL,
    siren $TEXT(9),
    sispea_id $TEXT(20),
    date_creation DATE,
    perio_conforme_an INTEGER DEFAULT 10 NOT NULL,
    perio_nc_an INTEGER,
    perio_meca_an INTEGER,
    delai_travaux_an INTEGER DEFAULT 4 NOT NULL,
    delai_vente_an INTEGER DEFAULT 1 NOT NULL,
    absence_relance_mois INTEGER,
    validite_vente_an INTEGER DEFAULT 3 NOT NULL
);
--table anc_service "Services publics d'assainissement non collectif"

CREATE TABLE anc_service_commune (
    fid $ID,
    service_id $TEXT(40) NOT NULL REFERENCES anc_service (service_id),
    insee $TEXT(5) NOT NULL,
    date_debut DATE,
    date_fin DATE
);
CREATE INDEX anc_service_commune_insee ON anc_service_commune (insee);
--table anc_service_commune "Communes de chaque SPANC"

CREATE TABLE anc_installation (
    fid $ID,
    inst_id $TEXT(36) NOT NULL UNIQUE,
    service_id $TEXT(40) NOT NULL REFERENCES anc_service (service_id),
    numero_dossier $TEXT(40) NOT NULL,
    insee $TEXT(5) NOT NULL,
    code_postal $TEXT(5),
    adresse_ban_id $TEXT(40),
    adresse_txt $TEXT(255),
    type_immeuble $TEXT(4),
    nb_logements INTEGER,
    nb_pieces INTEGER,
    eh_calc $REAL,
    eh_installe $REAL,
    date_mise_en_service DATE,
    etat $TEXT(8) NOT NULL,
    date_etat DATE,
    source_position $TEXT(10),
    precision_m $REAL,
    statut_lien $TEXT(12),
    n_parcelles INTEGER,
    n_parcelles_trouvees INTEGER,
    source $TEXT(60),
    date_maj $INSTANT NOT NULL,
    geom $GEOMETRY(POINT),
    UNIQUE (service_id, numero_dossier)
);
CREATE INDEX anc_installation_insee ON anc_installation (insee);
--layer anc_installation POINT "Installations d'assainissement non collectif"

CREATE TABLE anc_installation_parcelle (
    fid $ID,
    inst_id $TEXT(36) NOT NULL,
    ordre INTEGER NOT NULL,
    idu14 $TEXT(14),
    idu14_actuel $TEXT(14),
    candidats $TEXT(1000),
    statut $TEXT(12) NOT NULL,
    role $TEXT(8),
    millesime $TEXT(10)
);
CREATE INDEX anc_installation_parcelle_inst ON anc_installation_parcelle (inst_id);
CREATE INDEX anc_installation_parcelle_idu ON anc_installation_parcelle (idu14);
CREATE INDEX anc_installation_parcelle_actuel ON anc_installation_parcelle (idu14_actuel);
--table anc_installation_parcelle "Parcelles des installations"

CREATE TABLE anc_filiere_agreee (
    fid $ID,
    agrement_no $TEXT(40) NOT NULL UNIQUE,
    titulaire $TEXT(255),
    modele $TEXT(255),
    capacite_eh $REAL,
    date_agrement DATE,
    date_fin DATE,
    type_code $TEXT(3)
);
--table anc_filiere_agreee "Filières agréées"

CREATE TABLE anc_composant (
    fid $ID,
    inst_id $TEXT(36) NOT NULL,
    ordre INTEGER NOT NULL,
    famille $TEXT(8) NOT NULL,
    type_code $TEXT(3) NOT NULL,
    volume_l $REAL,
    eh $REAL,
    annee_pose INTEGER,
    agrement_no $TEXT(40)
);
CREATE INDEX anc_composant_inst ON anc_composant (inst_id);
--table anc_composant "Composants des installations"

CREATE TABLE anc_controle (
    fid $ID,
    ctrl_id $TEXT(36) NOT NULL UNIQUE,
    inst_id $TEXT(36) NOT NULL,
    nature $TEXT(3) NOT NULL,
    date_demande DATE,
    date_rdv DATE,
    date_visite DATE,
    date_rapport DATE,
    date_transmission DATE,
    refus $TEXT(8) NOT NULL,
    avis $TEXT(4),
    conformite_neuf $TEXT(3),
    constats $TEXT(60),
    zone_san BOOLEAN,
    zone_env BOOLEAN,
    zone_source $TEXT(255),
    calc_classe $TEXT(3),
    classe_saisie $TEXT(3),
    motif $TEXT(500),
    date_acte DATE,
    montant $REAL,
    ads_num $TEXT(20),
    verrou BOOLEAN,
    date_maj $INSTANT NOT NULL
);
CREATE INDEX anc_controle_inst ON anc_controle (inst_id, date_visite);
--table anc_controle "Contrôles des installations"

CREATE TABLE anc_point (
    fid $ID,
    point_code $TEXT(10) NOT NULL UNIQUE,
    libelle $TEXT(255) NOT NULL,
    actif BOOLEAN
);
--table anc_point "Points à contrôler (liste du service)"

CREATE TABLE anc_controle_point (
    fid $ID,
    ctrl_id $TEXT(36) NOT NULL,
    point_code $TEXT(10) NOT NULL,
    reponse $TEXT(3),
    valeur $TEXT(60),
    note $TEXT(500)
);
CREATE INDEX anc_controle_point_ctrl ON anc_controle_point (ctrl_id);
--table anc_controle_point "Points relevés à chaque contrôle"

CREATE TABLE anc_travaux (
    fid $ID,
    trav_id $TEXT(36) NOT NULL UNIQUE,
    inst_id $TEXT(36) NOT NULL,
    ctrl_id $TEXT(36),
    date_notif DATE,
    date_fin DATE,
    statut $TEXT(8) NOT NULL
);
CREATE INDEX anc_travaux_inst ON anc_travaux (inst_id);
--table anc_travaux "Travaux demandés"

CREATE TABLE anc_zone_enjeu (
    fid $ID,
    type $TEXT(3) NOT NULL,
    libelle $TEXT(255),
    acte $TEXT(255),
    date_acte DATE,
    source $TEXT(255),
    geom $GEOMETRY(MULTIPOLYGON)
);
--layer anc_zone_enjeu MULTIPOLYGON "Zones à enjeu sanitaire ou environnemental"

CREATE TABLE anc_zonage (
    fid $ID,
    insee $TEXT(5) NOT NULL,
    type $TEXT(7) NOT NULL,
    date_delib DATE,
    document $TEXT(255),
    idurba $TEXT(40),
    geom $GEOMETRY(MULTIPOLYGON)
);
CREATE INDEX anc_zonage_insee ON anc_zonage (insee);
--layer anc_zonage MULTIPOLYGON "Zonage d'assainissement"

CREATE TABLE anc_document (
    fid $ID,
    objet $TEXT(4) NOT NULL,
    objet_id $TEXT(36) NOT NULL,
    type $TEXT(40),
    chemin $TEXT(1000),
    date DATE
);
CREATE INDEX anc_document_objet ON anc_document (objet_id);
--table anc_document "Documents des installations et des contrôles"
