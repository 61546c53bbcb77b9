-- In the manner of Django: quoted lower-case types, deferred keys, long index names
CREATE TABLE "clinic_ward" ("id" integer NOT NULL PRIMARY KEY AUTOINCREMENT, "name" varchar(100) NOT NULL UNIQUE, "slug" varchar(50) NOT NULL, "beds" integer unsigned NOT NULL CHECK ("beds" >= 0), "open" bool NOT NULL);
CREATE TABLE "clinic_stay" ("id" integer NOT NULL PRIMARY KEY AUTOINCREMENT, "begun" datetime NOT NULL, "ended" datetime NULL, "data" text NULL CHECK ((JSON_VALID("data") OR "data" IS NULL)), "ward_id" bigint NOT NULL REFERENCES "clinic_ward" ("id") DEFERRABLE INITIALLY DEFERRED, CONSTRAINT "one_stay" UNIQUE ("ward_id", "begun"), CONSTRAINT "ended_after_begun" CHECK (("ended" IS NULL OR "ended" > ("begun"))));
CREATE INDEX "clinic_ward_slug_3a1b2c4d" ON "clinic_ward" ("slug");
CREATE INDEX "clinic_stay_ward_id_9f8e7d6c" ON "clinic_stay" ("ward_id");
CREATE UNIQUE INDEX "one_open_stay" ON "clinic_stay" ("ward_id") WHERE "ended" IS NULL;
INSERT INTO "clinic_ward" VALUES (1, 'North', 'north', 12, 1), (2, 'South', 'south', 0, 0);
INSERT INTO "clinic_stay" VALUES (1, '2025-01-01 00:00:00', '2025-01-03 00:00:00', '{"a": 1}', 1), (2, '2025-02-01 00:00:00', NULL, NULL, 1), (3, '2025-02-01 00:00:00', NULL, '[]', 2);
