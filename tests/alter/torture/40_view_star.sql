-- Views with SELECT *, and a trigger that writes through one
CREATE TABLE wide (a INT, b TEXT, c REAL);
CREATE VIEW everything AS SELECT * FROM wide;
CREATE VIEW doubled AS SELECT w.*, x.a AS again FROM wide AS w JOIN wide AS x USING (b);
CREATE TRIGGER everything_ii INSTEAD OF INSERT ON everything BEGIN INSERT INTO wide (a, b) VALUES (new.a, new.b); END;
CREATE TRIGGER everything_iu INSTEAD OF UPDATE OF a ON everything WHEN new.a > 0 BEGIN UPDATE wide SET a = new.a WHERE b = old.b; END;
INSERT INTO wide VALUES (1, 'x', 0.5), (2, 'y', NULL);
