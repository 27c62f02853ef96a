-- SPDX-License-Identifier: GPL-3.0-or-later
-- Statements end with a semicolon at the end of a line; a semicolon stands nowhere else.
--
-- What the timeline marks, so that nobody has to read all pictures to find it.

-- kind 'alert' or 'event': `facts` (JSON) came first with the picture of `at`; said_at is when it was sent, or began.
-- kind 'failed' or 'back': the feed had no answer twice in a row, or answers again; subject says why. Milliseconds UTC.
CREATE TABLE mark (
    id INTEGER PRIMARY KEY,
    feed_id INTEGER NOT NULL REFERENCES feed (id),
    at INTEGER NOT NULL,
    kind TEXT NOT NULL,
    subject TEXT NOT NULL,
    said_at INTEGER NOT NULL,
    facts TEXT,
    UNIQUE (feed_id, kind, subject, said_at)
);
CREATE INDEX mark_by_time ON mark (at);

-- The observations of a picture were written whole last in the order of recording, which a clock that is set back, or a
-- second program, does not disturb.
DROP INDEX picture_with_observations;
CREATE INDEX picture_with_observations ON picture (feed_id) WHERE observations IS NOT NULL;

-- What people wrote on the timeline: of a moment, or of a stretch when until_at is not null.
CREATE TABLE note (
    id INTEGER PRIMARY KEY,
    at INTEGER NOT NULL,
    until_at INTEGER,
    written_at INTEGER NOT NULL,
    author TEXT NOT NULL,
    text TEXT NOT NULL
);
CREATE INDEX note_by_time ON note (at);

-- The alerts of the pictures that were kept before there were marks.
INSERT OR IGNORE INTO mark (feed_id, at, kind, subject, said_at, facts)
    SELECT p.feed_id, seen.at, 'alert', json_extract(a.value, '$.sender') || ',' || json_extract(a.value, '$.identifier'),
        json_extract(a.value, '$.sent'), a.value
    FROM (SELECT alerts, min(shown_at) AS at FROM picture WHERE alerts IS NOT NULL GROUP BY alerts) seen
    JOIN part p ON p.id = seen.alerts
    JOIN json_each(p.facts) a
    WHERE json_extract(a.value, '$.status') = 'Actual' AND json_extract(a.value, '$.identifier') IS NOT NULL
        AND json_extract(a.value, '$.sender') IS NOT NULL
    ORDER BY seen.at;

-- For analysts: a row a value in the order we learned it, also those that have not settled yet. Ask it with a feed, or with
-- a range of answers.
CREATE VIEW told AS
    SELECT a.id AS answer, f.name AS feed, strftime('%Y-%m-%dT%H:%M:%fZ', a.learned_at / 1000.0, 'unixepoch') AS learned_at,
        p.kind AS place_kind, p.code AS place, q.name AS quantity,
        strftime('%Y-%m-%dT%H:%M:%fZ', (a.base_at + 1000.0 * CASE WHEN a.at IS NULL THEN 0
            ELSE json_extract(a.at, '$[' || v.key || ']') END) / 1000.0, 'unixepoch') AS observed_at,
        v.value AS value, u.code AS unit
    FROM answer a
    JOIN feed f ON f.id = a.feed_id
    JOIN series_list l ON l.id = a.series_list_id
    JOIN json_each(a.value) v
    JOIN series s ON s.id = json_extract(l.series, '$[' || v.key || ']')
    JOIN place p ON p.id = s.place_id
    JOIN quantity q ON q.id = s.quantity_id
    JOIN unit u ON u.id = s.unit_id;

-- Every alert that was ever shown: when it was sent, when we learned it, what it says.
CREATE VIEW alert AS
    SELECT f.name AS feed, strftime('%Y-%m-%dT%H:%M:%SZ', m.said_at / 1000, 'unixepoch') AS sent,
        strftime('%Y-%m-%dT%H:%M:%SZ', m.at / 1000, 'unixepoch') AS learned_at,
        json_extract(m.facts, '$.sender') AS sender, json_extract(m.facts, '$.identifier') AS identifier,
        json_extract(m.facts, '$.msgType') AS message_type, json_extract(m.facts, '$.infos[0].event') AS event,
        json_extract(m.facts, '$.infos[0].severity') AS severity, json_extract(m.facts, '$.infos[0].headline') AS headline,
        m.facts AS facts
    FROM mark m JOIN feed f ON f.id = m.feed_id WHERE m.kind = 'alert';

-- What people wrote, in plain time.
CREATE VIEW notes AS
    SELECT strftime('%Y-%m-%dT%H:%M:%SZ', at / 1000, 'unixepoch') AS at,
        strftime('%Y-%m-%dT%H:%M:%SZ', until_at / 1000, 'unixepoch') AS until,
        strftime('%Y-%m-%dT%H:%M:%SZ', written_at / 1000, 'unixepoch') AS written_at, author, text
    FROM note;
