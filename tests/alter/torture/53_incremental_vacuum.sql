-- auto_vacuum INCREMENTAL with free pages, the smallest page
PRAGMA page_size = 512;
PRAGMA auto_vacuum = INCREMENTAL;
CREATE TABLE iv (id INTEGER PRIMARY KEY, t TEXT, n INT NOT NULL DEFAULT 1);
CREATE INDEX iv_t ON iv (t, n);
CREATE TABLE filler (x);
WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 50) INSERT INTO filler SELECT zeroblob(400) FROM n;
WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 50) INSERT INTO iv (t) SELECT 't' || (i * 7 % 50) FROM n;
DROP TABLE filler;
