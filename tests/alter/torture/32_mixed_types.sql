-- Every kind of value in one column, for each affinity
CREATE TABLE mix (k INTEGER PRIMARY KEY, i INTEGER, t TEXT, r REAL, n NUMERIC, b BLOB, x);
INSERT INTO mix VALUES (1, 1, 1, 1, 1, 1, 1), (2, '12', '12', '12', '12', '12', '12'), (3, 'abc', 'abc', 'abc', 'abc', 'abc', 'abc'),
    (4, 1.5, 1.5, 1.5, 1.5, 1.5, 1.5), (5, x'31', x'31', x'31', x'31', x'31', x'31'), (6, NULL, NULL, NULL, NULL, NULL, NULL),
    (7, '000123', '000123', '000123', '000123', '000123', '000123'), (8, '1e3', '1e3', '1e3', '1e3', '1e3', '1e3'), (9, '', '', '', '', '', ''),
    (10, 2.0, 2.0, 2.0, 2.0, 2.0, 2.0), (11, ' 5 ', ' 5 ', ' 5 ', ' 5 ', ' 5 ', ' 5 ');
CREATE INDEX mix_x ON mix (x);
