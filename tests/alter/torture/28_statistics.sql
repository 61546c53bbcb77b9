-- Statistics of ANALYZE, with rows for tables and for indexes
CREATE TABLE st (id INTEGER PRIMARY KEY, a INT, b TEXT, c INT UNIQUE);
CREATE INDEX st_a ON st (a);
CREATE INDEX st_ab ON st (a, b) WHERE a > 1;
CREATE TABLE st_other (x INT, y INT);
CREATE INDEX st_x ON st_other (x);
WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 40) INSERT INTO st SELECT i, i % 7, 'b' || i % 3, i * 2 FROM n;
INSERT INTO st_other SELECT a, c FROM st;
ANALYZE;
INSERT INTO st VALUES (100, 1, 'late', 999);
