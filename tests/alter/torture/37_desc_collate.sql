-- Indexes with every direction and collation; UNIQUE with collations
CREATE TABLE dc (a TEXT COLLATE NOCASE, b TEXT COLLATE RTRIM, c TEXT, d INT, UNIQUE (a COLLATE BINARY, b DESC), UNIQUE (c COLLATE NOCASE ASC));
CREATE INDEX dc_1 ON dc (a DESC, b COLLATE NOCASE ASC, c COLLATE RTRIM DESC);
CREATE UNIQUE INDEX dc_2 ON dc (d DESC, a COLLATE BINARY);
INSERT INTO dc VALUES ('a', 'x ', 'One', 1), ('A', 'x', 'two', 2), ('b', NULL, 'THREE ', 3);
