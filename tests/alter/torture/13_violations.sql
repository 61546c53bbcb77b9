-- Rows that break their keys already
CREATE TABLE owner (id INTEGER PRIMARY KEY, name TEXT);
CREATE TABLE pet (id INTEGER PRIMARY KEY, owner INT REFERENCES owner ON DELETE CASCADE, name TEXT, age INT);
CREATE TABLE toy (pet INT REFERENCES pet (id), what TEXT);
INSERT INTO owner VALUES (1, 'a');
INSERT INTO pet VALUES (1, 1, 'x', 3), (2, 99, 'orphan', 4);
INSERT INTO toy VALUES (1, 'ball'), (77, 'lost'), (NULL, 'free');
