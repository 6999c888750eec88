-- The instruction of documents: procedures, their rounds and what was found, said and decided of them. A finding is kept
-- as the line of the report that told it; the objects of a round, so that the next one can be compared with it.

CREATE TABLE inst_procedure (
    fid $ID,
    identifiant $TEXT(60) NOT NULL UNIQUE,
    territoire $TEXT(20) NOT NULL,
    document $TEXT(60) NOT NULL,
    type_procedure $TEXT(10) NOT NULL,
    bureau_etudes $TEXT(255),
    standard $TEXT(40),
    ouverte_le $INSTANT NOT NULL,
    ouverte_par $TEXT(100) NOT NULL,
    echeance DATE
);
CREATE INDEX inst_procedure_territoire ON inst_procedure (territoire);
--table inst_procedure "Procédures"

CREATE TABLE inst_tour (
    fid $ID,
    procedure_id $TEXT(60) NOT NULL REFERENCES inst_procedure (identifiant),
    numero INTEGER NOT NULL,
    livraison $TEXT(255) NOT NULL,
    manifeste_sha256 $TEXT(64) NOT NULL,
    contenu_sha256 $TEXT(64),
    etat $TEXT(20) NOT NULL,
    recu_le $INSTANT NOT NULL,
    recu_par $TEXT(100) NOT NULL,
    controle_le $INSTANT,
    standard $TEXT(40),
    regles $TEXT,
    rapport $TEXT,
    verdict $TEXT(20),
    UNIQUE (procedure_id, numero)
);
--table inst_tour "Tours des procédures"

CREATE TABLE inst_fichier (
    fid $ID,
    tour_id $BIGINT NOT NULL REFERENCES inst_tour (fid),
    chemin $TEXT(1000) NOT NULL,
    taille $BIGINT NOT NULL,
    sha256 $TEXT(64) NOT NULL
);
CREATE INDEX inst_fichier_tour ON inst_fichier (tour_id);
--table inst_fichier "Manifestes des tours"

CREATE TABLE inst_table (
    fid $ID,
    tour_id $BIGINT NOT NULL REFERENCES inst_tour (fid),
    nom $TEXT(60) NOT NULL,
    lignes INTEGER NOT NULL,
    contenu $TEXT NOT NULL,
    UNIQUE (tour_id, nom)
);
--table inst_table "Objets des tours"

CREATE TABLE inst_constat (
    fid $ID,
    tour_id $BIGINT NOT NULL REFERENCES inst_tour (fid),
    rang INTEGER NOT NULL,
    cle $TEXT NOT NULL,
    code $TEXT(100) NOT NULL,
    famille $TEXT(20) NOT NULL,
    niveau $TEXT(20) NOT NULL,
    ligne_rapport $TEXT NOT NULL
);
CREATE INDEX inst_constat_tour ON inst_constat (tour_id, rang);
--table inst_constat "Constats des tours"

CREATE TABLE inst_exception (
    fid $ID,
    procedure_id $TEXT(60) NOT NULL REFERENCES inst_procedure (identifiant),
    cle $TEXT NOT NULL,
    motif $TEXT NOT NULL,
    auteur $TEXT(100) NOT NULL,
    le $INSTANT NOT NULL,
    depuis_tour INTEGER NOT NULL
);
CREATE INDEX inst_exception_procedure ON inst_exception (procedure_id);
--table inst_exception "Exceptions justifiées"

CREATE TABLE inst_message (
    fid $ID,
    procedure_id $TEXT(60) NOT NULL REFERENCES inst_procedure (identifiant),
    cle $TEXT NOT NULL,
    tour INTEGER NOT NULL,
    auteur $TEXT(100) NOT NULL,
    le $INSTANT NOT NULL,
    texte $TEXT NOT NULL
);
CREATE INDEX inst_message_procedure ON inst_message (procedure_id);
--table inst_message "Questions et réponses"

CREATE TABLE inst_verification (
    fid $ID,
    tour_id $BIGINT NOT NULL REFERENCES inst_tour (fid),
    code $TEXT(60) NOT NULL,
    reponse $TEXT(20) NOT NULL,
    note $TEXT,
    auteur $TEXT(100) NOT NULL,
    le $INSTANT NOT NULL,
    lieu $TEXT,
    UNIQUE (tour_id, code)
);
--table inst_verification "Points vérifiés à l'œil"

CREATE TABLE inst_mouvement (
    fid $ID,
    tour_id $BIGINT NOT NULL REFERENCES inst_tour (fid),
    avant $TEXT(20) NOT NULL,
    apres $TEXT(20) NOT NULL,
    par $TEXT(100) NOT NULL,
    le $INSTANT NOT NULL,
    motif $TEXT
);
CREATE INDEX inst_mouvement_tour ON inst_mouvement (tour_id);
--table inst_mouvement "Historique des tours"

CREATE TABLE inst_certificat (
    fid $ID,
    tour_id $BIGINT NOT NULL UNIQUE REFERENCES inst_tour (fid),
    sceau $TEXT(64) NOT NULL UNIQUE,
    texte $TEXT NOT NULL,
    signataire $TEXT(100) NOT NULL,
    le $INSTANT NOT NULL,
    precedent $TEXT(64) NOT NULL UNIQUE,
    empreinte $TEXT(64) NOT NULL UNIQUE
);
--table inst_certificat "Registre des certificats"
