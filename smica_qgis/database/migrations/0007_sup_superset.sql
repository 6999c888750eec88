-- The same for servitudes (standards SUP 2013 and 2016, all categories in one table); categorie and idsup are ours: the
-- first is in the name of the file, the second in the generator.

CREATE TABLE avant_sup_acte AS SELECT * FROM sup_acte;
--drop sup_acte
CREATE TABLE sup_acte (
    fid $ID,
    document_id $TEXT(60) NOT NULL REFERENCES urba_document (document_id),
    reference $TEXT(50), decision $TEXT(25), datepub $TEXT(10), fichier $TEXT(254), idacte $TEXT(40), aplan $TEXT(1),
    typeacte $TEXT(50), datedecis $TEXT(10), nomacte $TEXT(254), urlacte $TEXT(254)
);
CREATE INDEX sup_acte_document ON sup_acte (document_id, idacte);
INSERT INTO sup_acte (document_id, idacte, nomacte, typeacte, datedecis, fichier, urlacte)
    SELECT document_id, idacte, nomacte, typeacte, replace(CAST(datdecis AS $TEXT), '-', ''), fichier, urlacte FROM
    avant_sup_acte ORDER BY fid;
DROP TABLE avant_sup_acte;
--table sup_acte "Actes des servitudes"

CREATE TABLE avant_sup_servitude AS SELECT * FROM sup_servitude;
--drop sup_servitude
CREATE TABLE sup_servitude (
    fid $ID,
    document_id $TEXT(60) NOT NULL REFERENCES urba_document (document_id),
    validegest $TEXT(1), urlreg $TEXT(254), datemaj $TEXT(10), idsup $TEXT(40), categorie $TEXT(10),
    quiprod $TEXT(80), obsvalidat $TEXT(254), descriptio $TEXT(254), modeprod $TEXT(25), idgest $TEXT(9),
    nomreg $TEXT(100), idintgest $TEXT(25), nomsuplitt $TEXT(254), echnum $TEXT, nomsup $TEXT(254),
    docsource $TEXT(80), estabroge $TEXT(1), idacte $TEXT(40)
);
CREATE INDEX sup_servitude_document ON sup_servitude (document_id, idsup);
INSERT INTO sup_servitude (document_id, idsup, categorie, nomsup, nomsuplitt, idacte)
    SELECT document_id, idsup, categorie, nomsup, nomsuplitt, idacte FROM avant_sup_servitude ORDER BY fid;
DROP TABLE avant_sup_servitude;
--table sup_servitude "Servitudes d'utilité publique"

CREATE TABLE avant_sup_generateur_s AS SELECT * FROM sup_generateur_s;
--drop sup_generateur_s
CREATE TABLE sup_generateur_s (
    fid $ID,
    document_id $TEXT(60) NOT NULL REFERENCES urba_document (document_id),
    idbdext $TEXT(50), srcgeogen $TEXT(30), idgen $TEXT(40), nomgen $TEXT(254), refbdext $TEXT(50),
    datesrcgen $TEXT(10), modegenere $TEXT(50), idsup $TEXT(40), typegen $TEXT(254), adresse $TEXT(254),
    type $TEXT(30), code_alea $TEXT(2), url_grisq $TEXT(254), id_gaspar $TEXT(24), type_gest $TEXT(15),
    type_voie $TEXT(15), croisement $TEXT(5), categorie $TEXT(10),
    geom $GEOMETRY(MULTIPOLYGON),
    UNIQUE (document_id, idgen)
);
INSERT INTO sup_generateur_s (document_id, idgen, idsup, categorie, nomgen, typegen, geom)
    SELECT document_id, idgen, idsup, categorie, nom, type, geom FROM avant_sup_generateur_s ORDER BY fid;
DROP TABLE avant_sup_generateur_s;
--layer sup_generateur_s MULTIPOLYGON "Générateurs de servitudes (surfaces)"

CREATE TABLE avant_sup_generateur_l AS SELECT * FROM sup_generateur_l;
--drop sup_generateur_l
CREATE TABLE sup_generateur_l (
    fid $ID,
    document_id $TEXT(60) NOT NULL REFERENCES urba_document (document_id),
    idbdext $TEXT(50), srcgeogen $TEXT(30), idgen $TEXT(40), nomgen $TEXT(254), refbdext $TEXT(50),
    datesrcgen $TEXT(10), modegenere $TEXT(50), idsup $TEXT(40), typegen $TEXT(254), type $TEXT(20),
    adresse $TEXT(254), tension $TEXT, type_gest $TEXT(15), croisement $TEXT(5), type_voie $TEXT(15), diametre $TEXT,
    categorie $TEXT(10),
    geom $GEOMETRY(MULTILINESTRING),
    UNIQUE (document_id, idgen)
);
INSERT INTO sup_generateur_l (document_id, idgen, idsup, categorie, nomgen, typegen, geom)
    SELECT document_id, idgen, idsup, categorie, nom, type, geom FROM avant_sup_generateur_l ORDER BY fid;
DROP TABLE avant_sup_generateur_l;
--layer sup_generateur_l MULTILINESTRING "Générateurs de servitudes (lignes)"

CREATE TABLE avant_sup_generateur_p AS SELECT * FROM sup_generateur_p;
--drop sup_generateur_p
CREATE TABLE sup_generateur_p (
    fid $ID,
    document_id $TEXT(60) NOT NULL REFERENCES urba_document (document_id),
    idbdext $TEXT(50), srcgeogen $TEXT(30), idgen $TEXT(40), nomgen $TEXT(254), refbdext $TEXT(50),
    datesrcgen $TEXT(10), modegenere $TEXT(50), idsup $TEXT(40), type $TEXT(20), typegen $TEXT(254),
    adresse $TEXT(254), tension $TEXT, croisement $TEXT(5), type_gest $TEXT(15), type_voie $TEXT(15),
    categorie $TEXT(10),
    geom $GEOMETRY(MULTIPOINT),
    UNIQUE (document_id, idgen)
);
INSERT INTO sup_generateur_p (document_id, idgen, idsup, categorie, nomgen, typegen, geom)
    SELECT document_id, idgen, idsup, categorie, nom, type, geom FROM avant_sup_generateur_p ORDER BY fid;
DROP TABLE avant_sup_generateur_p;
--layer sup_generateur_p MULTIPOINT "Générateurs de servitudes (points)"

CREATE TABLE avant_sup_assiette_s AS SELECT * FROM sup_assiette_s;
--drop sup_assiette_s
CREATE TABLE sup_assiette_s (
    fid $ID,
    document_id $TEXT(60) NOT NULL REFERENCES urba_document (document_id),
    idass $TEXT(40), idgen $TEXT(40), srcgeoass $TEXT(30), datesrcass $TEXT(10), modegeoass $TEXT(25),
    paramcalc $TEXT, nomass $TEXT(254), typeass $TEXT(254), angle2 $TEXT, rayon $TEXT, h $TEXT, href $TEXT(3),
    angle1 $TEXT, largeur $TEXT, xfinal $TEXT, yfinal $TEXT, xdebut $TEXT, ydebut $TEXT, categorie $TEXT(10),
    idsup $TEXT(40),
    geom $GEOMETRY(MULTIPOLYGON),
    UNIQUE (document_id, idass)
);
INSERT INTO sup_assiette_s (document_id, idass, idgen, idsup, categorie, nomass, typeass, geom)
    SELECT document_id, idass, idgen, idsup, categorie, nom, type, geom FROM avant_sup_assiette_s ORDER BY fid;
DROP TABLE avant_sup_assiette_s;
--layer sup_assiette_s MULTIPOLYGON "Assiettes de servitudes (surfaces)"

CREATE TABLE avant_sup_assiette_l AS SELECT * FROM sup_assiette_l;
--drop sup_assiette_l
CREATE TABLE sup_assiette_l (
    fid $ID,
    document_id $TEXT(60) NOT NULL REFERENCES urba_document (document_id),
    typeass $TEXT(254), idass $TEXT, idgen $TEXT, datesrcass $TEXT(10), modegeoass $TEXT(25), paramcalc $TEXT,
    srcgeoass $TEXT(30), nomass $TEXT(254), href $TEXT(3), h $TEXT, categorie $TEXT(10), idsup $TEXT(40),
    geom $GEOMETRY(MULTILINESTRING),
    UNIQUE (document_id, idass)
);
INSERT INTO sup_assiette_l (document_id, idass, idgen, idsup, categorie, nomass, typeass, geom)
    SELECT document_id, idass, idgen, idsup, categorie, nom, type, geom FROM avant_sup_assiette_l ORDER BY fid;
DROP TABLE avant_sup_assiette_l;
--layer sup_assiette_l MULTILINESTRING "Assiettes de servitudes (lignes)"

CREATE TABLE avant_sup_assiette_p AS SELECT * FROM sup_assiette_p;
--drop sup_assiette_p
CREATE TABLE sup_assiette_p (
    fid $ID,
    document_id $TEXT(60) NOT NULL REFERENCES urba_document (document_id),
    typeass $TEXT(254), idass $TEXT, idgen $TEXT, datesrcass $TEXT(10), modegeoass $TEXT(25), paramcalc $TEXT,
    srcgeoass $TEXT(30), nomass $TEXT(254), href $TEXT(3), h $TEXT, categorie $TEXT(10), idsup $TEXT(40),
    geom $GEOMETRY(MULTIPOINT),
    UNIQUE (document_id, idass)
);
INSERT INTO sup_assiette_p (document_id, idass, idgen, idsup, categorie, nomass, typeass, geom)
    SELECT document_id, idass, idgen, idsup, categorie, nom, type, geom FROM avant_sup_assiette_p ORDER BY fid;
DROP TABLE avant_sup_assiette_p;
--layer sup_assiette_p MULTIPOINT "Assiettes de servitudes (points)"
