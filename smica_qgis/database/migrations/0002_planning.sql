-- What planning documents and servitudes say of a place. Names and lengths of the CNIG standards (PLU 2024, SUP 2016)
-- where they have one; every row says the document it comes from, and the document its version and its source.

CREATE TABLE urba_document (
    fid $ID,
    document_id $TEXT(60) NOT NULL UNIQUE,
    idurba $TEXT(40),
    type $TEXT(10) NOT NULL,
    territoire $TEXT(20) NOT NULL,
    nom $TEXT(255),
    standard $TEXT(40),
    etat $TEXT(20),
    date_approbation DATE,
    date_version DATE,
    source $TEXT(20) NOT NULL,
    adresse $TEXT(1000),
    empreinte $TEXT(64),
    importe_le $INSTANT NOT NULL
);
CREATE INDEX urba_document_territoire ON urba_document (territoire);
--table urba_document "Documents d'urbanisme et servitudes chargés"

CREATE TABLE urba_zone (
    fid $ID,
    document_id $TEXT(60) NOT NULL REFERENCES urba_document (document_id),
    libelle $TEXT(50),
    libelong $TEXT(254),
    typezone $TEXT(10),
    destdomi $TEXT(10),
    nomfic $TEXT(254),
    urlfic $TEXT(254),
    datvalid DATE,
    geom $GEOMETRY(MULTIPOLYGON)
);
CREATE INDEX urba_zone_document ON urba_zone (document_id);
--layer urba_zone MULTIPOLYGON "Zones d'urbanisme"

CREATE TABLE urba_prescription_surf (
    fid $ID,
    document_id $TEXT(60) NOT NULL REFERENCES urba_document (document_id),
    libelle $TEXT(254),
    txt $TEXT(10),
    typepsc $TEXT(2) NOT NULL,
    stypepsc $TEXT(2),
    nature $TEXT(254),
    nomfic $TEXT(254),
    urlfic $TEXT(254),
    datvalid DATE,
    geom $GEOMETRY(MULTIPOLYGON)
);
CREATE INDEX urba_prescription_surf_document ON urba_prescription_surf (document_id);
--layer urba_prescription_surf MULTIPOLYGON "Prescriptions (surfaces)"

CREATE TABLE urba_prescription_lin (
    fid $ID,
    document_id $TEXT(60) NOT NULL REFERENCES urba_document (document_id),
    libelle $TEXT(254),
    txt $TEXT(10),
    typepsc $TEXT(2) NOT NULL,
    stypepsc $TEXT(2),
    nature $TEXT(254),
    nomfic $TEXT(254),
    urlfic $TEXT(254),
    datvalid DATE,
    geom $GEOMETRY(MULTILINESTRING)
);
CREATE INDEX urba_prescription_lin_document ON urba_prescription_lin (document_id);
--layer urba_prescription_lin MULTILINESTRING "Prescriptions (lignes)"

CREATE TABLE urba_prescription_pct (
    fid $ID,
    document_id $TEXT(60) NOT NULL REFERENCES urba_document (document_id),
    libelle $TEXT(254),
    txt $TEXT(10),
    typepsc $TEXT(2) NOT NULL,
    stypepsc $TEXT(2),
    nature $TEXT(254),
    nomfic $TEXT(254),
    urlfic $TEXT(254),
    datvalid DATE,
    geom $GEOMETRY(MULTIPOINT)
);
CREATE INDEX urba_prescription_pct_document ON urba_prescription_pct (document_id);
--layer urba_prescription_pct MULTIPOINT "Prescriptions (points)"

CREATE TABLE urba_info_surf (
    fid $ID,
    document_id $TEXT(60) NOT NULL REFERENCES urba_document (document_id),
    libelle $TEXT(254),
    txt $TEXT(10),
    typeinf $TEXT(2) NOT NULL,
    stypeinf $TEXT(2),
    nature $TEXT(254),
    nomfic $TEXT(254),
    urlfic $TEXT(254),
    datvalid DATE,
    geom $GEOMETRY(MULTIPOLYGON)
);
CREATE INDEX urba_info_surf_document ON urba_info_surf (document_id);
--layer urba_info_surf MULTIPOLYGON "Informations (surfaces)"

CREATE TABLE urba_info_lin (
    fid $ID,
    document_id $TEXT(60) NOT NULL REFERENCES urba_document (document_id),
    libelle $TEXT(254),
    txt $TEXT(10),
    typeinf $TEXT(2) NOT NULL,
    stypeinf $TEXT(2),
    nature $TEXT(254),
    nomfic $TEXT(254),
    urlfic $TEXT(254),
    datvalid DATE,
    geom $GEOMETRY(MULTILINESTRING)
);
CREATE INDEX urba_info_lin_document ON urba_info_lin (document_id);
--layer urba_info_lin MULTILINESTRING "Informations (lignes)"

CREATE TABLE urba_info_pct (
    fid $ID,
    document_id $TEXT(60) NOT NULL REFERENCES urba_document (document_id),
    libelle $TEXT(254),
    txt $TEXT(10),
    typeinf $TEXT(2) NOT NULL,
    stypeinf $TEXT(2),
    nature $TEXT(254),
    nomfic $TEXT(254),
    urlfic $TEXT(254),
    datvalid DATE,
    geom $GEOMETRY(MULTIPOINT)
);
CREATE INDEX urba_info_pct_document ON urba_info_pct (document_id);
--layer urba_info_pct MULTIPOINT "Informations (points)"

CREATE TABLE sup_acte (
    fid $ID,
    document_id $TEXT(60) NOT NULL REFERENCES urba_document (document_id),
    idacte $TEXT(40) NOT NULL,
    nomacte $TEXT(254),
    typeacte $TEXT(20),
    datdecis DATE,
    fichier $TEXT(100),
    urlacte $TEXT(254)
);
CREATE INDEX sup_acte_document ON sup_acte (document_id, idacte);
--table sup_acte "Actes des servitudes"

CREATE TABLE sup_servitude (
    fid $ID,
    document_id $TEXT(60) NOT NULL REFERENCES urba_document (document_id),
    idsup $TEXT(40) NOT NULL,
    categorie $TEXT(10) NOT NULL,
    nomsup $TEXT(254),
    nomsuplitt $TEXT(254),
    idacte $TEXT(40)
);
CREATE INDEX sup_servitude_document ON sup_servitude (document_id, idsup);
--table sup_servitude "Servitudes d'utilité publique"

CREATE TABLE sup_generateur_s (
    fid $ID,
    document_id $TEXT(60) NOT NULL REFERENCES urba_document (document_id),
    idgen $TEXT(40) NOT NULL,
    idsup $TEXT(40),
    categorie $TEXT(10) NOT NULL,
    nom $TEXT(254),
    type $TEXT(254),
    geom $GEOMETRY(MULTIPOLYGON)
);
CREATE INDEX sup_generateur_s_document ON sup_generateur_s (document_id);
--layer sup_generateur_s MULTIPOLYGON "Générateurs de servitudes (surfaces)"

CREATE TABLE sup_generateur_l (
    fid $ID,
    document_id $TEXT(60) NOT NULL REFERENCES urba_document (document_id),
    idgen $TEXT(40) NOT NULL,
    idsup $TEXT(40),
    categorie $TEXT(10) NOT NULL,
    nom $TEXT(254),
    type $TEXT(254),
    geom $GEOMETRY(MULTILINESTRING)
);
CREATE INDEX sup_generateur_l_document ON sup_generateur_l (document_id);
--layer sup_generateur_l MULTILINESTRING "Générateurs de servitudes (lignes)"

CREATE TABLE sup_generateur_p (
    fid $ID,
    document_id $TEXT(60) NOT NULL REFERENCES urba_document (document_id),
    idgen $TEXT(40) NOT NULL,
    idsup $TEXT(40),
    categorie $TEXT(10) NOT NULL,
    nom $TEXT(254),
    type $TEXT(254),
    geom $GEOMETRY(MULTIPOINT)
);
CREATE INDEX sup_generateur_p_document ON sup_generateur_p (document_id);
--layer sup_generateur_p MULTIPOINT "Générateurs de servitudes (points)"

CREATE TABLE sup_assiette_s (
    fid $ID,
    document_id $TEXT(60) NOT NULL REFERENCES urba_document (document_id),
    idass $TEXT(40) NOT NULL,
    idgen $TEXT(40),
    idsup $TEXT(40),
    categorie $TEXT(10) NOT NULL,
    nom $TEXT(254),
    type $TEXT(254),
    geom $GEOMETRY(MULTIPOLYGON)
);
CREATE INDEX sup_assiette_s_document ON sup_assiette_s (document_id);
--layer sup_assiette_s MULTIPOLYGON "Assiettes de servitudes (surfaces)"

CREATE TABLE sup_assiette_l (
    fid $ID,
    document_id $TEXT(60) NOT NULL REFERENCES urba_document (document_id),
    idass $TEXT(40) NOT NULL,
    idgen $TEXT(40),
    idsup $TEXT(40),
    categorie $TEXT(10) NOT NULL,
    nom $TEXT(254),
    type $TEXT(254),
    geom $GEOMETRY(MULTILINESTRING)
);
CREATE INDEX sup_assiette_l_document ON sup_assiette_l (document_id);
--layer sup_assiette_l MULTILINESTRING "Assiettes de servitudes (lignes)"

CREATE TABLE sup_assiette_p (
    fid $ID,
    document_id $TEXT(60) NOT NULL REFERENCES urba_document (document_id),
    idass $TEXT(40) NOT NULL,
    idgen $TEXT(40),
    idsup $TEXT(40),
    categorie $TEXT(10) NOT NULL,
    nom $TEXT(254),
    type $TEXT(254),
    geom $GEOMETRY(MULTIPOINT)
);
CREATE INDEX sup_assiette_p_document ON sup_assiette_p (document_id);
--layer sup_assiette_p MULTIPOINT "Assiettes de servitudes (points)"
