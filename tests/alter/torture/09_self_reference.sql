-- A tree: a table that refers to itself, with a cascade
CREATE TABLE node (
    id INTEGER PRIMARY KEY,
    parent INTEGER REFERENCES node (id) ON DELETE CASCADE ON UPDATE CASCADE,
    name TEXT
);
CREATE INDEX node_parent ON node (parent);
INSERT INTO node VALUES (1, NULL, 'root'), (2, 1, 'a'), (3, 1, 'b'), (4, 3, 'c'), (5, 5, 'its own parent');
