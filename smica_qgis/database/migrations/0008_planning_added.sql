-- Tables of the CNIG standards that the store had not: procedures, communes, dressing, and those of cartes communales,
-- SCoT, mises en compatibilité and of the managers of servitudes.

CREATE TABLE urba_habillage_surf (
    fid $ID,
    document_id $TEXT(60) NOT NULL REFERENCES urba_document (document_id),
    idurba $TEXT(30), lib_idhab $TEXT(40), couleur $TEXT(11), nattrac $TEXT(40), insee $TEXT(5), idhab $TEXT(10),
    geom $GEOMETRY(MULTIPOLYGON),
    UNIQUE (document_id, idhab)
);
--layer urba_habillage_surf MULTIPOLYGON "Habillage (surfaces)"

CREATE TABLE urba_habillage_lin (
    fid $ID,
    document_id $TEXT(60) NOT NULL REFERENCES urba_document (document_id),
    lib_idhab $TEXT(40), nattrac $TEXT(40), couleur $TEXT(11), idurba $TEXT(30), insee $TEXT(5), idhab $TEXT(10),
    geom $GEOMETRY(MULTILINESTRING),
    UNIQUE (document_id, idhab)
);
--layer urba_habillage_lin MULTILINESTRING "Habillage (lignes)"

CREATE TABLE urba_habillage_pct (
    fid $ID,
    document_id $TEXT(60) NOT NULL REFERENCES urba_document (document_id),
    idurba $TEXT(30), nattrac $TEXT(40), lib_idhab $TEXT(40), couleur $TEXT(11), insee $TEXT(5), idhab $TEXT(10),
    geom $GEOMETRY(MULTIPOINT),
    UNIQUE (document_id, idhab)
);
--layer urba_habillage_pct MULTIPOINT "Habillage (points)"

CREATE TABLE urba_habillage_txt (
    fid $ID,
    document_id $TEXT(60) NOT NULL REFERENCES urba_document (document_id),
    natecr $TEXT(40), angle $TEXT, taille $TEXT, txt $TEXT(80), couleur $TEXT(11), style $TEXT(40), idurba $TEXT(30),
    lib_idhab $TEXT(40), police $TEXT(40), insee $TEXT(5), idhab $TEXT(10),
    geom $GEOMETRY(MULTIPOINT),
    UNIQUE (document_id, idhab)
);
--layer urba_habillage_txt MULTIPOINT "Habillage (textes)"

CREATE TABLE urba_doc_urba (
    fid $ID,
    document_id $TEXT(60) NOT NULL REFERENCES urba_document (document_id),
    dateref $TEXT(10), typedoc $TEXT(4), nomrapp $TEXT(80), urlreg $TEXT(254), urlplan $TEXT(254), urlpe $TEXT(254),
    siteweb $TEXT(254), datefin $TEXT(10), nomplan $TEXT(80), etat $TEXT(2), typeref $TEXT(15), nomreg $TEXT(80),
    urlrapp $TEXT(254), idurba $TEXT(30), siren $TEXT(9), datappro $TEXT(10), nomproc $TEXT(10), doo $TEXT(50),
    urldaac $TEXT(254), urlpas $TEXT(254), pas $TEXT(50), daac $TEXT(50), urldoo $TEXT(254), nom $TEXT(254),
    typeproc $TEXT(10), rapport $TEXT(40), urlpadd $TEXT(254), urlrapport $TEXT(254), padd $TEXT(40),
    interco $TEXT(1)
);
CREATE INDEX urba_doc_urba_document ON urba_doc_urba (document_id);
--table urba_doc_urba "Procédures des documents d'urbanisme"

CREATE TABLE urba_doc_urba_com (
    fid $ID,
    document_id $TEXT(60) NOT NULL REFERENCES urba_document (document_id),
    idurba $TEXT(30), insee $TEXT(5), epci $TEXT(9), datecog $TEXT(10)
);
CREATE INDEX urba_doc_urba_com_document ON urba_doc_urba_com (document_id);
--table urba_doc_urba_com "Communes des documents d'urbanisme"

CREATE TABLE urba_titre_piece (
    fid $ID,
    document_id $TEXT(60) NOT NULL REFERENCES urba_document (document_id),
    fichier $TEXT(255), titre $TEXT(80)
);
CREATE INDEX urba_titre_piece_document ON urba_titre_piece (document_id);
--table urba_titre_piece "Titres des pièces écrites"

CREATE TABLE urba_secteur_cc (
    fid $ID,
    document_id $TEXT(60) NOT NULL REFERENCES urba_document (document_id),
    nomfic $TEXT(80), lib_idzone $TEXT(40), symbole $TEXT(20), fermreco $TEXT(3), libelle $TEXT(254),
    typesect $TEXT(3), datvalid $TEXT(10), urlfic $TEXT(254), idurba $TEXT(30), libelong $TEXT(254), insee $TEXT(5),
    datappro $TEXT(10), destdomi $TEXT(2),
    geom $GEOMETRY(MULTIPOLYGON)
);
CREATE INDEX urba_secteur_cc_document ON urba_secteur_cc (document_id);
--layer urba_secteur_cc MULTIPOLYGON "Secteurs des cartes communales"

CREATE TABLE urba_mec (
    fid $ID,
    document_id $TEXT(60) NOT NULL REFERENCES urba_document (document_id),
    libelle $TEXT(254), idurba $TEXT(30), nomrapp $TEXT(80), datvalid $TEXT(10), nomarr $TEXT(80),
    geom $GEOMETRY(MULTIPOLYGON)
);
CREATE INDEX urba_mec_document ON urba_mec (document_id);
--layer urba_mec MULTIPOLYGON "Mises en compatibilité"

CREATE TABLE urba_perimetre_scot (
    fid $ID,
    document_id $TEXT(60) NOT NULL REFERENCES urba_document (document_id),
    idurba $TEXT(30), name $TEXT(32), title $TEXT(80), gpu_id $TEXT(32),
    geom $GEOMETRY(MULTIPOLYGON)
);
CREATE INDEX urba_perimetre_scot_document ON urba_perimetre_scot (document_id);
--layer urba_perimetre_scot MULTIPOLYGON "Périmètres des SCoT"

CREATE TABLE sup_servitude_acte (
    fid $ID,
    document_id $TEXT(60) NOT NULL REFERENCES urba_document (document_id),
    idacte $TEXT(40), idsup $TEXT(40)
);
CREATE INDEX sup_servitude_acte_document ON sup_servitude_acte (document_id, idsup);
--table sup_servitude_acte "Servitudes et leurs actes"

CREATE TABLE sup_gestionnaire (
    fid $ID,
    document_id $TEXT(60) NOT NULL REFERENCES urba_document (document_id),
    idgest $TEXT(9), nomcorres $TEXT(80), numtel $TEXT(10), adresse $TEXT(254), nomgest $TEXT(80), courriel $TEXT(80)
);
CREATE INDEX sup_gestionnaire_document ON sup_gestionnaire (document_id);
--table sup_gestionnaire "Gestionnaires des servitudes"
