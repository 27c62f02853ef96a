-- SPDX-License-Identifier: GPL-3.0-or-later
-- Statements end with a semicolon at the end of a line; a semicolon stands nowhere else.
--
-- What the newest values of all series of a feed were at moments some polls apart, so that the values of any moment are found
-- without looking into every series. Made from the runs, and made anew from where late values fall into. `standing`: five
-- lists (series, seconds observed and learned after two times, values, those two times in milliseconds) of what was observed
-- by `start`. `answers`: the numbers of those that told what was observed after it, up to `until`, where the next row begins.
-- Milliseconds UTC. The key `moments` of the table `store` says up to which answer all of it is made.
CREATE TABLE moment (
    feed_id INTEGER NOT NULL REFERENCES feed (id),
    start INTEGER NOT NULL,
    until INTEGER NOT NULL,
    standing TEXT NOT NULL,
    answers TEXT NOT NULL
);
CREATE UNIQUE INDEX moment_by_feed ON moment (feed_id, start);
INSERT INTO store (key, value) VALUES ('moments', -1);
