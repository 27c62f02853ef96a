-- SPDX-License-Identifier: GPL-3.0-or-later
--
-- The newest values of all series of a feed at moments some polls apart: see ../006-moments.sql for what the columns mean.

CREATE TABLE moment (
    feed_id bigint NOT NULL,
    start bigint NOT NULL,
    until bigint NOT NULL,
    standing text NOT NULL,
    answers text NOT NULL,
    PRIMARY KEY (feed_id, start)
);
DROP TRIGGER note_change ON store;
CREATE TRIGGER note_change AFTER INSERT OR UPDATE ON store FOR EACH ROW WHEN (new.key NOT IN ('settled', 'moments'))
    EXECUTE FUNCTION note_change();
INSERT INTO store (key, value) VALUES ('moments', '-1');

GRANT SELECT ON moment TO cityops_collector, cityops_operator, cityops_viewer, cityops_auditor;
GRANT INSERT, UPDATE, DELETE ON moment TO cityops_collector;
ALTER TABLE moment ENABLE ROW LEVEL SECURITY;
CREATE POLICY viewer_sees ON moment FOR SELECT TO cityops_viewer USING (feed_id IN (SELECT id FROM feed));
CREATE POLICY all_seen ON moment FOR SELECT TO cityops_operator, cityops_auditor, cityops_collector USING (true);
CREATE POLICY collector_writes ON moment FOR ALL TO cityops_collector USING (true) WITH CHECK (true);
