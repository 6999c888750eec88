-- The tables of 0002 take every column of every version of the CNIG standards (2013 to 2025), under its own name.
-- Cells are texts, in the official form, so that what is read back is what was delivered, to the letter.
-- They are made anew: SQLite cannot change the type of a column. What they hold is kept.

CREATE TABLE avant_urba_zone AS SELECT * FROM urba_zone;
--drop urba_zone
CREATE TABLE urba_zone (
    fid $ID,
    document_id $TEXT(60) NOT NULL REFERENCES urba_document (document_id),
    urlfic $TEXT(254), datvalid $TEXT(10), formdomi $TEXT(4), destoui $TEXT(120), destcdt $TEXT(120),
    idurba $TEXT(30), lib_idzone $TEXT(40), typezone $TEXT(10), libelle $TEXT(50), libelong $TEXT(254),
    nomfic $TEXT(254), symbole $TEXT(20), destnon $TEXT(120), destdomi $TEXT(10), insee $TEXT(5), idzone $TEXT(10),
    datappro $TEXT(10),
    geom $GEOMETRY(MULTIPOLYGON),
    UNIQUE (document_id, idzone)
);
INSERT INTO urba_zone (document_id, libelle, libelong, typezone, destdomi, nomfic, urlfic, datvalid, geom)
    SELECT document_id, libelle, libelong, typezone, destdomi, nomfic, urlfic, replace(CAST(datvalid AS $TEXT), '-',
    ''), geom FROM avant_urba_zone ORDER BY fid;
DROP TABLE avant_urba_zone;
--layer urba_zone MULTIPOLYGON "Zones d'urbanisme"

CREATE TABLE avant_urba_prescription_surf AS SELECT * FROM urba_prescription_surf;
--drop urba_prescription_surf
CREATE TABLE urba_prescription_surf (
    fid $ID,
    document_id $TEXT(60) NOT NULL REFERENCES urba_document (document_id),
    nature $TEXT(254), datvalid $TEXT(10), stypepsc $TEXT(2), lib_idpsc $TEXT(40), idurba $TEXT(30), typepsc $TEXT(2),
    txt $TEXT(10), nomfic $TEXT(254), symbole $TEXT(20), urlfic $TEXT(254), libelle $TEXT(254), datappro $TEXT(10),
    idpsc $TEXT(10), insee $TEXT(5),
    geom $GEOMETRY(MULTIPOLYGON),
    UNIQUE (document_id, idpsc)
);
INSERT INTO urba_prescription_surf (document_id, libelle, txt, typepsc, stypepsc, nature, nomfic, urlfic, datvalid,
    geom)
    SELECT document_id, libelle, txt, typepsc, stypepsc, nature, nomfic, urlfic, replace(CAST(datvalid AS $TEXT), '-',
    ''), geom FROM avant_urba_prescription_surf ORDER BY fid;
DROP TABLE avant_urba_prescription_surf;
--layer urba_prescription_surf MULTIPOLYGON "Prescriptions (surfaces)"

CREATE TABLE avant_urba_prescription_lin AS SELECT * FROM urba_prescription_lin;
--drop urba_prescription_lin
CREATE TABLE urba_prescription_lin (
    fid $ID,
    document_id $TEXT(60) NOT NULL REFERENCES urba_document (document_id),
    idurba $TEXT(30), nature $TEXT(254), libelle $TEXT(254), urlfic $TEXT(254), stypepsc $TEXT(2),
    lib_idpsc $TEXT(40), symbole $TEXT(20), txt $TEXT(10), typepsc $TEXT(2), nomfic $TEXT(254), datvalid $TEXT(10),
    insee $TEXT(5), idpsc $TEXT(10), datappro $TEXT(10),
    geom $GEOMETRY(MULTILINESTRING),
    UNIQUE (document_id, idpsc)
);
INSERT INTO urba_prescription_lin (document_id, libelle, txt, typepsc, stypepsc, nature, nomfic, urlfic, datvalid,
    geom)
    SELECT document_id, libelle, txt, typepsc, stypepsc, nature, nomfic, urlfic, replace(CAST(datvalid AS $TEXT), '-',
    ''), geom FROM avant_urba_prescription_lin ORDER BY fid;
DROP TABLE avant_urba_prescription_lin;
--layer urba_prescription_lin MULTILINESTRING "Prescriptions (lignes)"

CREATE TABLE avant_urba_prescription_pct AS SELECT * FROM urba_prescription_pct;
--drop urba_prescription_pct
CREATE TABLE urba_prescription_pct (
    fid $ID,
    document_id $TEXT(60) NOT NULL REFERENCES urba_document (document_id),
    symbole $TEXT(20), txt $TEXT(10), urlfic $TEXT(254), idurba $TEXT(30), lib_idpsc $TEXT(40), stypepsc $TEXT(2),
    nomfic $TEXT(254), nature $TEXT(254), libelle $TEXT(254), datvalid $TEXT(10), typepsc $TEXT(2), angle $TEXT,
    insee $TEXT(5), datappro $TEXT(10), idpsc $TEXT(10),
    geom $GEOMETRY(MULTIPOINT),
    UNIQUE (document_id, idpsc)
);
INSERT INTO urba_prescription_pct (document_id, libelle, txt, typepsc, stypepsc, nature, nomfic, urlfic, datvalid,
    geom)
    SELECT document_id, libelle, txt, typepsc, stypepsc, nature, nomfic, urlfic, replace(CAST(datvalid AS $TEXT), '-',
    ''), geom FROM avant_urba_prescription_pct ORDER BY fid;
DROP TABLE avant_urba_prescription_pct;
--layer urba_prescription_pct MULTIPOINT "Prescriptions (points)"

CREATE TABLE avant_urba_info_surf AS SELECT * FROM urba_info_surf;
--drop urba_info_surf
CREATE TABLE urba_info_surf (
    fid $ID,
    document_id $TEXT(60) NOT NULL REFERENCES urba_document (document_id),
    nature $TEXT(254), nomfic $TEXT(254), txt $TEXT(10), lib_idinfo $TEXT(40), typep $TEXT(2), urlfic $TEXT(254),
    stypeinf $TEXT(2), libelle $TEXT(254), idurba $TEXT(30), typeinf $TEXT(2), stypep $TEXT(2), datvalid $TEXT(10),
    symbole $TEXT(20), insee $TEXT(5), idinfo $TEXT(10),
    geom $GEOMETRY(MULTIPOLYGON),
    UNIQUE (document_id, idinfo)
);
INSERT INTO urba_info_surf (document_id, libelle, txt, typeinf, stypeinf, nature, nomfic, urlfic, datvalid, geom)
    SELECT document_id, libelle, txt, typeinf, stypeinf, nature, nomfic, urlfic, replace(CAST(datvalid AS $TEXT), '-',
    ''), geom FROM avant_urba_info_surf ORDER BY fid;
DROP TABLE avant_urba_info_surf;
--layer urba_info_surf MULTIPOLYGON "Informations (surfaces)"

CREATE TABLE avant_urba_info_lin AS SELECT * FROM urba_info_lin;
--drop urba_info_lin
CREATE TABLE urba_info_lin (
    fid $ID,
    document_id $TEXT(60) NOT NULL REFERENCES urba_document (document_id),
    idurba $TEXT(30), symbole $TEXT(20), typep $TEXT(2), datvalid $TEXT(10), typeinf $TEXT(2), libelle $TEXT(254),
    stypeinf $TEXT(2), urlfic $TEXT(254), stypep $TEXT(2), lib_idinfo $TEXT(40), txt $TEXT(10), nature $TEXT(254),
    nomfic $TEXT(254), insee $TEXT(5), idinfo $TEXT(10),
    geom $GEOMETRY(MULTILINESTRING),
    UNIQUE (document_id, idinfo)
);
INSERT INTO urba_info_lin (document_id, libelle, txt, typeinf, stypeinf, nature, nomfic, urlfic, datvalid, geom)
    SELECT document_id, libelle, txt, typeinf, stypeinf, nature, nomfic, urlfic, replace(CAST(datvalid AS $TEXT), '-',
    ''), geom FROM avant_urba_info_lin ORDER BY fid;
DROP TABLE avant_urba_info_lin;
--layer urba_info_lin MULTILINESTRING "Informations (lignes)"

CREATE TABLE avant_urba_info_pct AS SELECT * FROM urba_info_pct;
--drop urba_info_pct
CREATE TABLE urba_info_pct (
    fid $ID,
    document_id $TEXT(60) NOT NULL REFERENCES urba_document (document_id),
    urlfic $TEXT(254), nomfic $TEXT(254), datvalid $TEXT(10), lib_idinfo $TEXT(40), stypeinf $TEXT(2), typep $TEXT(2),
    typeinf $TEXT(2), nature $TEXT(254), stypep $TEXT(2), libelle $TEXT(254), symbole $TEXT(20), idurba $TEXT(30),
    txt $TEXT(10), insee $TEXT(5), idinfo $TEXT(10),
    geom $GEOMETRY(MULTIPOINT),
    UNIQUE (document_id, idinfo)
);
INSERT INTO urba_info_pct (document_id, libelle, txt, typeinf, stypeinf, nature, nomfic, urlfic, datvalid, geom)
    SELECT document_id, libelle, txt, typeinf, stypeinf, nature, nomfic, urlfic, replace(CAST(datvalid AS $TEXT), '-',
    ''), geom FROM avant_urba_info_pct ORDER BY fid;
DROP TABLE avant_urba_info_pct;
--layer urba_info_pct MULTIPOINT "Informations (points)"
