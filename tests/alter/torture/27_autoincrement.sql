-- A mark of AUTOINCREMENT above the highest id, and one of an empty table
CREATE TABLE auto (id INTEGER PRIMARY KEY AUTOINCREMENT, name TEXT, n INT DEFAULT 0);
CREATE TABLE emptied (id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT, name TEXT NOT NULL);
INSERT INTO auto (name) VALUES ('a'), ('b'), ('c'), ('d');
DELETE FROM auto WHERE id > 2;
INSERT INTO emptied (id, name) VALUES (500, 'x');
DELETE FROM emptied;
