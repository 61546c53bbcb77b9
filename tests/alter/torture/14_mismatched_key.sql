-- A key on a column that is not unique, and one on a table that is not there
CREATE TABLE base (a INT, b TEXT);
CREATE TABLE odd (x INT REFERENCES base (a), y TEXT REFERENCES nowhere (z), z INT);
CREATE TABLE fine (base INT, n TEXT);
INSERT INTO base VALUES (1, 'x'), (1, 'y');
INSERT INTO odd VALUES (1, 'q', 3), (NULL, NULL, 4);
INSERT INTO fine VALUES (1, 'a'), (2, NULL);
