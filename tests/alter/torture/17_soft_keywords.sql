-- Words that are keywords in one place and names in another, without quotes
CREATE TABLE key (action TEXT, cascade INT, "no" TEXT, row INT DEFAULT 1, rows TEXT, virtual INT, stored TEXT, generated INT, always INT, replace TEXT, match TEXT, strict INT, without INT, end INT);
INSERT INTO key VALUES ('a', 1, 'n', 2, 'r', 3, 's', 4, 5, 're', 'm', 6, 7, 8), (NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL);
CREATE INDEX abort ON key (action, cascade);
