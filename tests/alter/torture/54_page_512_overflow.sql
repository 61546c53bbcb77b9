-- Pages of 512 bytes and rows that need several of them
PRAGMA page_size = 512;
CREATE TABLE big (id INTEGER PRIMARY KEY, body TEXT NOT NULL, raw BLOB, tail TEXT DEFAULT 'tail');
CREATE INDEX big_body ON big (body);
INSERT INTO big VALUES (1, hex(zeroblob(2000)), zeroblob(3000), 'x'), (2, 'short', NULL, NULL), (3, hex(zeroblob(300)), x'ff', 'z');
