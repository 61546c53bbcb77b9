-- STRICT with each of its types
CREATE TABLE exact (
    a INT, b INTEGER, c REAL, d TEXT, e BLOB, f ANY,
    g INTEGER PRIMARY KEY,
    CHECK (a <> b)
) STRICT;
CREATE UNIQUE INDEX exact_d ON exact (d);
INSERT INTO exact VALUES (1, 2, 3, '4', x'05', '006', 7), (NULL, NULL, 1e300, 'x', NULL, 1.0, 9), (5, 6, -0.5, NULL, x'', x'00', 12);
