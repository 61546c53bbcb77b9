-- Views on views, with columns named, joins, unions, windows and WITH
CREATE TABLE base (id INTEGER PRIMARY KEY, grp TEXT, val INT);
CREATE VIEW v1 (identity, g, v) AS SELECT id, grp, val FROM base;
CREATE VIEW v2 AS SELECT g, sum(v) AS total, count(*) AS n FROM v1 GROUP BY g;
CREATE VIEW v3 AS WITH big AS (SELECT * FROM v2 WHERE total > 1) SELECT big.g, b.val FROM big JOIN base AS b ON b.grp = big.g UNION ALL SELECT 'none', 0;
CREATE VIEW v4 AS SELECT id, row_number() OVER (PARTITION BY grp ORDER BY val DESC) AS pos FROM base;
INSERT INTO base VALUES (1, 'x', 1), (2, 'x', 5), (3, 'y', 0), (4, NULL, 7);
