package tests.postgres.objects;

import java.util.List;
import java.util.stream.Stream;

/** Pairs of schemas that differ in something that is not a table, or in a table that something needs. */
final class ObjectPairs {
    private static final String WARD = """
            CREATE TABLE ward (id integer PRIMARY KEY, name text NOT NULL, beds integer);
            INSERT INTO ward VALUES (1, 'West', 12);
            """;

    private ObjectPairs() {
    }

    /** Two schemas, each as the statements that make it, with rows perhaps. */
    record Pair(String name, String from, String to) {
        @Override
        public String toString() {
            return name;
        }
    }

    static List<Pair> all() {
        return Stream.of(ALL.split("(?m)^== ")).filter(it -> !it.isBlank()).map(it -> {
            var name = it.lines().findFirst().orElseThrow();
            var texts = it.substring(name.length()).replace("WARD;", WARD).split("~~", -1);
            return new Pair(name, texts[0], texts[1]);
        }).toList();
    }

    private static final String ALL = """
            == everything of nothing
            ~~
            CREATE EXTENSION citext;
            CREATE TYPE mood AS ENUM ('sad', 'it''s \\ fine');
            COMMENT ON TYPE mood IS 'How they "feel"';
            CREATE DOMAIN share AS numeric(5, 2) DEFAULT 0 CONSTRAINT low CHECK (VALUE >= 0);
            COMMENT ON CONSTRAINT low ON DOMAIN share IS 'Not less';
            CREATE TYPE address AS (street text, "No" integer, feel mood);
            COMMENT ON COLUMN address."No" IS 'Of the house';
            CREATE SEQUENCE file_no AS integer START WITH 100 INCREMENT BY 10 CYCLE;
            COMMENT ON SEQUENCE file_no IS 'Files';
            CREATE FUNCTION is_name(n text) RETURNS boolean LANGUAGE sql IMMUTABLE AS $$ SELECT n <> ''; $$;
            CREATE TABLE ward (id integer PRIMARY KEY DEFAULT nextval('file_no'), name citext CHECK (is_name(name)),
                feel mood DEFAULT 'sad', fill share, at address);
            CREATE INDEX by_address ON ward (is_name(name)) WHERE feel = 'sad';
            CREATE FUNCTION big(minimum integer DEFAULT 3) RETURNS SETOF ward LANGUAGE sql AS $f$
                SELECT * FROM ward WHERE id > minimum; $f$;
            CREATE FUNCTION big(minimum text) RETURNS bigint LANGUAGE sql BEGIN ATOMIC
                SELECT count(*) FROM ward WHERE name = minimum; END;
            COMMENT ON FUNCTION big(text) IS 'How many';
            CREATE PROCEDURE tidy(INOUT n integer) LANGUAGE plpgsql AS $$ BEGIN DELETE FROM ward; END; $$;
            CREATE VIEW "Sad wards" WITH (security_barrier) AS SELECT id, name FROM ward WHERE feel = 'sad'
                WITH LOCAL CHECK OPTION;
            ALTER VIEW "Sad wards" ALTER COLUMN name SET DEFAULT 'none';
            COMMENT ON VIEW "Sad wards" IS 'Those that are sad';
            COMMENT ON COLUMN "Sad wards".id IS 'Which';
            CREATE VIEW a_first AS SELECT id, (SELECT count(*) FROM big(2)) FROM "Sad wards";
            CREATE RULE nothing AS ON DELETE TO a_first DO INSTEAD NOTHING;
            CREATE MATERIALIZED VIEW counts AS SELECT name, count(*) AS n FROM ward GROUP BY name;
            CREATE UNIQUE INDEX counts_key ON counts (name);
            COMMENT ON INDEX counts_key IS 'One each';
            COMMENT ON MATERIALIZED VIEW counts IS 'How many';
            CREATE FUNCTION touch() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RETURN NEW; END; $$;
            CREATE TRIGGER touch BEFORE UPDATE OF name ON ward FOR EACH ROW WHEN (NEW.id > 3) EXECUTE FUNCTION touch();
            COMMENT ON TRIGGER touch ON ward IS 'Touches';
            ALTER TABLE ward ENABLE ALWAYS TRIGGER touch;
            CREATE TRIGGER touch INSTEAD OF INSERT ON a_first FOR EACH ROW EXECUTE FUNCTION touch();
            CREATE CONSTRAINT TRIGGER late AFTER INSERT ON ward DEFERRABLE INITIALLY DEFERRED FOR EACH ROW
                EXECUTE FUNCTION touch();
            ALTER TABLE ward ENABLE ROW LEVEL SECURITY;
            CREATE POLICY mine ON ward AS RESTRICTIVE FOR UPDATE TO postgres USING (id > 1) WITH CHECK (id < 9);
            CREATE POLICY seen ON ward FOR SELECT USING (is_name(name));
            COMMENT ON POLICY seen ON ward IS 'With a name';
            == values of an enum
            CREATE TYPE mood AS ENUM ('b', 'd');
            CREATE TABLE ward (id integer, feel mood DEFAULT 'b', all_of mood[] DEFAULT '{b}');
            CREATE VIEW v AS SELECT feel FROM ward WHERE feel = 'd';
            INSERT INTO ward VALUES (1, 'd', '{b,d}');
            ~~
            CREATE TYPE mood AS ENUM ('a', 'b', 'c', 'd', 'e', 'f');
            CREATE TABLE ward (id integer, feel mood DEFAULT 'b', all_of mood[] DEFAULT '{b}');
            CREATE VIEW v AS SELECT feel FROM ward WHERE feel = 'd';
            == a new value of an enum is used at once
            CREATE TYPE mood AS ENUM ('b');
            CREATE TABLE ward (id integer, feel mood DEFAULT 'b');
            INSERT INTO ward VALUES (1, 'b');
            ~~
            CREATE TYPE mood AS ENUM ('b', 'c');
            CREATE TABLE ward (id integer, feel mood DEFAULT 'c');
            CREATE VIEW v AS SELECT id FROM ward WHERE feel = 'c';
            == an enum that much needs loses a value
            CREATE TYPE mood AS ENUM ('a', 'b', 'gone');
            CREATE DOMAIN feeling AS mood DEFAULT 'a';
            CREATE TYPE pair AS (m mood, n mood);
            CREATE TABLE kind (feel mood PRIMARY KEY);
            CREATE TABLE ward (id integer, feel mood DEFAULT 'a' REFERENCES kind, how feeling, "P" pair,
                CONSTRAINT ok CHECK (feel <> 'b'), CONSTRAINT over CHECK (feel <> 'gone'));
            CREATE INDEX few ON ward (id) WHERE feel = 'a';
            CREATE INDEX out_of_use ON ward (id) WHERE feel = 'gone';
            CREATE FUNCTION likes(m mood) RETURNS boolean LANGUAGE sql AS $$ SELECT m = 'a'; $$;
            CREATE VIEW v AS SELECT feel, likes(feel) AS l FROM ward;
            CREATE MATERIALIZED VIEW m AS SELECT how FROM ward;
            INSERT INTO kind VALUES ('a'), ('b');
            INSERT INTO ward VALUES (1, 'a', 'b', ROW('a', 'b'));
            ~~
            CREATE TYPE mood AS ENUM ('b', 'a');
            CREATE DOMAIN feeling AS mood DEFAULT 'a';
            CREATE TYPE pair AS (m mood, n mood);
            CREATE TABLE kind (feel mood PRIMARY KEY);
            CREATE TABLE ward (id integer, feel mood DEFAULT 'a' REFERENCES kind, how feeling, "P" pair,
                CONSTRAINT ok CHECK (feel <> 'b'));
            CREATE INDEX few ON ward (id) WHERE feel = 'a';
            CREATE FUNCTION likes(m mood) RETURNS boolean LANGUAGE sql AS $$ SELECT m = 'a'; $$;
            CREATE VIEW v AS SELECT feel, likes(feel) AS l FROM ward;
            CREATE MATERIALIZED VIEW m AS SELECT how FROM ward;
            == an enum becomes a domain
            CREATE TYPE mood AS ENUM ('a', 'b');
            CREATE TABLE ward (id integer, feel mood DEFAULT 'a');
            INSERT INTO ward VALUES (1, 'a');
            ~~
            CREATE DOMAIN mood AS text CHECK (VALUE IN ('a', 'b'));
            CREATE TABLE ward (id integer, feel mood DEFAULT 'a');
            == a type goes with its column
            CREATE TYPE mood AS ENUM ('a');
            CREATE DOMAIN share AS integer;
            CREATE SEQUENCE counts;
            CREATE FUNCTION f(n integer) RETURNS boolean LANGUAGE sql IMMUTABLE AS 'SELECT n > 1';
            CREATE TABLE ward (id integer DEFAULT nextval('counts'), feel mood, s share, CHECK (f(id)));
            CREATE VIEW v AS SELECT s FROM ward;
            ~~
            CREATE TABLE ward (id integer);
            == domains
            CREATE DOMAIN share AS integer DEFAULT 1 CONSTRAINT low CHECK (VALUE > 0) CONSTRAINT odd CHECK (VALUE <> 7);
            COMMENT ON DOMAIN share IS 'A';
            COMMENT ON CONSTRAINT low ON DOMAIN share IS 'Low';
            CREATE TABLE ward (id integer, s share);
            CREATE VIEW v AS SELECT s FROM ward;
            INSERT INTO ward VALUES (1, 3);
            ~~
            CREATE DOMAIN share AS integer DEFAULT 2 NOT NULL CONSTRAINT low CHECK (VALUE > 1)
                CONSTRAINT "Top" CHECK (VALUE < 9);
            COMMENT ON CONSTRAINT low ON DOMAIN share IS 'Low';
            COMMENT ON CONSTRAINT "Top" ON DOMAIN share IS 'Top';
            CREATE TABLE ward (id integer, s share);
            CREATE VIEW v AS SELECT s FROM ward;
            == the type under a domain
            CREATE DOMAIN share AS integer CHECK (VALUE > 0);
            CREATE TABLE ward (id integer, s share DEFAULT 4, CHECK (s < 9));
            CREATE VIEW v AS SELECT s + 1 AS t FROM ward;
            INSERT INTO ward VALUES (1, 3);
            ~~
            CREATE DOMAIN share AS numeric(8, 2) CHECK (VALUE > 0);
            CREATE TABLE ward (id integer, s share DEFAULT 4, CHECK (s < 9));
            CREATE VIEW v AS SELECT s + 1 AS t FROM ward;
            == composite types
            CREATE TYPE address AS (street text, "No" integer, old text);
            CREATE TYPE point3 AS (x integer);
            COMMENT ON TYPE address IS 'A';
            ~~
            CREATE TYPE address AS (street varchar(80), "No" integer, city text);
            CREATE TYPE point3 AS (w integer, x integer);
            COMMENT ON COLUMN address.city IS 'B';
            == sequences
            CREATE SEQUENCE a;
            CREATE SEQUENCE b AS smallint MAXVALUE 9 CYCLE;
            COMMENT ON SEQUENCE b IS 'B';
            ~~
            CREATE SEQUENCE a INCREMENT BY -2 MINVALUE -50 MAXVALUE 40 START WITH 1 CACHE 5;
            CREATE SEQUENCE b AS integer;
            COMMENT ON SEQUENCE b IS 'C';
            == functions that can be replaced
            WARD;
            CREATE FUNCTION f(n integer) RETURNS integer LANGUAGE sql IMMUTABLE AS 'SELECT n';
            CREATE VIEW v AS SELECT f(id) AS f FROM ward;
            CREATE PROCEDURE p(n integer) LANGUAGE plpgsql AS $$ BEGIN NULL; END $$;
            COMMENT ON FUNCTION f(integer) IS 'F';
            ~~
            CREATE TABLE ward (id integer PRIMARY KEY, name text NOT NULL, beds integer, rooms integer);
            CREATE FUNCTION f(n integer) RETURNS integer LANGUAGE sql STABLE AS 'SELECT max(rooms) + n FROM ward';
            CREATE VIEW v AS SELECT f(id) AS f FROM ward;
            CREATE PROCEDURE p(n integer) LANGUAGE plpgsql AS $$ BEGIN n := 2; END $$;
            == functions that cannot be replaced
            CREATE FUNCTION f(n integer) RETURNS integer LANGUAGE sql IMMUTABLE AS 'SELECT n';
            CREATE FUNCTION "G"(n integer DEFAULT 1) RETURNS integer LANGUAGE sql AS 'SELECT n';
            CREATE TABLE ward (id integer DEFAULT f(3), beds integer, CHECK (f(beds) > 0));
            CREATE INDEX by_f ON ward (f(beds));
            INSERT INTO ward VALUES (1, 2);
            CREATE VIEW v AS SELECT f(id)::text AS f FROM ward;
            CREATE POLICY few ON ward USING (f(id) > 0);
            ~~
            CREATE FUNCTION f(m integer) RETURNS bigint LANGUAGE sql IMMUTABLE AS 'SELECT m::bigint';
            CREATE FUNCTION "G"(n integer) RETURNS integer LANGUAGE sql AS 'SELECT n';
            CREATE TABLE ward (id integer DEFAULT f(3), beds integer, CHECK (f(beds) > 0));
            CREATE INDEX by_f ON ward (f(beds));
            CREATE VIEW v AS SELECT f(id)::text AS f FROM ward;
            CREATE POLICY few ON ward USING (f(id) > 0);
            == overloads, and what is a procedure from now on
            CREATE FUNCTION f(n integer) RETURNS integer LANGUAGE sql AS 'SELECT n';
            CREATE FUNCTION f(n text) RETURNS text LANGUAGE sql AS 'SELECT n';
            CREATE FUNCTION g(n integer) RETURNS integer LANGUAGE sql AS 'SELECT n';
            ~~
            CREATE FUNCTION f(n bigint) RETURNS integer LANGUAGE sql AS 'SELECT n::integer';
            CREATE FUNCTION f(n text) RETURNS text LANGUAGE sql AS 'SELECT n || n';
            CREATE PROCEDURE g(n integer) LANGUAGE sql AS 'SELECT n';
            == a view that gets another column behind
            WARD;
            CREATE VIEW v AS SELECT id FROM ward;
            CREATE VIEW w AS SELECT id FROM v;
            COMMENT ON VIEW v IS 'V';
            ~~
            CREATE TABLE ward (id integer PRIMARY KEY, name text NOT NULL, beds integer, rooms integer);
            CREATE VIEW v WITH (security_barrier) AS SELECT id, name, rooms FROM ward;
            CREATE VIEW w AS SELECT id FROM v;
            COMMENT ON COLUMN v.name IS 'Name';
            == a column that a chain of views reads gets another type
            WARD;
            CREATE VIEW z AS SELECT id, beds FROM ward;
            CREATE VIEW a AS SELECT beds FROM z;
            CREATE MATERIALIZED VIEW m AS SELECT beds FROM a;
            CREATE INDEX by_beds ON m (beds);
            CREATE VIEW unconcerned AS SELECT id, name FROM ward;
            CREATE FUNCTION touch() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RETURN NEW; END; $$;
            CREATE TRIGGER by_view INSTEAD OF UPDATE ON a FOR EACH ROW EXECUTE FUNCTION touch();
            CREATE TRIGGER "When" BEFORE UPDATE ON ward FOR EACH ROW WHEN (NEW.beds > 3) EXECUTE FUNCTION touch();
            CREATE TRIGGER of_beds BEFORE UPDATE OF beds ON ward FOR EACH ROW EXECUTE FUNCTION touch();
            CREATE POLICY "Own" ON ward USING (beds > 2);
            CREATE FUNCTION many() RETURNS bigint LANGUAGE sql BEGIN ATOMIC SELECT sum(beds) FROM ward; END;
            CREATE RULE quiet AS ON DELETE TO z DO INSTEAD NOTHING;
            ~~
            CREATE TABLE ward (id integer PRIMARY KEY, name text NOT NULL, beds bigint);
            CREATE VIEW z AS SELECT id, beds FROM ward;
            CREATE VIEW a AS SELECT beds FROM z;
            CREATE MATERIALIZED VIEW m AS SELECT beds FROM a;
            CREATE INDEX by_beds ON m (beds);
            CREATE VIEW unconcerned AS SELECT id, name FROM ward;
            CREATE FUNCTION touch() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RETURN NEW; END; $$;
            CREATE TRIGGER by_view INSTEAD OF UPDATE ON a FOR EACH ROW EXECUTE FUNCTION touch();
            CREATE TRIGGER "When" BEFORE UPDATE ON ward FOR EACH ROW WHEN (NEW.beds > 3) EXECUTE FUNCTION touch();
            CREATE TRIGGER of_beds BEFORE UPDATE OF beds ON ward FOR EACH ROW EXECUTE FUNCTION touch();
            CREATE POLICY "Own" ON ward USING (beds > 2);
            CREATE FUNCTION many() RETURNS bigint LANGUAGE sql BEGIN ATOMIC SELECT sum(beds) FROM ward; END;
            CREATE RULE quiet AS ON DELETE TO z DO INSTEAD NOTHING;
            == a view lets go of a column, of a view and of a table
            WARD;
            CREATE TABLE house (id integer);
            CREATE VIEW old AS SELECT id FROM ward;
            CREATE VIEW v AS SELECT w.id, w.beds FROM ward w JOIN house USING (id) JOIN old USING (id);
            ~~
            CREATE TABLE ward (id integer PRIMARY KEY, name text NOT NULL);
            CREATE VIEW v AS SELECT id, 3 AS beds FROM ward;
            == a view that groups by a key that is another one
            CREATE TABLE ward (id integer, no integer, name text, CONSTRAINT key PRIMARY KEY (id));
            CREATE VIEW v AS SELECT id, name, count(*) AS n FROM ward GROUP BY id;
            ~~
            CREATE TABLE ward (id integer, no integer, name text, CONSTRAINT key PRIMARY KEY (no));
            CREATE VIEW v AS SELECT no AS id, name, count(*) AS n FROM ward GROUP BY no;
            == views and tables change places
            CREATE TABLE a (id integer);
            CREATE VIEW b AS SELECT id FROM a;
            CREATE VIEW c AS SELECT 1 AS id;
            ~~
            CREATE TABLE b (id integer);
            CREATE VIEW a AS SELECT id FROM b;
            CREATE MATERIALIZED VIEW c AS SELECT 1 AS id;
            == materialized views
            WARD;
            CREATE MATERIALIZED VIEW m AS SELECT id, name FROM ward;
            CREATE INDEX i ON m (id);
            CREATE INDEX j ON m (name);
            COMMENT ON INDEX i IS 'I';
            CREATE MATERIALIZED VIEW n AS SELECT id FROM m;
            ~~
            WARD;
            CREATE MATERIALIZED VIEW m AS SELECT id, name FROM ward;
            CREATE UNIQUE INDEX i ON m (id);
            COMMENT ON INDEX i IS 'I';
            COMMENT ON MATERIALIZED VIEW m IS 'M';
            CREATE MATERIALIZED VIEW n AS SELECT id, name FROM m;
            == triggers and policies
            WARD;
            CREATE FUNCTION touch() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RETURN NEW; END; $$;
            CREATE TRIGGER a BEFORE INSERT ON ward FOR EACH ROW EXECUTE FUNCTION touch();
            CREATE TRIGGER b AFTER INSERT ON ward EXECUTE FUNCTION touch();
            ALTER TABLE ward DISABLE TRIGGER b;
            CREATE POLICY p ON ward FOR SELECT USING (id > 1);
            ALTER TABLE ward ENABLE ROW LEVEL SECURITY;
            ~~
            WARD;
            CREATE FUNCTION touch() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RETURN NULL; END; $$;
            CREATE TRIGGER a BEFORE INSERT OR DELETE ON ward FOR EACH ROW EXECUTE FUNCTION touch();
            COMMENT ON TRIGGER a ON ward IS 'A';
            CREATE TRIGGER b AFTER INSERT ON ward EXECUTE FUNCTION touch();
            CREATE POLICY p ON ward FOR SELECT TO postgres USING (id > 2);
            CREATE POLICY q ON ward FOR INSERT WITH CHECK (id > 2);
            ALTER TABLE ward ENABLE ROW LEVEL SECURITY;
            """;
}
