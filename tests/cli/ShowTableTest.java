package tests.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tests.Project;

class ShowTableTest {
    @TempDir
    Path folder;
    private Project project;

    @BeforeEach
    void upgrade() {
        project = new Project(folder).script("a", "", """
                CREATE TABLE role (id INTEGER PRIMARY KEY);
                CREATE TABLE "user" (
                    id INTEGER PRIMARY KEY, -- the key
                    email TEXT NOT NULL UNIQUE,
                    age INTEGER CONSTRAINT grown CHECK (age >= 18),
                    role INTEGER REFERENCES role (id),
                    boss INTEGER REFERENCES "user",
                    CHECK (age < 150),
                    CHECK (age > 0 OR email <> '')
                );
                CREATE INDEX by_age ON "user" (age);
                CREATE TABLE note (by INTEGER REFERENCES "USER" (id));
                CREATE TRIGGER kept BEFORE DELETE ON "user" BEGIN SELECT 1; END;
                CREATE TRIGGER counted AFTER INSERT ON note BEGIN UPDATE [user] SET age = age + 1; END;
                CREATE VIEW grown_up AS SELECT * FROM `User`;
                CREATE VIEW other AS SELECT 'users';
                INSERT INTO "user" (id, email, age) VALUES (1, 'a', 20), (2, 'b', 30);
                """, "");
        assertEquals(0, project.migrate("upgrade").exitCode());
    }

    @Test
    void everythingThatBelongsToATableIsShown() {
        var result = project.migrate("show-table", "USER", "--json");
        var json = result.json();
        assertEquals(0, result.exitCode(), result.out());
        assertEquals("user", json.get("table").getAsString());
        assertTrue(json.get("text").getAsString().contains("-- the key"), result.out());
        var constraints = new ArrayList<String>();
        json.getAsJsonArray("constraints").forEach(it -> constraints.add(it.getAsJsonObject().get("kind").getAsString()
                + " " + it.getAsJsonObject().get("name").getAsString() + " "
                + it.getAsJsonObject().get("implied").getAsBoolean()));
        assertEquals(List.of("PRIMARY KEY user_pkey true", "NOT NULL user_email_not_null true",
                "UNIQUE user_email_key true", "CHECK grown false", "FOREIGN KEY user_role_fkey true",
                "FOREIGN KEY user_boss_fkey true", "CHECK user_age_check true", "CHECK user_check true"), constraints);
        assertEquals("CHECK (age < 150)", json.getAsJsonArray("constraints").get(6).getAsJsonObject().get("text")
                .getAsString());
        assertEquals(List.of("sqlite_autoindex_user_1", "by_age"), names(json, "indexes"));
        assertTrue(json.getAsJsonArray("indexes").get(0).getAsJsonObject().get("text").isJsonNull());
        assertEquals(List.of("kept", "counted"), names(json, "triggers"));
        assertEquals(List.of("grown_up"), names(json, "views"));
        assertEquals(List.of("role [\"role\"] [\"id\"]", "user [\"boss\"] []"), keys(json, "keysFrom", "parent"));
        assertEquals(List.of("user [\"boss\"] []", "note [\"by\"] [\"id\"]"), keys(json, "keysTo", "table"));
        assertEquals(2, json.get("rows").getAsInt());
    }

    private static List<String> names(com.google.gson.JsonObject json, String field) {
        return json.getAsJsonArray(field).asList().stream().map(it -> it.getAsJsonObject().get("name").getAsString())
                .toList();
    }

    private static List<String> keys(com.google.gson.JsonObject json, String field, String table) {
        return json.getAsJsonArray(field).asList().stream().map(it -> it.getAsJsonObject())
                .map(it -> it.get(table).getAsString() + " " + it.get("columns") + " " + it.get("parentColumns"))
                .toList();
    }

    @Test
    void peopleReadTheSame() {
        var out = project.migrate("show-table", "user").out();
        assertTrue(out.startsWith("CREATE TABLE \"user\" (\n    id INTEGER PRIMARY KEY, -- the key\n"), out);
        assertTrue(out.contains("\n* user_email_key       UNIQUE       UNIQUE\n"), out);
        assertTrue(out.contains("\n  grown                CHECK        CONSTRAINT grown CHECK (age >= 18)\n"), out);
        assertTrue(out.contains("\n  sqlite_autoindex_user_1 (made by a constraint)\n"), out);
        assertTrue(out.contains("\nKeys to it:\n  user (boss) to user\n  note (by) to USER (id)\n"), out);
        assertTrue(out.endsWith("\nRows: 2\n"), out);
    }

    @Test
    void aVirtualTableHasNoConstraintsAndIsShown() {
        project.execute("CREATE VIRTUAL TABLE words USING fts5 (word)");
        var result = project.migrate("show-table", "words");
        assertEquals(0, result.exitCode(), result.err());
        assertEquals("CREATE VIRTUAL TABLE words USING fts5 (word);\n\nRows: 0\n", result.out());
    }

    @Test
    void whatIsNoTableIsSaid() {
        for (var name : List.of("nope", "grown_up", "by_age")) {
            var result = project.migrate("show-table", name, "--json");
            assertEquals("usage", result.errorKind());
            assertTrue(result.out().contains("There is no table '" + name + "'"), result.out());
        }
        var nothing = new Project(folder.resolve("new"));
        assertEquals(2, nothing.migrate("show-table", "x").exitCode());
        assertFalse(nothing.database().toFile().exists());
    }
}
