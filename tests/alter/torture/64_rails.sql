-- In the manner of Rails: constraints named fk_rails_, everything on one line
CREATE TABLE IF NOT EXISTS "authors" ("id" integer PRIMARY KEY AUTOINCREMENT NOT NULL, "name" varchar, "admin" boolean DEFAULT 0 NOT NULL, "created_at" datetime(6) NOT NULL, "updated_at" datetime(6) NOT NULL);
CREATE TABLE IF NOT EXISTS "articles" ("id" integer PRIMARY KEY AUTOINCREMENT NOT NULL, "author_id" integer NOT NULL, "title" varchar(120) DEFAULT 'Untitled' NOT NULL COLLATE "NOCASE", "price" decimal(8,2), "lock_version" bigint DEFAULT 0, CONSTRAINT "fk_rails_e74ce85cbc" FOREIGN KEY ("author_id") REFERENCES "authors" ("id"), CONSTRAINT price_check CHECK (price > 0));
CREATE UNIQUE INDEX "index_articles_on_author_id_and_title" ON "articles" ("author_id", "title") /*application='Blog'*/;
CREATE INDEX "index_authors_on_name" ON "authors" ("name");
CREATE TABLE "schema_migrations" ("version" varchar NOT NULL PRIMARY KEY);
CREATE TABLE "ar_internal_metadata" ("key" varchar NOT NULL PRIMARY KEY, "value" varchar, "created_at" datetime(6) NOT NULL, "updated_at" datetime(6) NOT NULL);
INSERT INTO authors VALUES (1, 'A', 1, '2025-01-01', '2025-01-02'), (4, NULL, 0, '2025-01-03', '2025-01-03');
INSERT INTO articles VALUES (1, 1, 'One', 9.99, 0), (2, 4, 'Two', NULL, 3);
INSERT INTO schema_migrations VALUES ('20250101000000');
INSERT INTO ar_internal_metadata VALUES ('environment', 'test', '2025-01-01', '2025-01-01');
