-- Rows from before their columns: they hold no value, and read the default
CREATE TABLE aged (id INTEGER PRIMARY KEY, a TEXT);
INSERT INTO aged VALUES (1, 'x'), (2, 'y');
ALTER TABLE aged ADD COLUMN b INT;
ALTER TABLE aged ADD COLUMN c INT NOT NULL DEFAULT 3;
ALTER TABLE aged ADD COLUMN d TEXT DEFAULT 'dd' /* said later */;
INSERT INTO aged VALUES (3, 'z', 4, 5, 'e'), (4, NULL, NULL, 6, NULL);
ALTER TABLE aged ADD COLUMN e REAL DEFAULT 2.5;
CREATE INDEX aged_c ON aged (c);
