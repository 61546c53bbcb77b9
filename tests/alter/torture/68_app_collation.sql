-- A collation and a function that only the application has
CREATE TABLE app (id INTEGER PRIMARY KEY, name TEXT COLLATE app_order, plain TEXT, n INT);
CREATE INDEX app_name ON app (name);
CREATE INDEX app_plain ON app (plain COLLATE app_order DESC, n);
CREATE TABLE beside (a TEXT, b INT);
CREATE VIEW app_view AS SELECT app_twice(plain) AS p FROM app ORDER BY name;
INSERT INTO app VALUES (1, 'a', 'x', 1), (2, 'b', 'y', 2), (3, NULL, NULL, NULL);
INSERT INTO beside VALUES ('a', 1), ('b', NULL);
