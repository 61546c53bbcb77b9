-- All three names of the rowid are taken, one is the key itself
CREATE TABLE r3 (oid INT, "_rowid_" TEXT, rowid REAL, v INT);
INSERT INTO r3 VALUES (1, 'a', 1.5, 1), (2, 'b', 2.5, 2), (3, 'c', NULL, 3);
DELETE FROM r3 WHERE v = 2;
CREATE TABLE r4 (rowid INTEGER PRIMARY KEY, oid TEXT, _rowid_ TEXT);
INSERT INTO r4 VALUES (7, 'x', 'y'), (3, 'p', NULL);
