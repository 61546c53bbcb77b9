-- auto_vacuum FULL: pages are moved while things are dropped
PRAGMA auto_vacuum = FULL;
CREATE TABLE av (id INTEGER PRIMARY KEY, t TEXT, u TEXT UNIQUE);
CREATE TABLE av2 (a INT, b TEXT);
CREATE INDEX av2_a ON av2 (a);
WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 60) INSERT INTO av SELECT i, hex(zeroblob(100)), 'u' || i FROM n;
INSERT INTO av2 SELECT id, t FROM av;
