-- Triggers and cascades that would destroy rows if the table were emptied for a moment
CREATE TABLE top (id INTEGER PRIMARY KEY, name TEXT NOT NULL, rank INT);
CREATE TABLE mid (id INTEGER PRIMARY KEY, top INT REFERENCES top ON DELETE CASCADE);
CREATE TABLE low (mid INT REFERENCES mid ON DELETE CASCADE, v TEXT);
CREATE TRIGGER top_ad AFTER DELETE ON top BEGIN DELETE FROM low WHERE v = old.name; END;
CREATE TRIGGER top_bd BEFORE DELETE ON top BEGIN UPDATE mid SET top = NULL WHERE top = old.id; END;
INSERT INTO top VALUES (1, 'a', 1), (2, 'b', 2);
INSERT INTO mid VALUES (1, 1), (2, 1), (3, 2);
INSERT INTO low VALUES (1, 'a'), (2, 'b'), (3, 'c');
