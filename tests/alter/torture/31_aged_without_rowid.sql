-- Rows older than a column, in a table without rowids
CREATE TABLE agedw (k TEXT PRIMARY KEY, a INT) WITHOUT ROWID;
INSERT INTO agedw VALUES ('x', 1), ('a', 2);
ALTER TABLE agedw ADD COLUMN b TEXT DEFAULT 'b' COLLATE NOCASE;
INSERT INTO agedw VALUES ('m', 3, 'C');
