-- Strings in double quotes, where no column has that name
CREATE TABLE dq (id INTEGER PRIMARY KEY, state TEXT DEFAULT "open" CHECK (state IN ("open", "closed", 'id')), n INT);
CREATE VIEW dq_open AS SELECT id, "label" AS what FROM dq WHERE state = "open";
CREATE INDEX dq_state ON dq (state) WHERE state <> 'closed';
CREATE TRIGGER dq_au AFTER UPDATE OF n ON dq WHEN new.state = "open" BEGIN UPDATE dq SET n = 0 WHERE id = new.id AND n < 0; END;
INSERT INTO dq VALUES (1, 'open', 1), (2, 'closed', 2), (3, 'id', NULL);
