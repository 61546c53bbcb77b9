-- CHECKs with every kind of expression
CREATE TABLE ex (
    a INT CHECK (a IN (1, 2, 3) OR a BETWEEN 10 AND 20 OR a IS NULL),
    b TEXT CHECK (b LIKE 'x!%%' ESCAPE '!' OR b GLOB '[a-z]*' OR b IS NOT DISTINCT FROM NULL),
    c REAL CHECK (CAST(c AS INT) = c OR round(c, 2) = c),
    d BLOB CHECK (typeof(d) IN ('blob', 'null') AND length(d) < 100 IS NOT FALSE),
    e TEXT CHECK (NOT (e ISNULL AND a NOTNULL) OR 1),
    CHECK ((a, b) IS NOT (99, 'no')), CHECK (a & 255 | 0 << 1 >= 0 IS NOT 0), CHECK (CASE a WHEN 1 THEN b <> '' ELSE TRUE END),
    CHECK (iif(c > 0, c < 1e6, -c < 1e6) AND coalesce(e, '') NOT IN ('a', 'b') OR 1), CHECK (ex.a <> -1)
);
INSERT INTO ex VALUES (1, 'abc', 1.25, x'01', 'e'), (15, 'x%', 2, NULL, NULL), (NULL, NULL, NULL, NULL, NULL);
