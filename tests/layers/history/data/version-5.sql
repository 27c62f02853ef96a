-- SPDX-License-Identifier: GPL-3.0-or-later
-- A file of version 5: what that of version 4 beside it holds, with the marks made of it and a note.
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
CREATE TABLE gpkg_contents (
    table_name TEXT NOT NULL PRIMARY KEY,
    data_type TEXT NOT NULL,
    identifier TEXT UNIQUE,
    description TEXT DEFAULT '',
    last_change DATETIME NOT NULL DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')),
    min_x DOUBLE,
    min_y DOUBLE,
    max_x DOUBLE,
    max_y DOUBLE,
    srs_id INTEGER,
    CONSTRAINT fk_gc_r_srs_id FOREIGN KEY (srs_id) REFERENCES gpkg_spatial_ref_sys (srs_id)
);
INSERT INTO "gpkg_contents" VALUES('latest','features','latest','The newest value of every quantity at every place','2026-11-21T17:05:16.716Z',NULL,NULL,NULL,NULL,4326);
INSERT INTO "gpkg_contents" VALUES('place','features','place','Every place a feed has told of','2026-11-21T17:05:16.716Z',NULL,NULL,NULL,NULL,4326);
CREATE TABLE gpkg_geometry_columns (
    table_name TEXT NOT NULL,
    column_name TEXT NOT NULL,
    geometry_type_name TEXT NOT NULL,
    srs_id INTEGER NOT NULL,
    z TINYINT NOT NULL,
    m TINYINT NOT NULL,
    CONSTRAINT pk_geom_cols PRIMARY KEY (table_name, column_name),
    CONSTRAINT fk_gc_tn FOREIGN KEY (table_name) REFERENCES gpkg_contents (table_name),
    CONSTRAINT fk_gc_srs FOREIGN KEY (srs_id) REFERENCES gpkg_spatial_ref_sys (srs_id)
);
INSERT INTO "gpkg_geometry_columns" VALUES('latest','geom','POINT',4326,0,0);
INSERT INTO "gpkg_geometry_columns" VALUES('place','geom','POINT',4326,0,0);
CREATE TABLE gpkg_spatial_ref_sys (
    srs_name TEXT NOT NULL,
    srs_id INTEGER PRIMARY KEY,
    organization TEXT NOT NULL,
    organization_coordsys_id INTEGER NOT NULL,
    definition TEXT NOT NULL,
    description TEXT
);
INSERT INTO "gpkg_spatial_ref_sys" VALUES('Undefined Cartesian',-1,'NONE',-1,'undefined','Cartesian coordinates of no stated reference system');
INSERT INTO "gpkg_spatial_ref_sys" VALUES('Undefined geographic',0,'NONE',0,'undefined','Geographic coordinates of no stated reference system');
INSERT INTO "gpkg_spatial_ref_sys" VALUES('WGS 84',4326,'EPSG',4326,'GEOGCS["WGS 84",DATUM["WGS_1984",SPHEROID["WGS 84",6378137,298.257223563,AUTHORITY["EPSG","7030"]],AUTHORITY["EPSG","6326"]],PRIMEM["Greenwich",0,AUTHORITY["EPSG","8901"]],UNIT["degree",0.0174532925199433,AUTHORITY["EPSG","9122"]],AUTHORITY["EPSG","4326"]]','Longitude and latitude, degrees');
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
INSERT INTO "mark" VALUES(1,1,1772326860000,'alert','cwa,flood-1',1772326800000,'{"identifier":"flood-1","sender":"cwa","sent":1772326800000,"status":"Actual","msgType":"Alert","scope":"Public","infos":[{"event":"flood","severity":"Severe"}]}');
CREATE TABLE note (
    id INTEGER PRIMARY KEY,
    at INTEGER NOT NULL,
    until_at INTEGER,
    written_at INTEGER NOT NULL,
    author TEXT NOT NULL,
    text TEXT NOT NULL
);
INSERT INTO "note" VALUES(1,1772323200000,NULL,1772326800000,'anna','pump 3 was off');
CREATE TABLE part (
    id INTEGER PRIMARY KEY,
    feed_id INTEGER NOT NULL REFERENCES feed (id),
    kind TEXT NOT NULL,
    facts TEXT NOT NULL
);
INSERT INTO "part" VALUES(1,1,'observations','[[1,2],[1772326200000,1772326200000],[1772326260000,1772326260000],[15.5,25.5]]');
INSERT INTO "part" VALUES(2,1,'state','{}');
INSERT INTO "part" VALUES(3,1,'alerts','[{"identifier":"flood-1","sender":"cwa","sent":1772326800000,"status":"Actual","msgType":"Alert","scope":"Public","infos":[{"event":"flood","severity":"Severe"}]},{"identifier":"drill","sender":"cwa","sent":1772323200000,"status":"Test","msgType":"Alert","infos":[]}]');
CREATE TABLE picture (
    id INTEGER PRIMARY KEY,
    feed_id INTEGER NOT NULL REFERENCES feed (id),
    shown_at INTEGER NOT NULL,
    answer_id INTEGER NOT NULL,
    observations INTEGER REFERENCES part (id),
    state INTEGER REFERENCES part (id),
    places INTEGER REFERENCES part (id),
    alerts INTEGER REFERENCES part (id),
    events INTEGER REFERENCES part (id),
    vehicles INTEGER REFERENCES part (id),
    last_attempt INTEGER,
    last_success INTEGER,
    newest_observation INTEGER,
    failures_in_a_row INTEGER NOT NULL,
    latency INTEGER NOT NULL,
    payload_bytes INTEGER NOT NULL
);
INSERT INTO "picture" VALUES(1,1,1772326800000,7,1,2,NULL,NULL,NULL,NULL,1772326800000,1772326800000,1772326200000,0,120,4000);
INSERT INTO "picture" VALUES(2,1,1772326860000,7,NULL,2,NULL,3,NULL,NULL,1772326860000,1772326860000,1772326200000,0,120,4000);
INSERT INTO "picture" VALUES(3,1,1772326920000,7,NULL,2,NULL,3,NULL,NULL,1772326920000,1772326920000,1772326200000,0,120,4000);
CREATE TABLE place (
    id INTEGER PRIMARY KEY,
    kind TEXT NOT NULL,
    code TEXT NOT NULL, name TEXT, names TEXT, geom BLOB,
    UNIQUE (kind, code)
);
INSERT INTO "place" VALUES(1,'station','1','一號站','{"zh_TW":"一號站"}',NULL);
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
INSERT INTO "store" VALUES('version',5);
INSERT INTO "store" VALUES('zone','Asia/Taipei');
CREATE TABLE unit (
    id INTEGER PRIMARY KEY,
    code TEXT NOT NULL UNIQUE
);
INSERT INTO "unit" VALUES(1,'ug/m3');
CREATE INDEX answer_by_feed ON answer (feed_id, learned_at);
CREATE UNIQUE INDEX chunk_by_series ON chunk (series_id, from_at);
CREATE INDEX latest_by_place ON latest (place_kind, place);
CREATE VIEW observation AS
    SELECT p.kind AS place_kind, p.code AS place, q.name AS quantity,
        strftime('%Y-%m-%dT%H:%M:%fZ', (c.from_at + 1000.0 * CASE WHEN c.at IS NULL THEN v.key * c.step / 1000.0
            ELSE json_extract(c.at, '$[' || v.key || ']') END) / 1000.0, 'unixepoch') AS observed_at,
        v.value AS value, u.code AS unit,
        strftime('%Y-%m-%dT%H:%M:%fZ', a.learned_at / 1000.0, 'unixepoch') AS learned_at, f.name AS feed
    FROM place p
    JOIN series s ON s.place_id = p.id
    JOIN quantity q ON q.id = s.quantity_id
    JOIN unit u ON u.id = s.unit_id
    JOIN feed f ON f.id = s.feed_id
    JOIN chunk c ON c.series_id = s.id
    JOIN json_each(c.value) v
    LEFT JOIN answer a ON a.id = c.base_answer + json_extract(c.answer, '$[' || v.key || ']');
CREATE VIEW hourly AS
    SELECT p.kind AS place_kind, p.code AS place, q.name AS quantity,
        strftime('%Y-%m-%dT%H:%M:%SZ', (h.day + 1000 * n.value) / 1000, 'unixepoch') AS start,
        json_extract(h.count, '$[' || n.key || ']') AS count, json_extract(h.min, '$[' || n.key || ']') AS min,
        json_extract(h.mean, '$[' || n.key || ']') AS mean, json_extract(h.max, '$[' || n.key || ']') AS max,
        json_extract(h.last, '$[' || n.key || ']') AS last, u.code AS unit, f.name AS feed
    FROM place p
    JOIN series s ON s.place_id = p.id
    JOIN quantity q ON q.id = s.quantity_id
    JOIN unit u ON u.id = s.unit_id
    JOIN feed f ON f.id = s.feed_id
    JOIN day_hours h ON h.series_id = s.id
    JOIN json_each(h.start) n;
CREATE VIEW daily AS
    SELECT p.kind AS place_kind, p.code AS place, q.name AS quantity,
        strftime('%Y-%m-%dT%H:%M:%SZ', d.start / 1000, 'unixepoch') AS start,
        d.count, d.min, d.mean, d.max, d.last, u.code AS unit, f.name AS feed
    FROM place p
    JOIN series s ON s.place_id = p.id
    JOIN quantity q ON q.id = s.quantity_id
    JOIN unit u ON u.id = s.unit_id
    JOIN feed f ON f.id = s.feed_id
    JOIN day d ON d.series_id = s.id;
CREATE INDEX picture_by_feed ON picture (feed_id, shown_at);
CREATE INDEX mark_by_time ON mark (at);
CREATE INDEX picture_with_observations ON picture (feed_id) WHERE observations IS NOT NULL;
CREATE INDEX note_by_time ON note (at);
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
CREATE VIEW alert AS
    SELECT f.name AS feed, strftime('%Y-%m-%dT%H:%M:%SZ', m.said_at / 1000, 'unixepoch') AS sent,
        strftime('%Y-%m-%dT%H:%M:%SZ', m.at / 1000, 'unixepoch') AS learned_at,
        json_extract(m.facts, '$.sender') AS sender, json_extract(m.facts, '$.identifier') AS identifier,
        json_extract(m.facts, '$.msgType') AS message_type, json_extract(m.facts, '$.infos[0].event') AS event,
        json_extract(m.facts, '$.infos[0].severity') AS severity, json_extract(m.facts, '$.infos[0].headline') AS headline,
        m.facts AS facts
    FROM mark m JOIN feed f ON f.id = m.feed_id WHERE m.kind = 'alert';
CREATE VIEW notes AS
    SELECT strftime('%Y-%m-%dT%H:%M:%SZ', at / 1000, 'unixepoch') AS at,
        strftime('%Y-%m-%dT%H:%M:%SZ', until_at / 1000, 'unixepoch') AS until,
        strftime('%Y-%m-%dT%H:%M:%SZ', written_at / 1000, 'unixepoch') AS written_at, author, text
    FROM note;
PRAGMA application_id = 1196444487;
PRAGMA user_version = 10300;
