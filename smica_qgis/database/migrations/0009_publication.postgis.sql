-- Audit by statement, history that nobody changes, and the constraints that SQLite has not. NOT VALID: what was loaded
-- before is left as it is.

CREATE FUNCTION smica_audite() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = $SCHEMA, pg_temp
AS $body$
BEGIN
    IF tg_op = 'DELETE' THEN
        INSERT INTO urba_audit (quand, qui, application, operation, nom_table, document_id, nombre)
            SELECT clock_timestamp(), session_user, current_setting('application_name', true), tg_op, tg_table_name,
            document_id, count(*) FROM avant GROUP BY document_id;
    ELSE
        INSERT INTO urba_audit (quand, qui, application, operation, nom_table, document_id, nombre)
            SELECT clock_timestamp(), session_user, current_setting('application_name', true), tg_op, tg_table_name,
            document_id, count(*) FROM apres GROUP BY document_id;
    END IF;
    RETURN NULL;
END $body$;

CREATE FUNCTION smica_immuable() RETURNS trigger LANGUAGE plpgsql AS $body$
BEGIN
    RAISE EXCEPTION '% ne se modifie pas : on y ajoute seulement', tg_table_name USING ERRCODE = '42501';
END $body$;

DO $body$
DECLARE
    named name;
BEGIN
    FOREACH named IN ARRAY ARRAY['urba_audit', 'urba_histoire', 'urba_version'] LOOP
        EXECUTE format('CREATE TRIGGER immuable BEFORE UPDATE OR DELETE OR TRUNCATE ON %I '
            'FOR EACH STATEMENT EXECUTE FUNCTION smica_immuable()', named);
    END LOOP;
    FOR named IN SELECT c.table_name FROM information_schema.columns c JOIN pg_tables t
        ON t.schemaname = c.table_schema AND t.tablename = c.table_name
        WHERE c.table_schema = current_schema() AND c.column_name = 'document_id'
        AND c.table_name NOT IN ('urba_audit', 'urba_histoire', 'urba_version', 'urba_piece', 'urba_diffusion') LOOP
        EXECUTE format('CREATE TRIGGER audit_ajout AFTER INSERT ON %I REFERENCING NEW TABLE AS apres '
            'FOR EACH STATEMENT EXECUTE FUNCTION smica_audite()', named);
        EXECUTE format('CREATE TRIGGER audit_modification AFTER UPDATE ON %I REFERENCING NEW TABLE AS apres '
            'FOR EACH STATEMENT EXECUTE FUNCTION smica_audite()', named);
        EXECUTE format('CREATE TRIGGER audit_retrait AFTER DELETE ON %I REFERENCING OLD TABLE AS avant '
            'FOR EACH STATEMENT EXECUTE FUNCTION smica_audite()', named);
    END LOOP;
    FOR named IN SELECT f_table_name FROM geometry_columns WHERE f_table_schema = current_schema()
        AND (f_table_name LIKE 'urba\_%' OR f_table_name LIKE 'sup\_%') LOOP
        EXECUTE format('ALTER TABLE %I ADD CONSTRAINT %I CHECK (geom IS NULL OR ST_IsValid(geom)) NOT VALID',
            named, named || '_geom_valide');
    END LOOP;
END $body$;

ALTER TABLE urba_zone ADD CONSTRAINT urba_zone_typezone
    CHECK (typezone IN ('U', 'AUc', 'AUs', 'Ah', 'Nd', 'A', 'N', 'Nh', 'UE')) NOT VALID;
