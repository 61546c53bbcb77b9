package tests.copy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tests.MigrateProcess;
import tests.Project;

/** {@code kill -9} at any moment: a copy is whole or not there, a database is the old one or the new one. */
@Tag("torture")
class KilledTest {
    private static final int KILLS = 9;
    private static final int MEGABYTES = 12;

    @TempDir
    Path folder;
    private final long seed = new Random().nextLong();
    private final Random random = new Random(seed);

    @Test
    void ofABackupNothingHalfHasItsName() throws InterruptedException {
        System.out.println("seed " + seed);
        var project = project("DELETE");
        long millis = time(project, "backup");
        int whole = Copies.backups(project).size();
        for (int i = 0; i < KILLS; i++) {
            kill(project, millis, "backup");
        }
        var copies = Copies.backups(project).stream().filter(it -> it.toString().endsWith(".db")).toList();
        assertTrue(copies.size() >= whole);
        for (var copy : copies) {
            assertEquals(List.of("ok"), Copies.query(copy, "PRAGMA integrity_check"));
            assertEquals(List.of("" + MEGABYTES), Copies.query(copy, "SELECT count(*) FROM filler"));
        }
        assertEquals(List.of("ok"), project.query("PRAGMA integrity_check"));
        System.out.println("after " + KILLS + " kills: " + copies.size() + " copies, "
                + (Copies.backups(project).size() - copies.size()) + " unfinished");
    }

    @Test
    void whatAKilledProcessHasLeftIsRemovedLater() throws IOException {
        var project = Copies.project(folder);
        var dead = "." + deadProcess() + ".part";
        var names = List.of("restrack-20200101-000000.db" + dead, "restrack-20200101-000000.db" + dead + "-journal",
                "other-20200101-000000.db" + dead, "restrack-20200102-000000.db" + dead,
                "restrack-20200101-000000.db." + ProcessHandle.current().pid() + ".part");
        for (var name : names) {
            project.file("/data/backups/" + name, "unfinished");
            if (!name.contains("20200102")) {
                Files.setLastModifiedTime(folder.resolve("data/backups").resolve(name), FileTime.from(Instant.EPOCH));
            }
        }

        assertEquals(0, project.migrate("backup").exitCode());

        // Another database's, a young one, and one whose process is there.
        assertEquals(Set.copyOf(names.subList(2, 5)), Copies.backups(project).stream()
                .map(it -> it.getFileName().toString()).filter(it -> it.contains(".part")).collect(Collectors.toSet()));
    }

    private static long deadProcess() {
        long pid = 4_000_000;
        while (ProcessHandle.of(pid).isPresent()) {
            pid++;
        }
        return pid;
    }

    @ParameterizedTest
    @ValueSource(strings = {"DELETE", "WAL"})
    void ofARestoreTheDatabaseIsTheOldOneOrTheNewOne(String journalMode) throws InterruptedException {
        System.out.println("seed " + seed);
        var project = project(journalMode);
        assertEquals(0, project.migrate("backup", "x.db").exitCode());
        project.execute("UPDATE filler SET b = randomblob(1000000), version = 'old'");
        project.execute("INSERT INTO t VALUES (2)");
        assertEquals(0, project.migrate("backup", "old.db").exitCode());
        long millis = time(project, "restore", "x.db");
        assertEquals(List.of("new"), project.query("SELECT DISTINCT version FROM filler"));
        var seen = new TreeSet<String>();
        for (int i = 0; i < KILLS; i++) {
            assertEquals(0, project.migrate("restore", "old.db").exitCode());
            kill(project, millis, "restore", "x.db");
            assertEquals(List.of("ok"), project.query("PRAGMA integrity_check"), "seed " + seed);
            var version = project.query("SELECT DISTINCT version FROM filler");
            assertEquals(1, version.size(), "torn: " + version + ", seed " + seed);
            assertEquals(version.get(0).equals("old") ? "2" : "1", project.query("SELECT count(*) FROM t").get(0));
            seen.add(version.get(0));
        }
        System.out.println("after " + KILLS + " kills: " + seen);
    }

    private static long time(Project project, String... command) {
        long start = System.nanoTime();
        assertEquals(0, MigrateProcess.start(project, command).end().exitCode());
        return (System.nanoTime() - start) / 1_000_000;
    }

    /** Kills a process at a moment at which it probably works with files. */
    private void kill(Project project, long millis, String... command) throws InterruptedException {
        try (var process = MigrateProcess.start(project, command)) {
            Thread.sleep(millis / 3 + random.nextInt((int) millis));
            process.kill();
        }
    }

    private Project project(String journalMode) {
        var project = Copies.project(folder);
        project.execute("PRAGMA journal_mode = " + journalMode);
        project.execute("CREATE TABLE filler (b BLOB, version TEXT)");
        for (int i = 0; i < MEGABYTES; i++) {
            project.execute("INSERT INTO filler VALUES (randomblob(1000000), 'new')");
        }
        return project;
    }
}
