-- A text of several hundred tokens, made of everything
CREATE TABLE "hospital_result" (
    "id" INTEGER NOT NULL CONSTRAINT "pk_result" PRIMARY KEY AUTOINCREMENT,
    "patient_id" INTEGER NOT NULL CONSTRAINT "fk_patient" REFERENCES "subject" ("id") ON DELETE RESTRICT ON UPDATE CASCADE DEFERRABLE INITIALLY DEFERRED, -- who
    "ordered_at" TIMESTAMP NOT NULL DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) CHECK ("ordered_at" LIKE '____-__-__%'), -- when
    "loinc" VARCHAR(10) COLLATE NOCASE NOT NULL CHECK (length("loinc") BETWEEN 1 AND 10 AND "loinc" NOT GLOB '*[^0-9A-Za-z-]*'),
    "value" NUMERIC(12, 4) CHECK ("value" IS NULL OR typeof("value") IN ('integer', 'real')),
    "unit" VARCHAR(20) DEFAULT 'mmol/l' CHECK (CASE WHEN "value" IS NULL THEN 1 ELSE "unit" IS NOT NULL END),
    "low" REAL, "high" REAL,
    "flag" TEXT GENERATED ALWAYS AS (CASE WHEN "value" < "low" THEN 'L' WHEN "value" > "high" THEN 'H' ELSE '' END) STORED,
    "text" TEXT NOT NULL DEFAULT '' /* what the laboratory wrote; may contain anything ( even ) */,
    "status" TEXT NOT NULL DEFAULT 'final' CHECK ("status" IN ('ordered', 'partial', 'final', 'corrected', 'cancelled')),
    "corrects" INTEGER UNIQUE REFERENCES "hospital_result" ON DELETE SET NULL,
    "json" TEXT CHECK (json_valid("json")),
    "day" TEXT AS (substr("ordered_at", 1, 10)) VIRTUAL,
    CONSTRAINT "uq_order" UNIQUE ("patient_id", "ordered_at", "loinc" COLLATE NOCASE) ON CONFLICT ABORT,
    CONSTRAINT "ck_range" CHECK ("low" IS NULL OR "high" IS NULL OR "low" <= "high"),
    CONSTRAINT "ck_corrects" CHECK (("corrects" IS NULL) = ("status" <> 'corrected')),
    CHECK (("value" IS NOT NULL) OR ("text" <> '') OR "status" IN ('ordered', 'cancelled')),
    FOREIGN KEY ("loinc") REFERENCES "loinc_code" ("code") MATCH PARTIAL ON UPDATE CASCADE NOT DEFERRABLE
);
CREATE TABLE "subject" ("id" INTEGER PRIMARY KEY, "mrn" TEXT NOT NULL UNIQUE);
CREATE TABLE "loinc_code" ("code" TEXT COLLATE NOCASE PRIMARY KEY, "name") WITHOUT ROWID;
CREATE INDEX "result_day" ON "hospital_result" ("day", "flag") WHERE "status" <> 'cancelled';
CREATE VIEW "abnormal" AS SELECT r."id", s."mrn", r."flag" FROM "hospital_result" AS r JOIN "subject" AS s ON s."id" = r."patient_id" WHERE r."flag" <> '';
INSERT INTO "subject" VALUES (1, 'A1'), (2, 'B2');
INSERT INTO "loinc_code" VALUES ('718-7', 'Hemoglobin'), ('2345-7', 'Glucose');
INSERT INTO "hospital_result" ("id", "patient_id", "ordered_at", "loinc", "value", "low", "high") VALUES (1, 1, '2025-06-04T07:31:45Z', '718-7', 9.25, 12, 16), (5, 2, '2025-06-04T08:00:00Z', '2345-7', 5, 3.9, 5.6);
INSERT INTO "hospital_result" ("patient_id", "ordered_at", "loinc", "text", "status", "corrects") VALUES (1, '2025-06-05T07:31:45Z', '718-7', 'see above', 'corrected', 1);
