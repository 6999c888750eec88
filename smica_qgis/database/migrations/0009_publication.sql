-- What is published, since when and by whom. The tables urba_* and sup_* hold what is in force; each version that they
-- no longer hold is whole in urba_histoire. etat is the legal state of the standard (ETAT, 01 to 09); etat_publication
-- is the store's own, and is null for what was loaded before there was a registry, or beside it.
-- famille, territoire, secteur: one document in force for each (secteur: part of a plan, procedure, or manager).

ALTER TABLE urba_document ADD COLUMN famille $TEXT(20);
ALTER TABLE urba_document ADD COLUMN secteur $TEXT(40);
ALTER TABLE urba_document ADD COLUMN etat_publication $TEXT(12)
    CHECK (etat_publication IN ('draft', 'checked', 'published', 'superseded', 'withdrawn'));
ALTER TABLE urba_document ADD COLUMN version INTEGER;
ALTER TABLE urba_document ADD COLUMN publie_le $INSTANT;
ALTER TABLE urba_document ADD COLUMN publie_par $TEXT(100);
ALTER TABLE urba_document ADD COLUMN transmis_prefet_le DATE;
ALTER TABLE urba_document ADD COLUMN televerse_gpu_le DATE;
ALTER TABLE urba_document ADD COLUMN publie_gpu_le DATE;
UPDATE urba_document SET famille = 'DU', secteur = '' WHERE upper(type) IN ('PLU', 'PLUI', 'POS', 'CC');
CREATE UNIQUE INDEX urba_document_un_seul ON urba_document (famille, territoire, coalesce(secteur, ''))
    WHERE etat_publication = 'published';

-- tables: JSON, name of each table of the standard → number of rows and hash; metadonnees: the sheet, as delivered.
CREATE TABLE urba_version (
    fid $ID,
    document_id $TEXT(60) NOT NULL REFERENCES urba_document (document_id),
    version INTEGER NOT NULL,
    origine $TEXT(10) NOT NULL,
    version_restauree INTEGER,
    standard $TEXT(40) NOT NULL,
    systeme $TEXT(20) NOT NULL,
    titre $TEXT,
    empreinte $TEXT(64) NOT NULL,
    empreinte_pieces $TEXT(64) NOT NULL,
    tables $TEXT NOT NULL,
    metadonnees $BYTES,
    verdict $TEXT(12),
    date_approbation DATE,
    cree_le $INSTANT NOT NULL,
    cree_par $TEXT(100) NOT NULL,
    UNIQUE (document_id, version)
);
--table urba_version "Versions publiées"

-- valeurs: JSON of the cells that are not empty; geometrie: WKB.
CREATE TABLE urba_histoire (
    fid $ID,
    document_id $TEXT(60) NOT NULL,
    version INTEGER NOT NULL,
    nom_table $TEXT(60) NOT NULL,
    ordre $BIGINT NOT NULL,
    valeurs $TEXT NOT NULL,
    geometrie $BYTES,
    UNIQUE (document_id, version, nom_table, ordre)
);
--table urba_histoire "Objets des versions qui ne sont plus en vigueur"

CREATE TABLE urba_piece (
    fid $ID,
    document_id $TEXT(60) NOT NULL REFERENCES urba_document (document_id),
    version INTEGER NOT NULL,
    chemin $TEXT NOT NULL,
    sha256 $TEXT(64) NOT NULL,
    octets $BIGINT NOT NULL,
    archive $TEXT(1000),
    UNIQUE (document_id, version, chemin)
);
--table urba_piece "Pièces des versions publiées"

CREATE TABLE urba_audit (
    fid $ID,
    quand $INSTANT NOT NULL,
    qui $TEXT(100) NOT NULL,
    application $TEXT(100),
    operation $TEXT(20) NOT NULL,
    nom_table $TEXT(60),
    document_id $TEXT(60),
    version INTEGER,
    nombre $BIGINT,
    detail $TEXT
);
CREATE INDEX urba_audit_document ON urba_audit (document_id);
--table urba_audit "Journal des publications"

-- What came of each target; preuves: JSON of what was read back and compared.
CREATE TABLE urba_diffusion (
    fid $ID,
    document_id $TEXT(60) NOT NULL REFERENCES urba_document (document_id),
    version INTEGER NOT NULL,
    action $TEXT(10) NOT NULL,
    cible $TEXT(20) NOT NULL,
    etat $TEXT(12) NOT NULL,
    adresse $TEXT(1000),
    message $TEXT,
    preuves $TEXT,
    quand $INSTANT NOT NULL,
    qui $TEXT(100) NOT NULL,
    UNIQUE (document_id, version, action, cible)
);
--table urba_diffusion "Suites données à chaque publication, par cible"
