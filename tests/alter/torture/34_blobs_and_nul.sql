-- Blobs, empty ones, text with a NUL in it, text that is no UTF-8
CREATE TABLE bytes (id INTEGER PRIMARY KEY, b BLOB, t TEXT, u TEXT);
INSERT INTO bytes VALUES (1, x'00010203', 'a' || char(0) || 'b', CAST(x'c328' AS TEXT)), (2, zeroblob(20), '', x''), (3, 'text', CAST(x'ff' AS TEXT), x'414200');
