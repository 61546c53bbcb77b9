-- Nothing unusual: what every other schema here differs from
CREATE TABLE person (id INTEGER PRIMARY KEY, name TEXT NOT NULL, born INTEGER, height REAL, photo BLOB);
CREATE INDEX person_name ON person (name);
CREATE VIEW grown AS SELECT id, name FROM person WHERE born < 2000;
CREATE TRIGGER person_ai AFTER INSERT ON person BEGIN UPDATE person SET height = 1.5 WHERE id = new.id AND height IS NULL; END;
INSERT INTO person VALUES (1, 'Ada', 1815, 1.65, x'00ff'), (2, 'Grace', 1906, NULL, NULL), (10, 'Ödön', NULL, 1.8, x'');
