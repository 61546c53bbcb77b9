-- Numbers of the application in the header
PRAGMA application_id = 1380270930;
PRAGMA user_version = -7;
PRAGMA default_cache_size = 500;
CREATE TABLE app (id INTEGER PRIMARY KEY, a TEXT, b INT);
INSERT INTO app VALUES (1, 'a', 1);
