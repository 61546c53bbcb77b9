-- Many constraints without names, on columns and on the table, without commas between some
CREATE TABLE bare (a INT CHECK (a > 0) CHECK (a < 100), b INT CHECK (b <> 7) UNIQUE, c TEXT CHECK (length(c) < 9),
    CHECK (a <> b) CHECK (a + b < 1000), UNIQUE (a, b) UNIQUE (b, c), CHECK (1), FOREIGN KEY (a) REFERENCES bare (b));
INSERT INTO bare VALUES (1, 2, 'x'), (2, 1, NULL), (NULL, NULL, 'z');
