-- The cadastre, whatever it was read from (EDIGEO, Etalab, a database of QgisCadastrePlugin).
-- $-words are the types that the two databases write differently: see database/dialect.py.

CREATE TABLE cad_import (
    fid $ID,
    commence_le $INSTANT NOT NULL,
    termine_le $INSTANT,
    entree $TEXT(1000) NOT NULL,
    mode $TEXT(10) NOT NULL,
    millesime $TEXT(10),
    etat $TEXT(12) NOT NULL,
    lus INTEGER,
    connus INTEGER,
    refuses INTEGER,
    rapport $TEXT
);
--table cad_import "Imports du cadastre"

CREATE TABLE cad_lot (
    fid $ID,
    import_id $BIGINT NOT NULL REFERENCES cad_import (fid),
    source $TEXT(10) NOT NULL,
    archive $TEXT(255) NOT NULL,
    contenu $TEXT(40) NOT NULL,
    insee $TEXT(5) NOT NULL,
    empreinte $TEXT(80) NOT NULL,
    millesime $TEXT(10),
    importe_le $INSTANT NOT NULL,
    objets INTEGER NOT NULL,
    etat $TEXT(10) NOT NULL,
    remplace_par $BIGINT
);
CREATE INDEX cad_lot_empreinte ON cad_lot (empreinte);
CREATE INDEX cad_lot_insee ON cad_lot (insee, etat);
--table cad_lot "Feuilles et fichiers importés, avec leur histoire"

CREATE TABLE cad_anomalie (
    fid $ID,
    lot_id $BIGINT REFERENCES cad_lot (fid),
    code $TEXT(20) NOT NULL,
    identifiant $TEXT(40) NOT NULL,
    detail $TEXT,
    x $REAL,
    y $REAL
);
CREATE INDEX cad_anomalie_lot ON cad_anomalie (lot_id);
--table cad_anomalie "Anomalies relevées à la lecture du cadastre"

CREATE TABLE cad_commune (
    fid $ID,
    insee $TEXT(5) NOT NULL UNIQUE,
    nom $TEXT(100),
    millesime $TEXT(10),
    source $TEXT(10) NOT NULL,
    lot_id $BIGINT,
    geom $GEOMETRY(MULTIPOLYGON)
);
--layer cad_commune MULTIPOLYGON "Communes (cadastre)"

CREATE TABLE cad_section (
    fid $ID,
    section_id $TEXT(10) NOT NULL UNIQUE,
    insee $TEXT(5) NOT NULL,
    prefixe $TEXT(3) NOT NULL,
    section2 $TEXT(2) NOT NULL,
    libelle $TEXT(10) NOT NULL,
    millesime $TEXT(10),
    source $TEXT(10) NOT NULL,
    lot_id $BIGINT,
    geom $GEOMETRY(MULTIPOLYGON)
);
CREATE INDEX cad_section_insee ON cad_section (insee);
--layer cad_section MULTIPOLYGON "Sections"

CREATE TABLE cad_feuille (
    fid $ID,
    feuille_id $TEXT(12) NOT NULL UNIQUE,
    insee $TEXT(5) NOT NULL,
    prefixe $TEXT(3) NOT NULL,
    section2 $TEXT(2) NOT NULL,
    numero $TEXT(2) NOT NULL,
    qualite $TEXT(2),
    mode $TEXT(2),
    echelle INTEGER,
    date_maj DATE,
    millesime $TEXT(10),
    source $TEXT(10) NOT NULL,
    lot_id $BIGINT,
    geom $GEOMETRY(MULTIPOLYGON)
);
CREATE INDEX cad_feuille_insee ON cad_feuille (insee);
CREATE INDEX cad_feuille_lot ON cad_feuille (lot_id);
--layer cad_feuille MULTIPOLYGON "Feuilles"

CREATE TABLE cad_parcelle (
    fid $ID,
    idu14 $TEXT(14) NOT NULL UNIQUE,
    idu15 $TEXT(15) NOT NULL,
    insee $TEXT(5) NOT NULL,
    prefixe $TEXT(3) NOT NULL,
    section2 $TEXT(2) NOT NULL,
    numero4 $TEXT(4) NOT NULL,
    libelle $TEXT(12) NOT NULL,
    contenance_m2 INTEGER,
    surface_geom_m2 $REAL,
    arpente BOOLEAN,
    figuree BOOLEAN,
    feuille_id $TEXT(12),
    date_creation DATE,
    date_maj DATE,
    millesime $TEXT(10),
    source $TEXT(10) NOT NULL,
    lot_id $BIGINT,
    geom $GEOMETRY(MULTIPOLYGON)
);
CREATE INDEX cad_parcelle_section ON cad_parcelle (insee, prefixe, section2, numero4);
CREATE INDEX cad_parcelle_idu15 ON cad_parcelle (idu15);
CREATE INDEX cad_parcelle_lot ON cad_parcelle (lot_id);
--layer cad_parcelle MULTIPOLYGON "Parcelles"

CREATE TABLE cad_batiment (
    fid $ID,
    uid $TEXT(60) NOT NULL,
    type $TEXT(2),
    nom $TEXT(100),
    insee $TEXT(5) NOT NULL,
    feuille_id $TEXT(12),
    date_creation DATE,
    date_maj DATE,
    idu14 $TEXT(14),
    part_pct $REAL,
    millesime $TEXT(10),
    source $TEXT(10) NOT NULL,
    lot_id $BIGINT,
    geom $GEOMETRY(MULTIPOLYGON)
);
CREATE INDEX cad_batiment_idu14 ON cad_batiment (idu14);
CREATE INDEX cad_batiment_insee ON cad_batiment (insee);
CREATE INDEX cad_batiment_a_lier ON cad_batiment (insee) WHERE part_pct IS NULL;
CREATE INDEX cad_batiment_lot ON cad_batiment (lot_id);
--layer cad_batiment MULTIPOLYGON "Bâtiments"

CREATE TABLE cad_lieudit (
    fid $ID,
    nom $TEXT(255),
    insee $TEXT(5) NOT NULL,
    feuille_id $TEXT(12),
    date_creation DATE,
    date_maj DATE,
    millesime $TEXT(10),
    source $TEXT(10) NOT NULL,
    lot_id $BIGINT,
    geom $GEOMETRY(MULTIPOLYGON)
);
CREATE INDEX cad_lieudit_lot ON cad_lieudit (lot_id);
--layer cad_lieudit MULTIPOLYGON "Lieux-dits"

CREATE TABLE cad_subdfisc (
    fid $ID,
    idu14 $TEXT(14),
    lettre $TEXT(2),
    insee $TEXT(5) NOT NULL,
    feuille_id $TEXT(12),
    date_creation DATE,
    date_maj DATE,
    millesime $TEXT(10),
    source $TEXT(10) NOT NULL,
    lot_id $BIGINT,
    geom $GEOMETRY(MULTIPOLYGON)
);
CREATE INDEX cad_subdfisc_idu14 ON cad_subdfisc (idu14);
CREATE INDEX cad_subdfisc_lot ON cad_subdfisc (lot_id);
--layer cad_subdfisc MULTIPOLYGON "Subdivisions fiscales"

CREATE TABLE cad_numvoie (
    fid $ID,
    numero $TEXT(20),
    idu14 $TEXT(14),
    insee $TEXT(5) NOT NULL,
    feuille_id $TEXT(12),
    millesime $TEXT(10),
    source $TEXT(10) NOT NULL,
    lot_id $BIGINT,
    geom $GEOMETRY(POINT)
);
CREATE INDEX cad_numvoie_idu14 ON cad_numvoie (idu14);
CREATE INDEX cad_numvoie_lot ON cad_numvoie (lot_id);
--layer cad_numvoie POINT "Numéros de voirie"

CREATE TABLE cad_voie (
    fid $ID,
    nom $TEXT(255),
    insee $TEXT(5) NOT NULL,
    feuille_id $TEXT(12),
    millesime $TEXT(10),
    source $TEXT(10) NOT NULL,
    lot_id $BIGINT,
    geom $GEOMETRY(POINT)
);
CREATE INDEX cad_voie_lot ON cad_voie (lot_id);
--layer cad_voie POINT "Noms de voies"

CREATE TABLE cad_detail_surf (
    fid $ID,
    classe $TEXT(20) NOT NULL,
    sym $TEXT(4),
    texte $TEXT(255),
    orientation $REAL,
    insee $TEXT(5) NOT NULL,
    feuille_id $TEXT(12),
    millesime $TEXT(10),
    source $TEXT(10) NOT NULL,
    lot_id $BIGINT,
    geom $GEOMETRY(MULTIPOLYGON)
);
CREATE INDEX cad_detail_surf_lot ON cad_detail_surf (lot_id);
--layer cad_detail_surf MULTIPOLYGON "Détails du plan (surfaces)"

CREATE TABLE cad_detail_lin (
    fid $ID,
    classe $TEXT(20) NOT NULL,
    sym $TEXT(4),
    texte $TEXT(255),
    orientation $REAL,
    insee $TEXT(5) NOT NULL,
    feuille_id $TEXT(12),
    millesime $TEXT(10),
    source $TEXT(10) NOT NULL,
    lot_id $BIGINT,
    geom $GEOMETRY(MULTILINESTRING)
);
CREATE INDEX cad_detail_lin_lot ON cad_detail_lin (lot_id);
--layer cad_detail_lin MULTILINESTRING "Détails du plan (lignes)"

CREATE TABLE cad_detail_pct (
    fid $ID,
    classe $TEXT(20) NOT NULL,
    sym $TEXT(4),
    texte $TEXT(255),
    orientation $REAL,
    insee $TEXT(5) NOT NULL,
    feuille_id $TEXT(12),
    millesime $TEXT(10),
    source $TEXT(10) NOT NULL,
    lot_id $BIGINT,
    geom $GEOMETRY(POINT)
);
CREATE INDEX cad_detail_pct_lot ON cad_detail_pct (lot_id);
--layer cad_detail_pct POINT "Détails du plan (points)"

CREATE TABLE cad_filiation (
    fid $ID,
    idu14_mere $TEXT(14) NOT NULL,
    idu14_fille $TEXT(14) NOT NULL,
    type $TEXT(20),
    date DATE,
    source $TEXT(10) NOT NULL
);
CREATE INDEX cad_filiation_mere ON cad_filiation (idu14_mere);
CREATE INDEX cad_filiation_fille ON cad_filiation (idu14_fille);
--table cad_filiation "Filiation des parcelles"
