-- SPDX-License-Identifier: GPL-3.0-or-later
--
-- One set of alarms for all. One program judges at a time, for as long as it says so every few seconds; what happens goes
-- into a trail of which nothing is ever changed, each entry chained to the one before it. What operators do is asked for
-- here and applied by whoever judges. Times are milliseconds since 1970 UTC.

CREATE TABLE alarm_trail (
    number bigint PRIMARY KEY,
    hash text COLLATE "C" NOT NULL,
    entry text NOT NULL,
    at bigint NOT NULL,
    alarm text COLLATE "C",
    feed text COLLATE "C",
    request bigint,
    written_by text NOT NULL DEFAULT session_user
);
COMMENT ON COLUMN alarm_trail.hash IS 'SHA-256, in hexadecimals, of the hash before it, a line feed and the entry.';
CREATE INDEX alarm_trail_by_time ON alarm_trail (at);
CREATE INDEX alarm_trail_by_alarm ON alarm_trail (alarm, number);

-- name: what the desk calls it; one that is sent twice is one.
CREATE TABLE alarm_request (
    number bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    name text COLLATE "C" NOT NULL UNIQUE,
    request text NOT NULL,
    asked_at timestamptz NOT NULL DEFAULT clock_timestamp(),
    asked_by text NOT NULL
);

-- The alarms as they stand; fact: null for one that is normal again.
CREATE TABLE alarm_now (
    alarm text COLLATE "C" PRIMARY KEY,
    feed text COLLATE "C",
    version bigint NOT NULL,
    fact text
);
CREATE INDEX alarm_now_by_version ON alarm_now (version);

-- Who judges, how fit he is for it (a collector 0, a desk 1), until when he said so, the moment he judged last; the last entry
-- of the trail, the last request that was applied; what is known besides the alarms: for all, and for who judges next.
CREATE TABLE alarm_judge (
    one boolean PRIMARY KEY DEFAULT true CHECK (one),
    holder text NOT NULL DEFAULT '',
    rank integer NOT NULL DEFAULT 0,
    until timestamptz NOT NULL DEFAULT '-infinity',
    judged_at bigint,
    number bigint NOT NULL DEFAULT 0,
    head text COLLATE "C" NOT NULL DEFAULT repeat('0', 64),
    version bigint NOT NULL DEFAULT 0,
    request bigint NOT NULL DEFAULT 0,
    summary text,
    memory text
);
INSERT INTO alarm_judge DEFAULT VALUES;

CREATE FUNCTION refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION 'what stands in % is never changed', tg_table_name USING ERRCODE = 'insufficient_privilege';
END
$$;
CREATE TRIGGER refuse_change BEFORE UPDATE OR DELETE OR TRUNCATE ON alarm_trail
    FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE TRIGGER refuse_change BEFORE UPDATE OR DELETE OR TRUNCATE ON alarm_request
    FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

-- Whether `who` judges, for the next `lease` milliseconds: he did, or nobody does, or who does is less fit.
CREATE FUNCTION take_alarm_turn(who text, fitness integer, lease integer, judged bigint) RETURNS boolean
LANGUAGE plpgsql SECURITY DEFINER SET search_path = cityops, public AS $$
DECLARE
    now_at timestamptz := clock_timestamp();
    judge record;
    is_due boolean;
BEGIN
    SELECT holder, rank, until, judged_at INTO judge FROM alarm_judge;
    IF judge.holder <> who AND judge.until > now_at AND judge.rank <= fitness THEN
        RETURN false;
    END IF;
    is_due := judge.holder <> who OR judge.until < now_at + make_interval(secs => lease / 2000.0)
        OR (judged IS NOT NULL AND abs(judged - coalesce(judge.judged_at, 0)) >= 2000);
    IF NOT is_due THEN
        RETURN true;
    END IF;
    SELECT holder, rank, until INTO judge FROM alarm_judge FOR UPDATE;
    IF judge.holder <> who AND judge.until > clock_timestamp() AND judge.rank <= fitness THEN
        RETURN false;
    END IF;
    UPDATE alarm_judge SET holder = who, rank = fitness, until = clock_timestamp() + make_interval(secs => lease / 1000.0),
        judged_at = CASE WHEN judge.holder = who THEN coalesce(judged, judged_at) ELSE judged_at END;
    RETURN true;
END
$$;

-- Adds to the trail and brings the alarms that stand up to date; nothing of it is done unless `who` judges. The lists are
-- in JSON: entries {"e": entry, "t": time, "a": alarm, "f": feed, "r": request}, facts {"a": alarm, "f": feed, "j": fact}.
-- The new version; -1: somebody else judges.
CREATE FUNCTION keep_alarms(who text, entries text, facts text, judged bigint, applied bigint, known text, remembered text)
RETURNS bigint LANGUAGE plpgsql SECURITY DEFINER SET search_path = cityops, public AS $$
DECLARE
    judge alarm_judge;
    item json;
BEGIN
    SELECT * INTO judge FROM alarm_judge FOR UPDATE;
    IF judge.holder <> who THEN
        RETURN -1;
    END IF;
    FOR item IN SELECT value FROM json_array_elements(entries::json) WITH ORDINALITY AS l (value, n) ORDER BY n LOOP
        judge.number := judge.number + 1;
        judge.head := encode(sha256(convert_to(judge.head || chr(10) || (item ->> 'e'), 'UTF8')), 'hex');
        INSERT INTO alarm_trail (number, hash, entry, at, alarm, feed, request)
            VALUES (judge.number, judge.head, item ->> 'e', (item ->> 't')::bigint, item ->> 'a', item ->> 'f',
                (item ->> 'r')::bigint);
    END LOOP;
    judge.version := judge.version + 1;
    INSERT INTO alarm_now (alarm, feed, version, fact)
        SELECT value ->> 'a', value ->> 'f', judge.version, value ->> 'j' FROM json_array_elements(facts::json) AS l (value)
        ON CONFLICT (alarm) DO UPDATE SET feed = excluded.feed, version = excluded.version, fact = excluded.fact;
    UPDATE alarm_judge SET number = judge.number, head = judge.head, version = judge.version, judged_at = judged,
        until = greatest(until, clock_timestamp() + interval '5 s'), request = greatest(request, applied), summary = known, memory = coalesce(remembered, memory);
    PERFORM pg_notify('cityops', 'alarms');
    RETURN judge.version;
END
$$;

-- He no longer judges: the next one may at once.
CREATE FUNCTION leave_alarms(who text) RETURNS void
LANGUAGE plpgsql SECURITY DEFINER SET search_path = cityops, public AS $$
BEGIN
    UPDATE alarm_judge SET until = clock_timestamp() WHERE holder = who;
    PERFORM pg_notify('cityops', 'alarms');
END
$$;

-- The number the request has.
CREATE FUNCTION ask_alarms(its_name text, wanted text) RETURNS bigint
LANGUAGE plpgsql SECURITY DEFINER SET search_path = cityops, public AS $$
DECLARE
    its_number bigint;
BEGIN
    -- One at a time, so that who has seen a number has seen all before it.
    PERFORM pg_advisory_xact_lock(1131376755, 3);
    SELECT number INTO its_number FROM alarm_request WHERE name = its_name;
    IF its_number IS NULL THEN
        INSERT INTO alarm_request (name, request, asked_by) VALUES (its_name, wanted, session_user) RETURNING number INTO its_number;
        PERFORM pg_notify('cityops', 'alarms');
    END IF;
    RETURN its_number;
END
$$;

REVOKE ALL ON alarm_trail, alarm_request, alarm_now, alarm_judge FROM PUBLIC;
REVOKE ALL ON FUNCTION take_alarm_turn(text, integer, integer, bigint),
    keep_alarms(text, text, text, bigint, bigint, text, text), leave_alarms(text), ask_alarms(text, text) FROM PUBLIC;
GRANT SELECT ON alarm_trail, alarm_now TO cityops_collector, cityops_operator, cityops_viewer, cityops_auditor;
GRANT SELECT ON alarm_request, alarm_judge TO cityops_collector, cityops_operator, cityops_auditor;
GRANT SELECT (one, holder, rank, until, judged_at, number, head, version, request, summary) ON alarm_judge TO cityops_viewer;
GRANT EXECUTE ON FUNCTION take_alarm_turn(text, integer, integer, bigint),
    keep_alarms(text, text, text, bigint, bigint, text, text), leave_alarms(text) TO cityops_collector, cityops_operator;
GRANT EXECUTE ON FUNCTION ask_alarms(text, text) TO cityops_operator;

ALTER TABLE alarm_trail ENABLE ROW LEVEL SECURITY;
ALTER TABLE alarm_now ENABLE ROW LEVEL SECURITY;
CREATE POLICY viewer_sees ON alarm_trail FOR SELECT TO cityops_viewer
    USING (feed IS NULL OR feed IN (SELECT name FROM feed));
CREATE POLICY viewer_sees ON alarm_now FOR SELECT TO cityops_viewer
    USING (feed IS NULL OR feed IN (SELECT name FROM feed));
CREATE POLICY all_seen ON alarm_trail FOR SELECT TO cityops_operator, cityops_auditor, cityops_collector USING (true);
CREATE POLICY all_seen ON alarm_now FOR SELECT TO cityops_operator, cityops_auditor, cityops_collector USING (true);

CREATE VIEW alarm_entries WITH (security_invoker = true) AS
    SELECT number, to_timestamp(at / 1000.0) AS at, entry::json ->> 'what' AS what, alarm, entry::json ->> 'state' AS state,
        entry::json ->> 'priority' AS priority, entry::json ->> 'done_by' AS done_by, entry::json ->> 'remark' AS remark,
        written_by
    FROM alarm_trail;
GRANT SELECT ON alarm_entries TO cityops_collector, cityops_operator, cityops_viewer, cityops_auditor;
