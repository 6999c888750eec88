-- What the login of another authority, a member and a stranger try against commune 12001. One attack by paragraph.
-- The first part must give no row, the second must change nothing.

SELECT * FROM smica.urba_document WHERE document_id LIKE '12001%' AND etat_publication <> 'published'

SELECT * FROM smica.urba_version WHERE document_id LIKE '12001%' AND version <> 2

SELECT * FROM smica.urba_histoire WHERE document_id LIKE '12001%'

SELECT * FROM smica.urba_audit WHERE document_id LIKE '12001%'

SELECT * FROM smica.urba_piece WHERE document_id LIKE '12001%' AND version <> 2

SELECT * FROM smica.urba_diffusion WHERE document_id LIKE '12001%'

SELECT * FROM smica.urba_zone WHERE document_id = '12001_PLU_20270101'

SELECT * FROM smica.urba_zone_en_vigueur WHERE document_id = '12001_PLU_20270101'

SELECT * FROM smica.urba_document_en_vigueur WHERE document_id = '12001_PLU_20270101'

SELECT * FROM smica.smica_autorite

SELECT * FROM smica.smica_autorite_code

SELECT unnest(smica.smica_codes()) WHERE false OR '12001' = ANY (smica.smica_codes())

SELECT 1 WHERE smica.smica_technicien()

CREATE TEMPORARY VIEW miroir AS SELECT * FROM smica.urba_zone;
SELECT * FROM miroir WHERE document_id = '12001_PLU_20270101'

CREATE FUNCTION pg_temp.fuite(told text) RETURNS boolean LANGUAGE plpgsql COST 0.0001 AS 'BEGIN RAISE NOTICE ''%'', told;
RETURN false;
END';
SELECT * FROM smica.urba_zone WHERE pg_temp.fuite(document_id)

SELECT * FROM pg_stats WHERE tablename = 'urba_histoire'

-- WRITES

INSERT INTO smica.urba_zone (document_id, typezone) VALUES ('12001_PLU_20250101', 'U')

INSERT INTO smica.urba_zone (document_id, typezone) VALUES ('12001_PLU_20250101 ', 'U')

UPDATE smica.urba_zone SET libelle = 'X'

UPDATE smica.urba_zone SET document_id = '12002_PLU_20250101'

UPDATE smica.urba_zone_en_vigueur SET libelle = 'X'

DELETE FROM smica.urba_zone

DELETE FROM smica.urba_zone_en_vigueur

TRUNCATE smica.urba_zone CASCADE

UPDATE smica.urba_document SET etat_publication = 'withdrawn'

UPDATE smica.urba_document SET nom = 'X' WHERE document_id LIKE '12001%'

DELETE FROM smica.urba_document

INSERT INTO smica.urba_document (document_id, type, territoire, source, importe_le) VALUES ('12001_PLU_20280101', 'PLU', '12001', 'x', now())

INSERT INTO smica.urba_document (document_id, type, territoire, famille, secteur, etat_publication, source, importe_le) VALUES ('12002_PLU_20280101', 'PLU', '12001', 'DU', '', 'published', 'x', now())

INSERT INTO smica.urba_document (document_id, type, territoire, source, importe_le) VALUES ('12001_PLU_20250101', 'PLU', '12001', 'x', now()) ON CONFLICT (document_id) DO UPDATE SET nom = 'X'

INSERT INTO smica.urba_histoire (document_id, version, nom_table, ordre, valeurs) VALUES ('12001_PLU_20250101', 9, 'urba_zone', 1, '{}')

DELETE FROM smica.urba_histoire

UPDATE smica.urba_histoire SET valeurs = '{}'

TRUNCATE smica.urba_histoire

DELETE FROM smica.urba_audit

UPDATE smica.urba_audit SET qui = 'x'

INSERT INTO smica.urba_audit (quand, qui, operation, document_id) VALUES (now(), 'autorite_a', 'publish', '12002_PLU_20250101')

INSERT INTO smica.urba_audit (quand, qui, operation, document_id) VALUES (now(), session_user, 'publish', '12001_PLU_20250101')

UPDATE smica.urba_version SET motif = 'x'

DELETE FROM smica.urba_version

INSERT INTO smica.urba_diffusion (document_id, version, action, cible, etat, quand, qui) VALUES ('12001_PLU_20250101', 1, 'publish', 'feed', 'done', now(), 'x')

INSERT INTO smica.smica_autorite_code VALUES ('222222222', '12001')

UPDATE smica.smica_autorite_code SET code = '12001'

UPDATE smica.smica_autorite SET compte = session_user WHERE siren = '111111111'

ALTER TABLE smica.urba_zone DISABLE ROW LEVEL SECURITY

ALTER TABLE smica.urba_audit DISABLE TRIGGER ALL

DROP POLICY lecture ON smica.urba_zone

DROP TABLE smica.urba_zone

CREATE OR REPLACE FUNCTION smica.smica_technicien() RETURNS boolean LANGUAGE sql AS 'SELECT true'

CREATE TABLE smica.smica_leurre (a int)

GRANT smica_technicien TO session_user

SET ROLE proprietaire

SET ROLE smica_technicien

SET SESSION AUTHORIZATION autorite_a

COPY smica.urba_zone (document_id, typezone) FROM PROGRAM 'echo 12001_PLU_20250101'

SELECT smica.smica_audite()

CREATE TEMPORARY TABLE smica_autorite_code (siren text, code text);
INSERT INTO smica_autorite_code VALUES ('222222222', '12001');
SET search_path = pg_temp, smica;
UPDATE smica.urba_zone SET libelle = 'X' WHERE document_id LIKE '12001%'

CREATE FUNCTION pg_temp.split_part(text, text, integer) RETURNS text LANGUAGE sql AS 'SELECT ''12002''::text';
SET search_path = pg_temp, pg_catalog;
UPDATE smica.urba_zone SET libelle = 'X' WHERE document_id LIKE '12001%'

WITH taken AS (DELETE FROM smica.urba_zone WHERE document_id LIKE '12001%' RETURNING *) SELECT * FROM taken

MERGE INTO smica.urba_zone z USING (SELECT 1) s ON z.document_id LIKE '12001%' WHEN MATCHED THEN DELETE

SELECT lo_import('/etc/passwd')

SELECT pg_read_file('/etc/passwd')
