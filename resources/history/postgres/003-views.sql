-- SPDX-License-Identifier: GPL-3.0-or-later
--
-- For analysts: a row a value, corrected ones beside their corrections. Ask them with place_kind, place and quantity, which
-- are found by index. Each sees in them what he may see in the tables.

CREATE VIEW observation WITH (security_invoker = true) AS
    SELECT p.kind AS place_kind, p.code AS place, q.name AS quantity,
        to_timestamp((c.from_at + CASE WHEN c.at IS NULL THEN (v.n - 1) * c.step
            ELSE 1000 * (c.at::json ->> (v.n - 1)::int)::numeric END) / 1000.0) AS observed_at,
        v.value::double precision AS value, u.code AS unit,
        to_timestamp(a.learned_at / 1000.0) AS learned_at, f.name AS feed
    FROM place p
    JOIN series s ON s.place_id = p.id
    JOIN quantity q ON q.id = s.quantity_id
    JOIN unit u ON u.id = s.unit_id
    JOIN feed f ON f.id = s.feed_id
    JOIN chunk c ON c.series_id = s.id
    CROSS JOIN LATERAL json_array_elements_text(c.value::json) WITH ORDINALITY AS v (value, n)
    LEFT JOIN answer a ON a.id = c.base_answer + (c.answer::json ->> (v.n - 1)::int)::bigint
    UNION ALL
    SELECT p.kind, p.code, q.name,
        to_timestamp((a.base_at + coalesce(1000 * (a.at::json ->> (v.n - 1)::int)::numeric, 0)) / 1000.0),
        v.value::double precision, u.code, to_timestamp(a.learned_at / 1000.0), f.name
    FROM answer a
    JOIN series_list l ON l.id = a.series_list_id
    CROSS JOIN LATERAL json_array_elements_text(a.value::json) WITH ORDINALITY AS v (value, n)
    JOIN series s ON s.id = (l.series::json ->> (v.n - 1)::int)::bigint
    JOIN place p ON p.id = s.place_id
    JOIN quantity q ON q.id = s.quantity_id
    JOIN unit u ON u.id = s.unit_id
    JOIN feed f ON f.id = a.feed_id
    WHERE a.id > (SELECT value::bigint FROM store WHERE key = 'settled');

CREATE VIEW daily WITH (security_invoker = true) AS
    SELECT p.kind AS place_kind, p.code AS place, q.name AS quantity, to_timestamp(d.start / 1000.0) AS start,
        d.count, d.min, d.mean, d.max, d.last, u.code AS unit, f.name AS feed
    FROM place p
    JOIN series s ON s.place_id = p.id
    JOIN quantity q ON q.id = s.quantity_id
    JOIN unit u ON u.id = s.unit_id
    JOIN feed f ON f.id = s.feed_id
    JOIN day d ON d.series_id = s.id;

CREATE VIEW hourly WITH (security_invoker = true) AS
    SELECT p.kind AS place_kind, p.code AS place, q.name AS quantity,
        to_timestamp((h.day + 1000 * n.value::numeric) / 1000.0) AS start,
        (h.count::json ->> (n.n - 1)::int)::bigint AS count,
        (h.min::json ->> (n.n - 1)::int)::double precision AS min,
        (h.mean::json ->> (n.n - 1)::int)::double precision AS mean,
        (h.max::json ->> (n.n - 1)::int)::double precision AS max,
        (h.last::json ->> (n.n - 1)::int)::double precision AS last, u.code AS unit, f.name AS feed
    FROM place p
    JOIN series s ON s.place_id = p.id
    JOIN quantity q ON q.id = s.quantity_id
    JOIN unit u ON u.id = s.unit_id
    JOIN feed f ON f.id = s.feed_id
    JOIN day_hours h ON h.series_id = s.id
    CROSS JOIN LATERAL json_array_elements_text(h.start::json) WITH ORDINALITY AS n (value, n);

GRANT SELECT ON observation, daily, hourly TO cityops_collector, cityops_operator, cityops_viewer, cityops_auditor;
