-- WITHOUT ROWID with a key of two columns, one of them descending and with a collation
CREATE TABLE score (
    player TEXT COLLATE NOCASE NOT NULL,
    game INT NOT NULL,
    points REAL DEFAULT 0,
    note TEXT,
    PRIMARY KEY (game DESC, player COLLATE BINARY)
) WITHOUT ROWID;
CREATE INDEX score_points ON score (points DESC, note);
INSERT INTO score VALUES ('b', 1, 2, 'x'), ('B', 1, 3.5, NULL), ('a', 7, NULL, 'y'), ('c', -2, 'many', '');
