-- No key at all, gaps in the rowids, the same row twice
CREATE TABLE log (at TEXT, what, level INT);
INSERT INTO log (rowid, at, what, level) VALUES (5, 'mon', 1, 1), (-3, 'tue', '1', 2), (100, 'mon', 1, 1), (9007199254740993, 'x', NULL, NULL);
