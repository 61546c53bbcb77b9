-- A recursive view, and one with VALUES and no table
CREATE TABLE edge (src INT, dst INT, PRIMARY KEY (src, dst)) WITHOUT ROWID;
CREATE VIEW reach AS WITH RECURSIVE r(a, b) AS (SELECT src, dst FROM edge UNION SELECT r.a, edge.dst FROM r JOIN edge ON edge.src = r.b) SELECT a, b FROM r;
CREATE VIEW constants (one, two) AS VALUES (1, 'x'), (2, 'y');
INSERT INTO edge VALUES (1, 2), (2, 3), (3, 1), (4, 4);
