-- A table that many refer to, by its key and by UNIQUE columns, from composite keys too
CREATE TABLE unit (country TEXT, code TEXT COLLATE NOCASE, short TEXT UNIQUE, size INT, PRIMARY KEY (country, code));
CREATE TABLE use1 (country TEXT, code TEXT, n INT, FOREIGN KEY (country, code) REFERENCES unit ON DELETE CASCADE);
CREATE TABLE use2 (short TEXT PRIMARY KEY REFERENCES unit (short) ON UPDATE CASCADE ON DELETE SET NULL) WITHOUT ROWID;
CREATE TABLE use3 (a TEXT, b TEXT, FOREIGN KEY (b, a) REFERENCES unit (code, country) ON DELETE SET NULL);
CREATE UNIQUE INDEX unit_size ON unit (size);
CREATE TABLE use4 (size INT REFERENCES unit (size) ON DELETE CASCADE);
INSERT INTO unit VALUES ('de', 'X', 's1', 1), ('de', 'Y', 's2', 2), ('at', 'x', NULL, NULL);
INSERT INTO use1 VALUES ('de', 'x', 1), ('at', 'X', 2), (NULL, 'q', 3);
INSERT INTO use2 VALUES ('s1'), ('s2');
INSERT INTO use3 VALUES ('de', 'X'), (NULL, NULL);
INSERT INTO use4 VALUES (1), (2), (NULL);
