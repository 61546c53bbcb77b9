-- INTEGER PRIMARY KEY DESC is no rowid, and neither is INT PRIMARY KEY; NULLs are in both
CREATE TABLE kd (id INTEGER PRIMARY KEY DESC, v TEXT);
CREATE TABLE ki (id INT PRIMARY KEY, v TEXT);
CREATE TABLE ka (id INTEGER, v TEXT, PRIMARY KEY (id ASC));
INSERT INTO kd (rowid, id, v) VALUES (10, 1, 'a'), (20, 3, 'b'), (30, NULL, 'c'), (40, NULL, 'd');
INSERT INTO ki (rowid, id, v) VALUES (10, 5, 'a'), (20, 4, 'b'), (30, NULL, 'c');
INSERT INTO ka VALUES (4, 'x'), (2, 'y');
