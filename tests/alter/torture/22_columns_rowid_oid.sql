-- Two of the three names of the rowid are taken
CREATE TABLE r2 (oid INT, "_rowid_" TEXT, v INT);
INSERT INTO r2 (rowid, oid, _rowid_, v) VALUES (3, 30, 'c', 1), (9, 10, 'a', 2);
CREATE TRIGGER r2_au AFTER UPDATE OF oid ON r2 WHEN new.rowid > 5 BEGIN UPDATE r2 SET v = v + 1 WHERE rowid = new.rowid; END;
