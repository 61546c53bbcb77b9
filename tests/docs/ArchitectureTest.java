package tests.docs;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tests.Project;

/** The picture of the house is what the imports are. */
class ArchitectureTest {
    private final Page page = Page.of("docs/architecture.md");
    private final Imports imports = Imports.ofTheSources();

    @Test
    void thePictureHasEveryImportBetweenRoomsAndNoOther() {
        assertEquals(imports.lines(), drawn().lines());
    }

    @Test
    void noRoomLeadsBackToItself() {
        assertEquals(Set.of(), imports.circles());
    }

    @Test
    void aCircleWouldBeFound() {
        var circle = new Imports(Map.of("a", Set.of("b"), "b", Set.of("c"), "c", Set.of("b")));
        assertEquals(Set.of("b", "c"), circle.circles());
    }

    @Test
    void theMiddleIsPure() {
        assertEquals(Set.of("root"), imports.arrows().get("graph"));
        assertEquals(Set.of("root"), imports.arrows().get("sql"));
        assertEquals(Set.of(), imports.arrows().get("root"));
    }

    @Test
    void everyRoomHasALineOnThePage() {
        var named = page.rows().stream().map(it -> it.get(0)).filter(it -> it.startsWith("`restrack/"))
                .map(it -> it.replaceAll("`|restrack/|/$|/`", "")).collect(Collectors.toCollection(TreeSet::new));
        var rooms = new TreeSet<>(imports.arrows().keySet());
        rooms.remove("root");
        named.remove("");
        assertEquals(rooms, named);
    }

    @Test
    void theTablesHaveTheColumnsThatThePageSays(@TempDir Path folder) {
        var project = new Project(folder).script("a", "", "CREATE TABLE t (id INTEGER);", "DROP TABLE t;");
        assertEquals(0, project.migrate("upgrade").exitCode());
        var said = page.rows().stream().filter(it -> it.get(0).startsWith("`migrate_"))
                .map(it -> (it.get(0) + ": " + it.get(2)).replace("`", "")).sorted().toList();
        var there = project.query("""
                SELECT m.name || ': ' || group_concat(c.name, ', ') FROM sqlite_schema m, pragma_table_info(m.name) c
                WHERE m.type = 'table' AND m.name LIKE 'migrate~_%' ESCAPE '~' GROUP BY m.name ORDER BY m.name""");
        assertEquals(there, said);
    }

    @Test
    void theSequencesParticipantsAreClasses() throws IOException {
        var chart = String.join("\n", page.fences("mermaid").get(1).lines());
        var participants = Pattern.compile("participant \\w+ as (\\w+)").matcher(chart).results()
                .map(it -> it.group(1)).collect(Collectors.toCollection(TreeSet::new));
        assertTrue(participants.size() > 4, participants.toString());
        try (Stream<Path> files = Files.walk(Path.of("restrack"))) {
            files.map(it -> it.getFileName().toString().replace(".java", "")).forEach(participants::remove);
        }
        assertEquals(Set.of(), participants);
    }

    /** {@return the arrows of the first Mermaid flowchart; {@code a & b --> c & d} is four of them} */
    private Imports drawn() {
        var chart = page.fences("mermaid").stream().filter(it -> it.lines().get(0).startsWith("flowchart"))
                .findFirst().orElseThrow();
        var arrows = new TreeMap<String, Set<String>>();
        for (var line : chart.lines()) {
            var ends = line.strip().split(" --> ");
            assertTrue(ends.length <= 2, line);
            if (ends.length == 2) {
                for (var from : nodes(ends[0])) {
                    arrows.computeIfAbsent(from, it -> new TreeSet<>()).addAll(nodes(ends[1]));
                }
            }
        }
        return new Imports(arrows);
    }

    private static Set<String> nodes(String end) {
        return Stream.of(end.split("&")).map(String::strip).collect(Collectors.toSet());
    }
}
