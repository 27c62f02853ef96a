-- SPDX-License-Identifier: GPL-3.0-or-later
-- A history file as version 2 of its schema wrote it.
PRAGMA application_id = 1196444487;
PRAGMA user_version = 10300;
CREATE TABLE answer (
    id INTEGER PRIMARY KEY,
    feed_id INTEGER NOT NULL REFERENCES feed (id),
    learned_at INTEGER NOT NULL,
    series_list_id INTEGER REFERENCES series_list (id),
    base_at INTEGER,
    at TEXT,
    value TEXT
);
INSERT INTO "answer" VALUES(1,1,1772323260000,NULL,NULL,NULL,NULL);
INSERT INTO "answer" VALUES(2,1,1772323860000,NULL,NULL,NULL,NULL);
INSERT INTO "answer" VALUES(3,1,1772324460000,NULL,NULL,NULL,NULL);
INSERT INTO "answer" VALUES(4,1,1772325060000,NULL,NULL,NULL,NULL);
INSERT INTO "answer" VALUES(5,1,1772325660000,NULL,NULL,NULL,NULL);
INSERT INTO "answer" VALUES(6,1,1772326260000,NULL,NULL,NULL,NULL);
INSERT INTO "answer" VALUES(7,1,1772327400000,NULL,NULL,NULL,NULL);
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
INSERT INTO "chunk" VALUES(1,1,1772323200000,1772326200000,7,NULL,1,'[0.0,600.0,1200.0,1200.0,1800.0,2400.0,3000.0]','[0,1,2,6,3,4,5]','[10.5,11.5,12.5,99.5,13.5,14.5,15.5]');
INSERT INTO "chunk" VALUES(2,2,1772323200000,1772326200000,6,NULL,1,'[0.0,600.0,1200.0,1800.0,2400.0,3000.0]','[0,1,2,3,4,5]','[20.5,21.5,22.5,23.5,24.5,25.5]');
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
CREATE TABLE feed (
    id INTEGER PRIMARY KEY,
    name TEXT NOT NULL UNIQUE
);
INSERT INTO "feed" VALUES(1,'air');
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
CREATE TABLE place (
    id INTEGER PRIMARY KEY,
    kind TEXT NOT NULL,
    code TEXT NOT NULL, name TEXT, names TEXT, geom BLOB,
    UNIQUE (kind, code)
);
INSERT INTO "place" VALUES(1,'station','1',NULL,NULL,NULL);
INSERT INTO "place" VALUES(2,'station','2',NULL,NULL,NULL);
CREATE TABLE quantity (
    id INTEGER PRIMARY KEY,
    name TEXT NOT NULL UNIQUE
);
INSERT INTO "quantity" VALUES(1,'pm2.5');
CREATE TABLE series (
    id INTEGER PRIMARY KEY,
    place_id INTEGER NOT NULL REFERENCES place (id),
    quantity_id INTEGER NOT NULL REFERENCES quantity (id),
    unit_id INTEGER NOT NULL REFERENCES unit (id),
    feed_id INTEGER NOT NULL REFERENCES feed (id),
    UNIQUE (place_id, quantity_id, unit_id, feed_id)
);
INSERT INTO "series" VALUES(1,1,1,1,1);
INSERT INTO "series" VALUES(2,2,1,1,1);
CREATE TABLE series_list (
    id INTEGER PRIMARY KEY,
    series TEXT NOT NULL
);
CREATE TABLE store (
    key TEXT PRIMARY KEY,
    value
) WITHOUT ROWID;
INSERT INTO "store" VALUES('settled',7);
INSERT INTO "store" VALUES('version',2);
INSERT INTO "store" VALUES('zone','Asia/Taipei');
CREATE TABLE unit (
    id INTEGER PRIMARY KEY,
    code TEXT NOT NULL UNIQUE
);
INSERT INTO "unit" VALUES(1,'ug/m3');
CREATE INDEX answer_by_feed ON answer (feed_id, learned_at);
CREATE UNIQUE INDEX chunk_by_series ON chunk (series_id, from_at);
CREATE INDEX latest_by_place ON latest (place_kind, place);
