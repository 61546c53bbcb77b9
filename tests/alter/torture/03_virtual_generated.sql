-- Virtual generated columns with indexes, a UNIQUE and a NOT NULL on them
CREATE TABLE doc (
    body TEXT,
    size INT GENERATED ALWAYS AS (length(body)) VIRTUAL NOT NULL,
    first TEXT AS (substr(body, 1, 1)),
    kind TEXT AS (lower(first)) VIRTUAL UNIQUE COLLATE NOCASE,
    extra ANY DEFAULT 7
);
CREATE INDEX doc_size ON doc (size, first COLLATE NOCASE) WHERE size > 1;
INSERT INTO doc (body) VALUES ('Alpha'), ('beta'), ('Z');
