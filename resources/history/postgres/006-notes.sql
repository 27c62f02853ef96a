-- SPDX-License-Identifier: GPL-3.0-or-later
--
-- Desks are told that somebody wrote a note, or removed one.

CREATE FUNCTION tell_note() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    PERFORM pg_notify('cityops', 'note');
    RETURN NULL;
END
$$;
CREATE TRIGGER tell_note AFTER INSERT OR DELETE ON note FOR EACH STATEMENT EXECUTE FUNCTION tell_note();
