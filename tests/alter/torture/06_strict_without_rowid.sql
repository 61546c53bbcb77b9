-- STRICT and WITHOUT ROWID together, with a blob for a key
CREATE TABLE token (hash BLOB PRIMARY KEY, owner TEXT NOT NULL DEFAULT 'nobody', uses INT DEFAULT 0 CHECK (uses >= 0)) WITHOUT ROWID, STRICT;
INSERT INTO token VALUES (x'ff00', 'a', 1), (x'00', 'b', 2), (x'0001', 'c', 0);
