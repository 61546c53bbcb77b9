-- Names written as strings
CREATE TABLE 'people' ('id' INTEGER PRIMARY KEY, 'name' TEXT NOT NULL, 'age' INT DEFAULT 'old', CONSTRAINT 'positive' CHECK (age <> -1));
CREATE INDEX 'by name' ON 'people' ('name');
CREATE VIEW 'names' AS SELECT name FROM 'people';
INSERT INTO people VALUES (1, 'a', 1), (2, 'b', 'old'), (3, 'c', NULL);
