-- A table made by CREATE TABLE AS: SQLite wrote its text
CREATE TABLE source (a INTEGER PRIMARY KEY, "b c" VARCHAR(10), d REAL, e);
INSERT INTO source VALUES (1, 'x', 1.5, x'00'), (2, 'y', NULL, 'e');
CREATE TABLE made AS SELECT a, "b c", d * 2 AS twice, e, 1 AS one, 'x' AS "select" FROM source;
CREATE TABLE few AS SELECT a FROM source;
