-- A function that only the application has, in an index, a CHECK and a generated column
CREATE TABLE fn (id INTEGER PRIMARY KEY, a TEXT CHECK (app_twice(a) <> 'xx'), b TEXT AS (app_twice(a)) VIRTUAL, c INT);
CREATE INDEX fn_twice ON fn (app_twice(a));
CREATE TABLE beside (a TEXT, b INT);
INSERT INTO fn (id, a, c) VALUES (1, 'p', 1), (2, 'q', 2);
INSERT INTO beside VALUES ('a', 1), ('b', NULL);
