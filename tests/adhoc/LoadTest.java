package tests.adhoc;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tests.Project;

/** CSV files that become rows. */
class LoadTest {
    @TempDir
    Path folder;

    @Test
    void eachFileOfAFolderGoesIntoTheTableOfItsNameInAnyOrder() {
        var project = Wards.in(folder)
                .file("/in/patient.csv", "id,ward_id,mother_id,name\n1,5,2,Child\n2,5,,Mother\n")
                .file("/in/ward.csv", "id,name,beds\n5,East,7\n").file("/in/notes.txt", "x");
        var result = project.migrate("load", "in/", "-m", "First ones");
        assertEquals("""
                patient  2 rows  in/patient.csv
                ward     1 row   in/ward.csv
                Loaded 3 rows in N ms.
                """, result.out().replaceAll("\\d+ ms", "N ms"));
        assertEquals(List.of("1|5|2|Child|CHILD", "2|5|null|Mother|MOTHER"),
                project.query("SELECT id, ward_id, mother_id, name, shout FROM patient"));
        assertEquals(List.of("East"), project.query("SELECT what FROM log"));
        assertEquals(List.of("in/patient.csv|First ones|into patient|2", "in/ward.csv|First ones|into ward|1"),
                project.query("SELECT subject, message, detail, changed FROM migrate_event WHERE operation = 'load' "
                        + "ORDER BY id"));
    }

    @Test
    void typesAreThoseOfTheTable() {
        var project = Wards.in(folder).file("/patient.csv", """
                WARD_ID,name,weight,price,private,born,seen,picture
                1,007,3.50,1.50,true,2025-06-04,2025-06-04 07:31,0AFF
                1,1e3,4,2,FALSE,2024-02-29,2025-06-04T07:31:45,0x00
                1,"",-1e-3,0.1,1,1969-07-20,2025-06-04T09:31:45+02:00,
                1,x,,,0,,2025-06-04T07:31:45.5Z,\\x01
                """);
        var result = project.migrate("load", "patient.csv");
        assertEquals(0, result.exitCode(), result.err());
        assertEquals(List.of(
                "'007'|3.5|1.5|1|'2025-06-04'|'2025-06-04 07:31'|X'0AFF'",
                "'1e3'|4.0|2|0|'2024-02-29'|'2025-06-04 07:31:45.000000'|X'00'",
                "''|-0.001|0.1|1|'1969-07-20'|'2025-06-04 07:31:45.000000'|NULL",
                "'x'|NULL|NULL|0|NULL|'2025-06-04 07:31:45.500000'|X'01'"), project.query("""
                SELECT quote(name), quote(weight), quote(price), quote(private), quote(born), quote(seen),
                    quote(picture) FROM patient ORDER BY id"""));
    }

    @Test
    void marksLineEndsQuotesAndEmptyLinesAreUnderstood() {
        var project = Wards.in(folder).file("/ward.csv",
                "\uFEFFid,name,beds\r\n10,\"a \"\"b\"\",\r\nc\",1\r\n\r\n11,zoë,\r\n12,,3");
        assertEquals(1, project.migrate("load", "ward.csv").exitCode());
        project.file("/ward.csv", "\uFEFFid,name,beds\r\n10,\"a \"\"b\"\",\r\nc\",1\r\n\r\n11,zoë,\r\n12,\"\",3");
        var result = project.migrate("load", "ward.csv");
        assertEquals(0, result.exitCode(), result.err());
        assertEquals(List.of("10|a \"b\",\r\nc|1", "11|zoë|null", "12||3"),
                project.query("SELECT * FROM ward WHERE id > 9"));
    }

    @Test
    void theFormOfTheFileCanBeSaid() {
        var project = Wards.in(folder).file("/a.txt", "name;beds\nNULL;NULL\n\"NULL\";1\n")
                .file("/b.tsv", "name\tbeds\nx, y\t2\n");
        assertEquals("bad_data", project.migrate("load", "a.txt", "--table", "ward", "--delimiter", ";", "--null",
                "NULL", "--json").errorKind());
        project.file("/a.txt", "name;beds\n\"NULL\";NULL\n;1\n");
        var result = project.migrate("load", "a.txt", "--table", "WARD", "--delimiter", ";", "--null", "NULL");
        assertEquals(0, result.exitCode(), result.err());
        assertEquals(0, project.migrate("load", "b.tsv", "--table", "ward", "--delimiter", "tab").exitCode());
        assertEquals("North=10 South=20 007=5 NULL= =1 x, y=2", Wards.wards(project));
        assertEquals("usage", project.migrate("load", "b.tsv", "--table", "ward", "--delimiter", "ab", "--json")
                .errorKind());
        project.file("/in/ward.csv", "id\n").file("/in/log.csv", "what\n");
        assertEquals("usage", project.migrate("load", "in", "--table", "ward", "--json").errorKind());
    }

    @Test
    void rowsThatAreThereCanBeSkippedOrUpdated() {
        var project = Wards.in(folder).file("/ward.csv", "beds,id,name\n99,1,Norden\n98,7,West\n");
        var failed = project.migrate("load", "ward.csv");
        assertTrue(failed.err().contains("ward.csv:2: UNIQUE constraint failed: ward.id."), failed.err());
        var skipped = project.migrate("load", "ward.csv", "--on-conflict", "skip");
        assertTrue(skipped.out().contains("ward  1 row  ward.csv  (1 row skipped)"), skipped.out());
        assertEquals("North=10 South=20 007=5 West=98", Wards.wards(project));
        var updated = project.migrate("load", "ward.csv", "--on-conflict", "update");
        assertEquals(0, updated.exitCode(), updated.err());
        assertEquals("Norden=99 South=20 007=5 West=98", Wards.wards(project));
        project.file("/ward.csv", "id,name\n8,South\n");
        var other = project.migrate("load", "ward.csv", "--on-conflict", "update");
        assertTrue(other.err().contains("ward.csv:2: UNIQUE constraint failed: ward.name."), other.err());
        project.file("/ward.csv", "name\nEast\n");
        assertEquals("bad_data", project.migrate("load", "ward.csv", "--on-conflict", "update", "--json").errorKind());
    }

    @Test
    void columnsThatAreLeftOutGetTheirDefaults() {
        var project = Wards.in(folder).file("/t.csv", "a\nx\n");
        project.execute("CREATE TABLE t (a TEXT, b INTEGER NOT NULL DEFAULT 7, c INTEGER PRIMARY KEY)");
        assertEquals(0, project.migrate("load", "t.csv").exitCode());
        assertEquals(List.of("x|7|1"), project.query("SELECT * FROM t"));
    }

    @Test
    void aDryRunLeavesNothing() throws Exception {
        var project = Wards.in(folder).file("/ward.csv", "name\nEast\n");
        var before = Files.readAllBytes(project.database());
        var result = project.migrate("load", "ward.csv", "--dry-run");
        assertEquals("ward  1 row  ward.csv\nWould have loaded 1 row. Everything was rolled back (--dry-run).\n",
                result.out());
        assertArrayEquals(before, Files.readAllBytes(project.database()));
        var json = project.migrate("load", "ward.csv", "--json").json();
        assertEquals(1, json.get("rows").getAsInt());
        assertEquals("ward", json.getAsJsonArray("tables").get(0).getAsJsonObject().get("table").getAsString());
    }

    @Test
    void manyRowsOfManyFilesComeWhole() {
        var rows = new StringBuilder("id,name,beds\n");
        for (int i = 100; i < 20_100; i++) {
            rows.append(i).append(",\"ward ").append(i).append("\",").append(i % 9).append('\n');
        }
        var project = Wards.in(folder).file("/ward.csv", rows.toString());
        assertEquals(0, project.migrate("load", "ward.csv").exitCode());
        assertEquals(List.of("20000|" + (100L + 20_099) * 10_000), project.query(
                "SELECT count(*), sum(id) FROM ward WHERE id >= 100 AND name = 'ward ' || id AND beds = id % 9"));
        assertEquals(List.of("20000"), project.query("SELECT count(*) FROM log"));
    }

    @Test
    void theSampleDataOfTheRepositoryIsLoadedAsItsOwnScriptLoadsIt() throws Exception {
        var project = new Project(folder);
        try (var scripts = Files.list(Path.of("migrations"))) {
            for (var script : scripts.toList()) {
                project.file(script.getFileName().toString(), Files.readString(script));
            }
        }
        assertEquals(0, project.migrate("upgrade").exitCode());
        for (var table : List.of("orderworklist", "userworklist", "worklist", "user")) {
            project.file("/in/" + table + ".csv", Files.readString(Path.of("data/sample/" + table + "s.csv")));
        }
        var result = project.migrate("load", "in");
        assertEquals(0, result.exitCode(), result.err());
        assertEquals(List.of(), project.query("PRAGMA foreign_key_check"));
        assertEquals(List.of("12|12|18|16"), project.query("SELECT (SELECT count(*) FROM user), (SELECT count(*) FROM "
                + "worklist), (SELECT count(*) FROM userworklist), (SELECT count(*) FROM orderworklist)"));
    }
}
