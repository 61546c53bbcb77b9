-- A full-text index over a table, kept by triggers
CREATE TABLE post (id INTEGER PRIMARY KEY, title TEXT, body TEXT, views INT DEFAULT 0);
CREATE VIRTUAL TABLE post_fts USING fts5(title, body, content='post', content_rowid='id');
CREATE TRIGGER post_ai AFTER INSERT ON post BEGIN INSERT INTO post_fts (rowid, title, body) VALUES (new.id, new.title, new.body); END;
CREATE TRIGGER post_ad AFTER DELETE ON post BEGIN INSERT INTO post_fts (post_fts, rowid, title, body) VALUES ('delete', old.id, old.title, old.body); END;
CREATE TRIGGER post_au AFTER UPDATE ON post BEGIN
    INSERT INTO post_fts (post_fts, rowid, title, body) VALUES ('delete', old.id, old.title, old.body);
    INSERT INTO post_fts (rowid, title, body) VALUES (new.id, new.title, new.body);
END;
INSERT INTO post (title, body) VALUES ('hello', 'the world'), ('bye', 'the moon');
