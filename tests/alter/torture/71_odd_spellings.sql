-- What the grammar allows and nobody writes: signs of nothing, empty types, repeated clauses, names of nothing
CREATE TABLE odd (a INT NULL, b TEXT NOT NULL NOT NULL DEFAULT 'x' DEFAULT 'y', c INT COLLATE BINARY COLLATE NOCASE UNIQUE UNIQUE, d INT REFERENCES odd (a) REFERENCES odd (c), e VARCHAR(10) COLLATE "rtrim", f TEXT NULL ON CONFLICT IGNORE CONSTRAINT nameless, CONSTRAINT alone UNIQUE (a) CONSTRAINT CHECK_1 CHECK (b <> ''));
INSERT INTO odd VALUES (1, 'b', 2, NULL, 'e', 'f'), (NULL, 'c', 3, 1, NULL, NULL);
