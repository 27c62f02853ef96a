-- SPDX-License-Identifier: GPL-3.0-or-later
-- Statements end with a semicolon at the end of a line; a semicolon stands nowhere else.
--
-- From one row an observation to two orders of the same facts. `answer` is the log: what each feed told, in the order we
-- learned it, one row an answer. `chunk` holds what has settled, one row some eighty values of one series, so that a
-- series lies together. Lists of numbers are JSON, which every SQLite reads with json_each(): see the views of 003.

CREATE TABLE store (
    key TEXT PRIMARY KEY,
    value
) WITHOUT ROWID;
INSERT INTO store VALUES ('version', 2);

-- The places, quantities and series an answer's values belong to, in the order of its list. Feeds tell of the same
-- series again and again, so the list is kept once.
CREATE TABLE series_list (
    id INTEGER PRIMARY KEY,
    series TEXT NOT NULL
);

-- Times are milliseconds since 1970 UTC, and learned_at never goes back within a feed. `value` and `at` are as long as
-- the list; `at` holds seconds after base_at, null means that all speak of base_at.
CREATE TABLE answer (
    id INTEGER PRIMARY KEY,
    feed_id INTEGER NOT NULL REFERENCES feed (id),
    learned_at INTEGER NOT NULL,
    series_list_id INTEGER REFERENCES series_list (id),
    base_at INTEGER,
    at TEXT,
    value TEXT
);
CREATE INDEX answer_by_feed ON answer (feed_id, learned_at);

-- A series belongs to one feed from now on: two feeds that speak of the same place and quantity are two witnesses.
ALTER TABLE series RENAME TO series_v1;
CREATE TABLE series (
    id INTEGER PRIMARY KEY,
    place_id INTEGER NOT NULL REFERENCES place (id),
    quantity_id INTEGER NOT NULL REFERENCES quantity (id),
    unit_id INTEGER NOT NULL REFERENCES unit (id),
    feed_id INTEGER NOT NULL REFERENCES feed (id),
    UNIQUE (place_id, quantity_id, unit_id, feed_id)
);

-- A run of values of one series by observed time. `at` holds seconds after from_at, null means one every `step`
-- milliseconds; `answer` holds what to add to base_answer. Runs of a series do not overlap. Of two values for the same
-- time the one told by the higher answer is believed.
CREATE TABLE chunk (
    id INTEGER PRIMARY KEY,
    series_id INTEGER NOT NULL REFERENCES series (id),
    from_at INTEGER NOT NULL,
    to_at INTEGER NOT NULL,
    count INTEGER NOT NULL,
    step INTEGER,
    base_answer INTEGER NOT NULL,
    at TEXT,
    answer TEXT NOT NULL,
    value TEXT NOT NULL
);

-- What the first version kept is carried over: an answer for each moment something was learned, the values in runs.
INSERT INTO series (place_id, quantity_id, unit_id, feed_id)
    SELECT DISTINCT s.place_id, s.quantity_id, s.unit_id, o.feed_id FROM series_v1 s JOIN observation o ON o.series_id = s.id;
INSERT INTO answer (feed_id, learned_at)
    SELECT DISTINCT feed_id, received_at FROM observation ORDER BY received_at, feed_id;
INSERT INTO chunk (series_id, from_at, to_at, count, base_answer, at, answer, value)
    WITH numbered AS (
        SELECT s.id AS series_id, o.observed_at, o.value, a.id AS answer,
            (dense_rank() OVER (PARTITION BY s.id ORDER BY o.observed_at) - 1) / 80 AS run
        FROM observation o JOIN series_v1 v ON v.id = o.series_id
        JOIN series s ON s.place_id = v.place_id AND s.quantity_id = v.quantity_id AND s.unit_id = v.unit_id
            AND s.feed_id = o.feed_id
        JOIN answer a ON a.feed_id = o.feed_id AND a.learned_at = o.received_at
    ), bounded AS (
        SELECT *, min(observed_at) OVER run AS from_at, min(answer) OVER run AS base_answer FROM numbered
        WINDOW run AS (PARTITION BY series_id, run)
    )
    SELECT series_id, from_at, max(observed_at), count(*), base_answer,
        json_group_array((observed_at - from_at) / 1000.0), json_group_array(answer - base_answer), json_group_array(value)
    FROM bounded GROUP BY series_id, run;
CREATE UNIQUE INDEX chunk_by_series ON chunk (series_id, from_at);
DROP TABLE observation;
DROP TABLE series_v1;
INSERT INTO store SELECT 'settled', coalesce(max(id), 0) FROM answer;

-- What the values of a day come to; a day begins at midnight in the zone of the store. start: milliseconds UTC.
CREATE TABLE day (
    series_id INTEGER NOT NULL REFERENCES series (id),
    start INTEGER NOT NULL,
    count INTEGER NOT NULL,
    min REAL NOT NULL,
    mean REAL NOT NULL,
    max REAL NOT NULL,
    last REAL NOT NULL,
    PRIMARY KEY (series_id, start)
) WITHOUT ROWID;

-- What the values of its hours come to: lists, one entry an hour that has values; `start` holds seconds after the
-- day's start.
CREATE TABLE day_hours (
    id INTEGER PRIMARY KEY,
    series_id INTEGER NOT NULL REFERENCES series (id),
    day INTEGER NOT NULL,
    start TEXT NOT NULL,
    count TEXT NOT NULL,
    min TEXT NOT NULL,
    mean TEXT NOT NULL,
    max TEXT NOT NULL,
    last TEXT NOT NULL,
    UNIQUE (series_id, day)
);

-- Where a place stands and what it is called, once a feed has said so. names: a JSON object, language to name.
ALTER TABLE place ADD COLUMN name TEXT;
ALTER TABLE place ADD COLUMN names TEXT;
ALTER TABLE place ADD COLUMN geom BLOB;

-- The newest value of each series, for programs that look at the file with SQL or as a GeoPackage. Written every
-- minute or so and when the store is closed; the log is ahead of it.
CREATE TABLE latest (
    fid INTEGER PRIMARY KEY,
    geom BLOB,
    place_kind TEXT NOT NULL,
    place TEXT NOT NULL,
    name TEXT,
    quantity TEXT NOT NULL,
    value REAL NOT NULL,
    unit TEXT NOT NULL,
    observed_at DATETIME NOT NULL,
    learned_at DATETIME NOT NULL,
    feed TEXT NOT NULL
);
CREATE INDEX latest_by_place ON latest (place_kind, place);
