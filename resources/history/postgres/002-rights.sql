-- SPDX-License-Identifier: GPL-3.0-or-later
--
-- Who may do what. A collector adds to the log and never takes away from it; an operator sees all; a viewer sees all but
-- confidential feeds; an auditor sees all and who changed what. GRANT cityops_viewer TO anna makes Anna one.

CREATE TABLE audit (
    id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    at timestamptz NOT NULL DEFAULT clock_timestamp(),
    who text NOT NULL,
    action text NOT NULL,
    relation text NOT NULL,
    what text
);

-- Writes down what changes what others see or removes what was kept.
CREATE FUNCTION note_change() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = cityops, public AS $$
BEGIN
    INSERT INTO audit (who, action, relation, what)
        VALUES (session_user, tg_op, tg_table_name, CASE tg_level WHEN 'ROW' THEN to_jsonb(new)::text END);
    RETURN NULL;
END
$$;
CREATE TRIGGER note_change AFTER UPDATE OF confidential ON feed FOR EACH ROW EXECUTE FUNCTION note_change();
CREATE TRIGGER note_change AFTER INSERT OR UPDATE ON store FOR EACH ROW WHEN (new.key <> 'settled')
    EXECUTE FUNCTION note_change();
CREATE TRIGGER note_removal AFTER DELETE ON answer FOR EACH STATEMENT EXECUTE FUNCTION note_change();
CREATE TRIGGER note_removal AFTER DELETE ON part FOR EACH STATEMENT EXECUTE FUNCTION note_change();
CREATE TRIGGER note_removal AFTER DELETE ON picture FOR EACH STATEMENT EXECUTE FUNCTION note_change();

DO $$
DECLARE
    one text;
BEGIN
    FOREACH one IN ARRAY ARRAY['cityops_collector', 'cityops_operator', 'cityops_viewer', 'cityops_auditor'] LOOP
        IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = one) THEN
            EXECUTE format('CREATE ROLE %I NOLOGIN', one);
        END IF;
    END LOOP;
END
$$;

REVOKE ALL ON ALL TABLES IN SCHEMA cityops FROM PUBLIC;
REVOKE ALL ON FUNCTION prepare_partitions(bigint) FROM PUBLIC;
GRANT USAGE ON SCHEMA cityops TO cityops_collector, cityops_operator, cityops_viewer, cityops_auditor;
GRANT SELECT ON store, feed, place, quantity, unit, series, series_list, answer, chunk, part, picture, day, day_hours, latest
    TO cityops_collector, cityops_operator, cityops_viewer, cityops_auditor;
GRANT SELECT ON audit TO cityops_auditor;

GRANT INSERT ON feed, place, quantity, unit, series, series_list, answer, part, picture TO cityops_collector;
GRANT INSERT, UPDATE ON store TO cityops_collector;
GRANT UPDATE (name) ON feed, quantity TO cityops_collector;
GRANT UPDATE (code) ON unit TO cityops_collector;
GRANT UPDATE (place_id) ON series TO cityops_collector;
GRANT UPDATE (kind, name, names, geom) ON place TO cityops_collector;
GRANT INSERT, UPDATE, DELETE ON chunk, day, day_hours, latest TO cityops_collector;
GRANT USAGE ON SEQUENCE answer_number, chunk_number, part_number, picture_number TO cityops_collector;
GRANT EXECUTE ON FUNCTION prepare_partitions(bigint) TO cityops_collector;

ALTER TABLE feed ENABLE ROW LEVEL SECURITY;
ALTER TABLE series ENABLE ROW LEVEL SECURITY;
ALTER TABLE answer ENABLE ROW LEVEL SECURITY;
ALTER TABLE chunk ENABLE ROW LEVEL SECURITY;
ALTER TABLE part ENABLE ROW LEVEL SECURITY;
ALTER TABLE picture ENABLE ROW LEVEL SECURITY;
ALTER TABLE day ENABLE ROW LEVEL SECURITY;
ALTER TABLE day_hours ENABLE ROW LEVEL SECURITY;
ALTER TABLE latest ENABLE ROW LEVEL SECURITY;

CREATE POLICY viewer_sees ON feed FOR SELECT TO cityops_viewer USING (NOT confidential);
CREATE POLICY viewer_sees ON series FOR SELECT TO cityops_viewer USING (feed_id IN (SELECT id FROM feed));
CREATE POLICY viewer_sees ON answer FOR SELECT TO cityops_viewer USING (feed_id IN (SELECT id FROM feed));
CREATE POLICY viewer_sees ON part FOR SELECT TO cityops_viewer USING (feed_id IN (SELECT id FROM feed));
CREATE POLICY viewer_sees ON picture FOR SELECT TO cityops_viewer USING (feed_id IN (SELECT id FROM feed));
CREATE POLICY viewer_sees ON chunk FOR SELECT TO cityops_viewer
    USING (EXISTS (SELECT FROM series s WHERE s.id = series_id));
CREATE POLICY viewer_sees ON day FOR SELECT TO cityops_viewer
    USING (EXISTS (SELECT FROM series s WHERE s.id = series_id));
CREATE POLICY viewer_sees ON day_hours FOR SELECT TO cityops_viewer
    USING (EXISTS (SELECT FROM series s WHERE s.id = series_id));
CREATE POLICY viewer_sees ON latest FOR SELECT TO cityops_viewer USING (feed IN (SELECT name FROM feed));

DO $$
DECLARE
    one text;
BEGIN
    FOREACH one IN ARRAY ARRAY['feed', 'series', 'answer', 'chunk', 'part', 'picture', 'day', 'day_hours', 'latest'] LOOP
        EXECUTE format('CREATE POLICY all_seen ON %I FOR SELECT TO cityops_operator, cityops_auditor, cityops_collector '
                       'USING (true)', one);
    END LOOP;
    FOREACH one IN ARRAY ARRAY['feed', 'series', 'chunk', 'day', 'day_hours', 'latest'] LOOP
        EXECUTE format('CREATE POLICY collector_writes ON %I FOR ALL TO cityops_collector USING (true) WITH CHECK (true)', one);
    END LOOP;
END
$$;
-- Nobody writes in another's name.
CREATE POLICY collector_writes ON answer FOR INSERT TO cityops_collector WITH CHECK (written_by = current_user);
CREATE POLICY collector_writes ON part FOR INSERT TO cityops_collector WITH CHECK (true);
CREATE POLICY collector_writes ON picture FOR INSERT TO cityops_collector WITH CHECK (written_by = current_user);
