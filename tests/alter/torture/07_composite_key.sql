-- A key of three columns on an ordinary table, NULLs in it
CREATE TABLE slot (
    room TEXT, day INT, hour INT, who TEXT,
    PRIMARY KEY (room, day, hour) ON CONFLICT IGNORE
);
INSERT INTO slot VALUES ('a', 1, 9, 'x'), ('a', 1, 10, 'y'), (NULL, 1, 9, 'z'), (NULL, 1, 9, 'again'), ('b', NULL, NULL, NULL);
