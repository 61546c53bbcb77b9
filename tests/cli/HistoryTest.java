package tests.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.File;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tests.Project;

/** {@code history}, {@code heads}, {@code branches}, {@code current} and {@code show}, as a person reads them. */
class HistoryTest {
    @TempDir
    Path folder;

    @Test
    void historyGoesFromTheNewestToTheBase() {
        assertEquals("""
                two -> three (head), Message of three
                one -> two, Message of two
                <base> -> one, Message of one
                """, Projects.chain(folder).migrate("history").out());
    }

    @Test
    void historyMarksWhatIsCurrentWhenAsked() {
        var project = Projects.chain(folder);
        project.migrate("upgrade", "two");
        assertEquals("""
                two -> three (head), Message of three
                one -> two (current), Message of two
                <base> -> one, Message of one
                """, project.migrate("history", "-i").out());
    }

    @Test
    void historyTakesRangesThatBeginWithAMinus() {
        var project = Projects.chain(folder);
        project.migrate("upgrade");
        var expected = """
                two -> three (head) (current), Message of three
                one -> two, Message of two
                """;
        assertEquals(expected, project.migrate("history", "-r", "-1:current").out());
        assertEquals(expected, project.migrate("history", "-r-1:current").out());
        assertEquals(expected, project.migrate("history", "--rev-range=two:three", "-i").out());
    }

    @Test
    void historyIsDrawn() {
        assertEquals("""
                *  left (head)  Message of left
                | *  right (head)  Message of right
                |/
                *  root (branchpoint)  Message of root
                """, Projects.fork(folder).migrate("history", "--graph").out());
    }

    @Test
    void headsAndBranchesAreListed() {
        var project = Projects.fork(folder);
        project.migrate("upgrade", "left");
        assertEquals("left (head)\nright (head)\n", project.migrate("heads").out());
        assertEquals("left (head) (current), Message of left\nright (head), Message of right\n",
                project.migrate("heads", "-v", "-i").out());
        assertEquals("""
                root (branchpoint), Message of root
                  -> left (head), Message of left
                  -> right (head), Message of right
                """, project.migrate("branches").out());
    }

    @Test
    void currentTellsHeadsAndCanCheckForThem() {
        var project = Projects.chain(folder);
        var nothing = project.migrate("current", "--check-heads");
        assertEquals("", nothing.out());
        assertEquals("Nothing is applied.\n", nothing.err());
        assertEquals(3, nothing.exitCode());
        project.migrate("upgrade", "two");
        assertEquals("two\n", project.migrate("current").out());
        assertEquals(3, project.migrate("current", "--check-heads").exitCode());
        project.migrate("upgrade");
        assertEquals("three (head), Message of three\n", project.migrate("current", "-v").out());
        assertEquals(0, project.migrate("current", "--check-heads").exitCode());
    }

    @Test
    void currentNamesWhatThisFolderDoesNotHave() {
        var project = Projects.chain(folder);
        project.migrate("upgrade");
        assertTrue(folder.resolve("migrations/three.sql").toFile().delete());
        assertEquals("three (not in this folder)\n", project.migrate("current").out());
    }

    @Test
    void emptyFolderSaysHowToBegin() {
        var project = new Project(folder).file("migrate.properties", "");
        for (var command : new String[] {"history", "heads"}) {
            var result = project.migrate(command);
            assertEquals(0, result.exitCode());
            assertEquals("", result.out());
            assertTrue(result.err().contains("`revision -m"), result.err());
            assertEquals("", project.migrate(command, "-q").err());
        }
    }

    @Test
    void showTellsWhereARevisionStandsAndItsText() {
        var project = Projects.chain(folder);
        var pending = project.migrate("show", "tw").out();
        assertTrue(pending.startsWith("""
                Revision:   two
                Revises:    one
                Next:       three
                Message:    Message of two
                Created:    2026-01-01T00:00:00Z
                File:       migrations/two.sql
                Applied:    no

                -- revision: two
                """.replace('/', File.separatorChar)), pending);
        assertTrue(pending.contains("CREATE TABLE two (n INTEGER);"), pending);
        project.migrate("upgrade");
        var applied = project.migrate("show", "current").out();
        assertTrue(applied.startsWith("Revision:   three (head) (current)\n"), applied);
        assertFalse(applied.contains("Applied:    no"), applied);
    }

    @Test
    void commandsThatOnlyReadMakeNoDatabase() {
        var project = Projects.fork(folder);
        for (var command : new String[] {"status", "current", "heads -i", "branches", "history -i", "show left",
            "check", "config", "upgrade heads --dry-run", "upgrade left --sql", "upgrade base", "downgrade base"}) {
            project.migrate(command.split(" "));
            assertFalse(project.database().toFile().exists(), command);
            assertFalse(project.database().getParent().toFile().exists(), command);
        }
    }

    @Test
    void aLabelIsThatOfTheWholeBranch() {
        var project = new Project(folder).script("a", "", "", "").script("other", "a", "", "")
                .file("b.sql", "-- revision: b\n-- revises: a\n-- labels: lab\n")
                .script("c", "b", "", "");

        assertTrue(project.migrate("heads").out().contains("c (lab) (head)\n"));
        var revisions = project.migrate("heads", "--json").json().getAsJsonArray("revisions").toString();
        assertTrue(revisions.contains("\"labels\":[\"lab\"]"), revisions);
        assertTrue(revisions.contains("\"labels\":[]"), revisions);
    }
}
