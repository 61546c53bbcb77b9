-- A column called rowid that is not the rowid
CREATE TABLE r1 (rowid TEXT, v INT);
INSERT INTO r1 (_rowid_, rowid, v) VALUES (3, 'c', 1), (9, 'a', 2), (20, 'b', NULL);
CREATE INDEX r1_rowid ON r1 (rowid);
