-- Triggers of every kind: BEFORE, AFTER, OF columns, WHEN, each RAISE, several statements
CREATE TABLE acct (id INTEGER PRIMARY KEY, bal INT NOT NULL DEFAULT 0, note TEXT);
CREATE TABLE audit (acct INT, was INT, now INT, at TEXT DEFAULT CURRENT_TIMESTAMP);
CREATE TRIGGER a1 BEFORE INSERT ON acct WHEN new.bal < 0 BEGIN SELECT RAISE(ABORT, 'no; debts'); END;
CREATE TRIGGER a2 AFTER UPDATE OF bal, note ON acct FOR EACH ROW WHEN old.bal IS NOT new.bal BEGIN
    INSERT INTO audit (acct, was, now) VALUES (old.id, old.bal, new.bal); -- every change
    UPDATE acct SET note = CASE WHEN new.bal > 10 THEN 'rich' ELSE note END WHERE id = new.id;
END;
CREATE TRIGGER a3 BEFORE DELETE ON acct BEGIN SELECT CASE WHEN old.bal > 0 THEN RAISE(FAIL, 'not empty') END; DELETE FROM audit WHERE acct = old.id; END;
CREATE TRIGGER a4 BEFORE UPDATE OF id ON acct BEGIN SELECT RAISE(ROLLBACK, 'never'); END;
CREATE TRIGGER a5 AFTER INSERT ON audit WHEN new.was = new.now BEGIN SELECT RAISE(IGNORE); END;
INSERT INTO acct VALUES (1, 5, 'a'), (2, 0, NULL);
UPDATE acct SET bal = 11 WHERE id = 1;
