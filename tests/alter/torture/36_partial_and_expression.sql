-- Indexes with conditions and on expressions
CREATE TABLE px (id INTEGER PRIMARY KEY, a TEXT, b INT, c REAL);
CREATE UNIQUE INDEX px_active ON px (a) WHERE b = 1;
CREATE INDEX px_lower ON px (lower(a), b + c DESC);
CREATE INDEX px_json ON px (json_extract(a, '$.x') COLLATE NOCASE) WHERE a LIKE '{%' AND c NOTNULL;
CREATE INDEX IF NOT EXISTS "px dq" ON px (b) WHERE a IS NOT 'c';
INSERT INTO px VALUES (1, 'A', 1, 1), (2, 'A', 0, 2), (3, '{"x":5}', 1, NULL), (4, NULL, 1, 3.5);
