-- Two tables that refer to each other
CREATE TABLE head (id INTEGER PRIMARY KEY, best INT REFERENCES member (id) ON DELETE SET NULL, title TEXT);
CREATE TABLE member (id INTEGER PRIMARY KEY, head INT NOT NULL REFERENCES head (id) ON DELETE CASCADE, nick TEXT UNIQUE);
INSERT INTO head VALUES (1, 2, 'x'), (2, NULL, 'y');
INSERT INTO member VALUES (1, 1, 'm'), (2, 1, 'n'), (3, 2, NULL);
