-- Who may do what in a store of PostgreSQL, run by its owner as often as wanted. $SCHEMA, $READER, $WRITER and
-- $TECHNICIAN are names, quoted; tables are in $ROWS, $KEPT, $SHARED and $OTHERS, as arrays of texts.
-- A right is that of the login (session_user), whatever role it takes and whatever function or view it goes through.
-- FORCE: the owner's own rows pass by the same policies, so a view that runs with its rights hides what it must.

CREATE TABLE IF NOT EXISTS smica_autorite (
    siren varchar(9) PRIMARY KEY,
    nom text NOT NULL,
    compte name NOT NULL UNIQUE
);
CREATE TABLE IF NOT EXISTS smica_autorite_code (
    siren varchar(9) NOT NULL REFERENCES smica_autorite (siren) ON DELETE CASCADE,
    code varchar(20) NOT NULL,
    PRIMARY KEY (siren, code)
);
COMMENT ON TABLE smica_autorite IS 'Autorités qui publient, avec leur compte';
COMMENT ON TABLE smica_autorite_code IS 'Codes INSEE ou SIREN par lesquels commencent les documents de chaque autorité';

CREATE OR REPLACE FUNCTION smica_codes() RETURNS text[] LANGUAGE sql STABLE SECURITY DEFINER
SET search_path = $SCHEMA, pg_temp AS $body$
    SELECT coalesce(array_agg(c.code::text), ARRAY[]::text[])
    FROM smica_autorite a JOIN smica_autorite_code c USING (siren) WHERE a.compte = session_user
$body$;

-- current_user is here the owner of the function, which is that of the store
CREATE OR REPLACE FUNCTION smica_technicien() RETURNS boolean LANGUAGE sql STABLE SECURITY DEFINER
SET search_path = $SCHEMA, pg_temp AS $body$
    SELECT pg_has_role(session_user, $TECHNICIAN_TEXT, 'member') OR pg_has_role(session_user, current_user, 'member')
$body$;

CREATE OR REPLACE FUNCTION smica_ddt() RETURNS boolean LANGUAGE sql STABLE SECURITY DEFINER
SET search_path = $SCHEMA, pg_temp AS $body$
    SELECT pg_has_role(session_user, $OFFICER_TEXT, 'member') OR pg_has_role(session_user, current_user, 'member')
$body$;

-- an exception that is only carried over to a round where its finding has another key
CREATE OR REPLACE FUNCTION smica_exception_connue(une_procedure text, un_motif text, un_auteur text, un_instant timestamptz)
RETURNS boolean LANGUAGE sql STABLE SECURITY DEFINER SET search_path = $SCHEMA, pg_temp AS $body$
    SELECT EXISTS (SELECT 1 FROM inst_exception e WHERE e.procedure_id = une_procedure AND e.motif = un_motif
        AND e.auteur = un_auteur AND e.le = un_instant)
$body$;

REVOKE ALL ON FUNCTION smica_codes(), smica_technicien(), smica_ddt(), smica_audite(), smica_immuable(),
    smica_exception_connue(text, text, text, timestamptz) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION smica_codes(), smica_technicien(), smica_ddt() TO $READER;
GRANT EXECUTE ON FUNCTION smica_exception_connue(text, text, text, timestamptz) TO $TECHNICIAN, $OFFICER;
REVOKE ALL ON SCHEMA $SCHEMA FROM PUBLIC;
GRANT USAGE ON SCHEMA $SCHEMA TO $READER;
GRANT $READER TO $WRITER;
GRANT $READER TO $TECHNICIAN;
GRANT $READER TO $OFFICER;
GRANT SELECT ON smica_version TO $READER;
GRANT SELECT, INSERT, UPDATE, DELETE ON smica_autorite, smica_autorite_code TO $TECHNICIAN;

DO $body$
DECLARE
    named text;
    policy record;
    mine text := '(SELECT smica_technicien()) '
        'OR split_part(document_id, ''_'', 1) = ANY ((SELECT smica_codes())::text[])';
    its_place text := '(SELECT smica_technicien()) OR split_part(document_id, ''_'', 1) = '
        'CASE WHEN famille LIKE ''SUP%'' THEN secteur ELSE territoire END';
BEGIN
    FOREACH named IN ARRAY $SHARED LOOP
        EXECUTE format('GRANT SELECT ON %I TO $READER', named);
    END LOOP;
    FOREACH named IN ARRAY $OTHERS LOOP
        EXECUTE format('GRANT SELECT, INSERT, UPDATE, DELETE ON %I TO $TECHNICIAN', named);
    END LOOP;
    FOR named IN SELECT viewname FROM pg_views WHERE schemaname = current_schema() LOOP
        EXECUTE format('GRANT SELECT ON %I TO $READER', named);
    END LOOP;
    FOREACH named IN ARRAY $ROWS || $KEPT || ARRAY['urba_document'] LOOP
        FOR policy IN SELECT policyname FROM pg_policies WHERE schemaname = current_schema() AND tablename = named LOOP
            EXECUTE format('DROP POLICY %I ON %I', policy.policyname, named);
        END LOOP;
        EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY', named);
    END LOOP;
    FOREACH named IN ARRAY $ROWS LOOP
        EXECUTE format('GRANT SELECT ON %I TO $READER', named);
        EXECUTE format('GRANT INSERT, UPDATE, DELETE ON %I TO $WRITER, $TECHNICIAN', named);
        EXECUTE format('CREATE POLICY lecture ON %I FOR SELECT USING (%s OR document_id IN (SELECT d.document_id '
            'FROM urba_document d WHERE d.etat_publication IS NULL OR d.etat_publication = ''published''))', named, mine);
        EXECUTE format('CREATE POLICY ajout ON %I FOR INSERT WITH CHECK (%s)', named, mine);
        EXECUTE format('CREATE POLICY modification ON %I FOR UPDATE USING (%s) WITH CHECK (%s)', named, mine, mine);
        EXECUTE format('CREATE POLICY retrait ON %I FOR DELETE USING (%s)', named, mine);
    END LOOP;
    GRANT SELECT ON urba_document TO $READER;
    GRANT INSERT, UPDATE ON urba_document TO $WRITER, $TECHNICIAN;
    EXECUTE format('CREATE POLICY lecture ON urba_document FOR SELECT USING (%s OR etat_publication IS NULL '
        'OR etat_publication = ''published'')', mine);
    EXECUTE format('CREATE POLICY ajout ON urba_document FOR INSERT WITH CHECK ((%s) AND (%s))', mine, its_place);
    EXECUTE format('CREATE POLICY modification ON urba_document FOR UPDATE USING (%s) WITH CHECK ((%s) AND (%s))',
        mine, mine, its_place);
    FOREACH named IN ARRAY $KEPT LOOP
        EXECUTE format('GRANT SELECT, INSERT ON %I TO $WRITER, $TECHNICIAN', named);
        EXECUTE format('CREATE POLICY lecture ON %I FOR SELECT USING (%s)', named, mine);
        EXECUTE format('CREATE POLICY ajout ON %I FOR INSERT WITH CHECK (%s)', named, mine);
    END LOOP;
    -- of what is in force, members see which tables and which pieces were delivered
    FOREACH named IN ARRAY ARRAY['urba_version', 'urba_piece'] LOOP
        EXECUTE format('GRANT SELECT ON %I TO $READER', named);
        EXECUTE format('DROP POLICY lecture ON %I', named);
        EXECUTE format('CREATE POLICY lecture ON %1$I FOR SELECT USING (%2$s OR EXISTS (SELECT 1 FROM urba_document d '
            'WHERE d.document_id = %1$I.document_id AND d.version = %1$I.version '
            'AND d.etat_publication = ''published''))', named, mine);
    END LOOP;
    -- what came of a target is written again when it is tried again
    GRANT UPDATE ON urba_diffusion TO $WRITER, $TECHNICIAN;
    EXECUTE format('CREATE POLICY modification ON urba_diffusion FOR UPDATE USING (%s) WITH CHECK (%s)', mine, mine);
    -- an entry of the audit is signed by who writes it
    DROP POLICY ajout ON urba_audit;
    EXECUTE format('CREATE POLICY ajout ON urba_audit FOR INSERT WITH CHECK (qui = session_user::text AND (%s))', mine);
END $body$;

-- The instruction is between the technician, who receives and checks, and the officer of the DDT, who decides.
DO $body$
DECLARE
    named text;
    policy record;
    ours text := '((SELECT smica_technicien()) OR (SELECT smica_ddt()))';
BEGIN
    FOREACH named IN ARRAY $INSTRUCTION LOOP
        FOR policy IN SELECT policyname FROM pg_policies WHERE schemaname = current_schema() AND tablename = named LOOP
            EXECUTE format('DROP POLICY %I ON %I', policy.policyname, named);
        END LOOP;
        EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY', named);
        EXECUTE format('GRANT SELECT ON %I TO $TECHNICIAN, $OFFICER', named);
        EXECUTE format('CREATE POLICY lecture ON %I FOR SELECT USING (%s)', named, ours);
    END LOOP;
    FOREACH named IN ARRAY ARRAY['inst_procedure', 'inst_tour', 'inst_fichier', 'inst_table', 'inst_constat'] LOOP
        EXECUTE format('GRANT INSERT ON %I TO $TECHNICIAN', named);
        EXECUTE format('CREATE POLICY ajout ON %I FOR INSERT WITH CHECK ((SELECT smica_technicien()))', named);
    END LOOP;
    FOREACH named IN ARRAY ARRAY['inst_message', 'inst_verification'] LOOP
        EXECUTE format('GRANT INSERT ON %I TO $TECHNICIAN, $OFFICER', named);
        EXECUTE format('CREATE POLICY ajout ON %I FOR INSERT WITH CHECK (auteur = session_user::text AND %s)', named, ours);
    END LOOP;
    GRANT DELETE ON inst_verification TO $TECHNICIAN, $OFFICER;
    EXECUTE format('CREATE POLICY retrait ON inst_verification FOR DELETE USING (%s)', ours);
END $body$;

GRANT INSERT ON inst_mouvement, inst_exception TO $TECHNICIAN, $OFFICER;
GRANT INSERT ON inst_certificat TO $OFFICER;
GRANT UPDATE (etat) ON inst_tour TO $TECHNICIAN, $OFFICER;
CREATE POLICY ajout ON inst_mouvement FOR INSERT WITH CHECK (par = session_user::text AND CASE
    WHEN apres IN ('accepted', 'sent_back') THEN (SELECT smica_ddt()) ELSE (SELECT smica_technicien()) END);
CREATE POLICY modification ON inst_tour FOR UPDATE USING ((SELECT smica_technicien()) OR (SELECT smica_ddt()))
    WITH CHECK (CASE
        WHEN etat IN ('accepted', 'sent_back') THEN (SELECT smica_ddt()) ELSE (SELECT smica_technicien()) END);
CREATE POLICY ajout ON inst_exception FOR INSERT WITH CHECK (((SELECT smica_ddt()) AND auteur = session_user::text)
    OR ((SELECT smica_technicien()) AND smica_exception_connue(procedure_id, motif, auteur, le)));
CREATE POLICY ajout ON inst_certificat FOR INSERT WITH CHECK ((SELECT smica_ddt()));
