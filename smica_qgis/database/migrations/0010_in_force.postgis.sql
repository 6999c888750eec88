-- A view runs with the rights of its owner unless it is told otherwise, which PostgreSQL can since 15. Before, these
-- views show to whoever may read them what is in force, and nothing else: it is what every member may read.
DO $body$
DECLARE
    named name;
BEGIN
    IF current_setting('server_version_num')::integer >= 150000 THEN
        FOR named IN SELECT viewname FROM pg_views
            WHERE schemaname = current_schema() AND viewname LIKE '%\_en\_vigueur' LOOP
            EXECUTE format('ALTER VIEW %I SET (security_invoker = true)', named);
        END LOOP;
    END IF;
END $body$;
