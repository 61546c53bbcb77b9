-- Lines that end as on Windows, and tabs
CREATE TABLE crlf (
	id INTEGER PRIMARY KEY,	-- the key
	a TEXT NOT NULL,	-- a
	b INT DEFAULT 1
);
CREATE INDEX crlf_a
	ON crlf (a);
INSERT INTO crlf VALUES (1, 'x', 1), (2, 'y', NULL);
