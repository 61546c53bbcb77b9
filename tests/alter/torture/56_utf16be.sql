-- Text kept as UTF-16 with the big end first, and a table without rowids
PRAGMA encoding = 'UTF-16be';
CREATE TABLE kv (k TEXT PRIMARY KEY, v, n INT) WITHOUT ROWID;
INSERT INTO kv VALUES ('é', 'x', 1), ('z', 2, NULL), ('a', x'0041', 3);
