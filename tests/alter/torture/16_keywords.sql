-- Keywords for names
CREATE TABLE "order" ("select" INTEGER PRIMARY KEY, "from" TEXT DEFAULT 'here', "group" INT, "check" REAL CHECK ("check" >= 0), "table" TEXT);
CREATE TABLE "where" ("order" INT REFERENCES "order" ("select"), "primary" TEXT, "default" INT DEFAULT 3);
CREATE UNIQUE INDEX "unique" ON "order" ("group");
CREATE TRIGGER "trigger" AFTER UPDATE OF "group" ON "order" BEGIN UPDATE "where" SET "default" = new."group" WHERE "order" = new."select"; END;
INSERT INTO "order" VALUES (1, 'a', 1, 0.5, 't'), (2, 'b', 2, NULL, NULL);
INSERT INTO "where" VALUES (1, 'p', 4), (2, NULL, NULL);
