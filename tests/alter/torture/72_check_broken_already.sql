-- Rows that break a CHECK, put in while checks were off
CREATE TABLE broken (id INTEGER PRIMARY KEY, n INT CHECK (n > 0), s TEXT NOT NULL DEFAULT '');
CREATE TABLE refers (b INT REFERENCES broken, t TEXT);
PRAGMA ignore_check_constraints = ON;
INSERT INTO broken VALUES (1, -5, 'x'), (2, 6, 'y');
PRAGMA ignore_check_constraints = OFF;
INSERT INTO refers VALUES (1, 'a'), (2, 'b');
