-- A name on every constraint, on those of columns too
CREATE TABLE named (
    id INTEGER CONSTRAINT pk PRIMARY KEY CONSTRAINT aa CHECK (id > 0),
    a TEXT CONSTRAINT nn NOT NULL CONSTRAINT un UNIQUE CONSTRAINT dd DEFAULT 'd' CONSTRAINT co COLLATE NOCASE,
    b INT CONSTRAINT ck CHECK (b > 0) CONSTRAINT fk REFERENCES named (id) DEFERRABLE,
    c INT CONSTRAINT ge GENERATED ALWAYS AS (b + 1),
    CONSTRAINT tu UNIQUE (a, b), CONSTRAINT tc CHECK (a <> 'no'),
    CONSTRAINT tf FOREIGN KEY (b) REFERENCES named (id)
);
INSERT INTO named (id, a, b) VALUES (1, 'x', 1), (2, 'y', NULL), (3, 'z', 2);
