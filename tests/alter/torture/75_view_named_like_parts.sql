-- Views, indexes and triggers whose names and columns begin with the table's name, in other cases
CREATE TABLE Item (Id INTEGER PRIMARY KEY, item TEXT, Item_id INT, ITEM_2 REAL);
CREATE TABLE item_2 (item INT REFERENCES ITEM (ID), Id INT);
CREATE VIEW ItemS AS SELECT item.ITEM AS item, i.id FROM ITEM AS i JOIN item ON item.id = i.ID;
CREATE TRIGGER Item_item AFTER UPDATE OF ITEM ON item BEGIN UPDATE ITEM_2 SET id = NEW.Id WHERE item_2.item = new.ID; END;
CREATE INDEX Item_Idx ON iTEM (ITEM, item_id);
INSERT INTO item VALUES (1, 'a', 2, 3.5), (2, NULL, NULL, NULL);
INSERT INTO item_2 VALUES (1, 1), (NULL, 2);
