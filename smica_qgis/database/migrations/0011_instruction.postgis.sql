-- What was received, found, said and decided is not changed afterwards. smica_immuable is that of the publication.

DO $body$
DECLARE
    named name;
BEGIN
    FOREACH named IN ARRAY ARRAY['inst_fichier', 'inst_table', 'inst_constat', 'inst_exception', 'inst_message',
        'inst_mouvement', 'inst_certificat'] LOOP
        EXECUTE format('CREATE TRIGGER immuable BEFORE UPDATE OR DELETE OR TRUNCATE ON %I '
            'FOR EACH STATEMENT EXECUTE FUNCTION smica_immuable()', named);
    END LOOP;
END $body$;

CREATE FUNCTION smica_tour_fige() RETURNS trigger LANGUAGE plpgsql AS $body$
BEGIN
    IF OLD.manifeste_sha256 <> NEW.manifeste_sha256 OR OLD.rapport <> NEW.rapport OR OLD.numero <> NEW.numero
        OR OLD.procedure_id <> NEW.procedure_id THEN
        RAISE EXCEPTION 'inst_tour ne change que d''état' USING ERRCODE = '42501';
    END IF;
    RETURN NEW;
END $body$;
CREATE TRIGGER fige BEFORE UPDATE ON inst_tour FOR EACH ROW EXECUTE FUNCTION smica_tour_fige();
CREATE TRIGGER immuable BEFORE DELETE OR TRUNCATE ON inst_tour
    FOR EACH STATEMENT EXECUTE FUNCTION smica_immuable();
