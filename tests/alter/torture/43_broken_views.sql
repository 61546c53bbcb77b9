-- Views and triggers that were broken before anybody came
CREATE TABLE ok (id INTEGER PRIMARY KEY, a TEXT, b INT);
CREATE VIEW no_table AS SELECT * FROM missing;
CREATE VIEW no_column AS SELECT id, gone FROM ok;
CREATE VIEW no_function AS SELECT unknown_function(a) FROM ok;
CREATE VIEW round_1 AS SELECT * FROM round_2;
CREATE VIEW round_2 AS SELECT * FROM round_1;
CREATE TRIGGER no_target AFTER DELETE ON ok BEGIN INSERT INTO missing VALUES (old.id); END;
CREATE VIEW good AS SELECT a FROM ok;
INSERT INTO ok VALUES (1, 'x', 1), (2, 'y', NULL);
