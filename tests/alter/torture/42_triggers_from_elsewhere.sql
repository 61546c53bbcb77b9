-- Triggers of other tables that write to a table, also with upsert and RETURNING-less WITH
CREATE TABLE counter (what TEXT PRIMARY KEY, n INT NOT NULL DEFAULT 0);
CREATE TABLE event (id INTEGER PRIMARY KEY, what TEXT, weight REAL);
CREATE TABLE mirror (event INT, what TEXT);
CREATE TRIGGER e1 AFTER INSERT ON event BEGIN INSERT INTO counter (what, n) VALUES (new.what, 1) ON CONFLICT (what) DO UPDATE SET n = n + 1 WHERE n < 100; END;
CREATE TRIGGER e2 AFTER INSERT ON event BEGIN INSERT INTO mirror SELECT id, what FROM event WHERE id = new.id; END;
CREATE TRIGGER e3 AFTER DELETE ON event BEGIN DELETE FROM mirror WHERE event = old.id; UPDATE counter SET n = n - 1 WHERE what = old.what; END;
INSERT INTO event (what, weight) VALUES ('a', 1), ('a', 2.5), ('b', NULL);
DELETE FROM event WHERE id = 2;
