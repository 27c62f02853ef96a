-- SPDX-License-Identifier: GPL-3.0-or-later
-- Statements end with a semicolon at the end of a line; a semicolon stands nowhere else.
--
-- What makes the file a GeoPackage (OGC 12-128r17, version 1.3): `latest` and `place` are its feature tables.

CREATE TABLE gpkg_spatial_ref_sys (
    srs_name TEXT NOT NULL,
    srs_id INTEGER PRIMARY KEY,
    organization TEXT NOT NULL,
    organization_coordsys_id INTEGER NOT NULL,
    definition TEXT NOT NULL,
    description TEXT
);
INSERT INTO gpkg_spatial_ref_sys VALUES
    ('Undefined Cartesian', -1, 'NONE', -1, 'undefined', 'Cartesian coordinates of no stated reference system'),
    ('Undefined geographic', 0, 'NONE', 0, 'undefined', 'Geographic coordinates of no stated reference system'),
    ('WGS 84', 4326, 'EPSG', 4326, 'GEOGCS["WGS 84",DATUM["WGS_1984",SPHEROID["WGS 84",6378137,298.257223563,AUTHORITY["EPSG","7030"]],AUTHORITY["EPSG","6326"]],PRIMEM["Greenwich",0,AUTHORITY["EPSG","8901"]],UNIT["degree",0.0174532925199433,AUTHORITY["EPSG","9122"]],AUTHORITY["EPSG","4326"]]', 'Longitude and latitude, degrees');
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
INSERT INTO gpkg_contents (table_name, data_type, identifier, description, srs_id) VALUES
    ('latest', 'features', 'latest', 'The newest value of every quantity at every place', 4326),
    ('place', 'features', 'place', 'Every place a feed has told of', 4326);
INSERT INTO gpkg_geometry_columns VALUES
    ('latest', 'geom', 'POINT', 4326, 0, 0),
    ('place', 'geom', 'POINT', 4326, 0, 0);

-- For analysts: a row a value that has settled, corrected ones beside their corrections. Ask it with place_kind,
-- place and quantity, which are found by index.
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
