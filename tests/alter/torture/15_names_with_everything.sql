-- Names with spaces, quotes, dots, brackets, semicolons and nothing in them
CREATE TABLE "a table; with ""quotes""" ("a column" INTEGER, "it's" TEXT, "x.y" REAL, "" BLOB, "a""b" INT CHECK ("a""b" < 100), "c]d" TEXT);
CREATE INDEX "an index; too" ON "a table; with ""quotes""" ("it's", "a column" DESC);
CREATE VIEW "the view" AS SELECT "it's" AS "don't", "x.y" FROM "a table; with ""quotes""";
INSERT INTO "a table; with ""quotes""" VALUES (1, 'don''t', 1.5, x'01', 3, 'e'), (NULL, '"', NULL, NULL, NULL, ']');
