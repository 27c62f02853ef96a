-- SPDX-License-Identifier: GPL-3.0-or-later
-- Statements end with a semicolon at the end of a line; a semicolon stands nowhere else.
--
-- What each feed's picture of the city was after each answer, so that any past moment can be shown as it was shown then.

-- Facts without a value a moment, as JSON: places, alerts, events, vehicles, the state of the feed in words, and now and
-- then all observations of a picture. Each is kept once for as long as it stays the same.
CREATE TABLE part (
    id INTEGER PRIMARY KEY,
    feed_id INTEGER NOT NULL REFERENCES feed (id),
    kind TEXT NOT NULL,
    facts TEXT NOT NULL
);

-- shown_at: when the picture was published. The observations of a picture are those of the part of the newest picture
-- that has one, brought up to date by the answers after that picture's answer_id, up to this one's. The other parts are
-- null when there are none. Times and latency: milliseconds.
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
CREATE INDEX picture_by_feed ON picture (feed_id, shown_at);
CREATE INDEX picture_with_observations ON picture (feed_id, shown_at) WHERE observations IS NOT NULL;
