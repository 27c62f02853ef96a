-- SPDX-License-Identifier: GPL-3.0-or-later
-- Statements end with a semicolon at the end of a line; a semicolon stands nowhere else.

CREATE TABLE place (
    id INTEGER PRIMARY KEY,
    kind TEXT NOT NULL,
    code TEXT NOT NULL,
    UNIQUE (kind, code)
);

CREATE TABLE quantity (
    id INTEGER PRIMARY KEY,
    name TEXT NOT NULL UNIQUE
);

CREATE TABLE unit (
    id INTEGER PRIMARY KEY,
    code TEXT NOT NULL UNIQUE
);

CREATE TABLE feed (
    id INTEGER PRIMARY KEY,
    name TEXT NOT NULL UNIQUE
);

-- A quantity whose unit is changed one day begins a new series, so that no old value is read in a new unit.
CREATE TABLE series (
    id INTEGER PRIMARY KEY,
    place_id INTEGER NOT NULL REFERENCES place (id),
    quantity_id INTEGER NOT NULL REFERENCES quantity (id),
    unit_id INTEGER NOT NULL REFERENCES unit (id),
    UNIQUE (place_id, quantity_id, unit_id)
);

-- Times are milliseconds since 1970 UTC. observed_at is the time the value speaks of, received_at the time it was
-- learned. The key is the order a series is read in, so that one series lies together on disk.
CREATE TABLE observation (
    series_id INTEGER NOT NULL REFERENCES series (id),
    observed_at INTEGER NOT NULL,
    received_at INTEGER NOT NULL,
    feed_id INTEGER NOT NULL REFERENCES feed (id),
    value REAL NOT NULL,
    PRIMARY KEY (series_id, observed_at, received_at, feed_id)
) WITHOUT ROWID;
