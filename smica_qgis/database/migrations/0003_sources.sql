-- The source profiles that were read, kept for the days when their server does not answer.

CREATE TABLE src_profil (
    fid $ID,
    identifiant $TEXT(100) NOT NULL UNIQUE,
    niveau $TEXT(20) NOT NULL,
    nom $TEXT(255),
    version $TEXT(40),
    adresse $TEXT(1000),
    empreinte $TEXT(64) NOT NULL,
    lu_le $INSTANT NOT NULL,
    contenu $TEXT NOT NULL
);
--table src_profil "Profils de données"
