package tests.launcher;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/**
 * Every source is listed where JBang looks for it. Globs do not work when a script comes from a URL, so a file that
 * is not listed would run here and be missing for everybody else.
 */
class SourcesTest {
    @Test
    void everySourceOfTheToolkitIsListedOnceByItsRoom() {
        assertListed("restrack");
    }

    @Test
    void everyTestIsListedOnceByItsRoom() {
        assertListed("tests");
    }

    @Test
    void theScriptsListTheToolkit() {
        for (String script : List.of("migrate.java", "revision.java", "tests.java")) {
            assertEquals(true, sources(script).contains("restrack/package-info.java"), script);
        }
        assertEquals(true, sources("tests.java").contains("tests/package-info.java"));
    }

    private static void assertListed(String top) {
        List<String> files = Repository.filesIn(top).stream().filter(it -> it.endsWith(".java")).toList();
        var problems = new TreeSet<String>();
        var listed = new ArrayList<String>();
        for (String list : files.stream().filter(SourcesTest::isRoom).toList()) {
            for (String source : sources(list)) {
                if (!Files.isRegularFile(Repository.ROOT.resolve(source))) {
                    problems.add(list + " lists " + source + ", which does not exist");
                } else if (!isRoom(source) && !Path.of(source).getParent().equals(Path.of(list).getParent())) {
                    problems.add(list + " lists " + source + " of another room");
                }
                if (listed.contains(source)) {
                    problems.add(list + " lists " + source + ", which is listed already");
                }
                listed.add(source);
            }
        }
        files.stream().filter(it -> !listed.contains(it) && !it.equals(top + "/package-info.java"))
                .forEach(it -> problems.add(it + " is not listed: add //SOURCES to " + roomAbove(it)));
        assertEquals("", String.join("\n", problems));
    }

    private static boolean isRoom(String file) {
        return file.endsWith("/package-info.java");
    }

    private static String roomAbove(String file) {
        Path folder = Path.of(file).getParent();
        return (isRoom(file) ? folder.getParent() : folder) + "/package-info.java";
    }

    /** {@return what a file lists as its sources, as paths from the root of the repository} */
    static List<String> sources(String file) {
        return Repository.read(file).lines().filter(it -> it.startsWith("//SOURCES "))
                .flatMap(it -> List.of(it.substring("//SOURCES ".length()).trim().split("\\s+")).stream())
                .map(it -> Path.of(file).resolveSibling(it).normalize().toString().replace('\\', '/'))
                .toList();
    }
}
