package tests.docs;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import tests.Project;

/**
 * The terminal sessions of a page, typed again. {@code console} blocks hold commands behind a dollar sign, and under
 * each what it prints. A {@code sql} block with a {@code revision:} header is the file of a revision that was made
 * before in the session, as its author has filled it in. A {@code diff} block is what somebody has changed in files of
 * the project. Ids, times and names of users are whatever they are.
 */
final class Session {
    private static final Pattern WRITTEN = Pattern.compile("migrations/\\d{8}_\\d{4}_([0-9a-f]{12})_\\w+\\.(sql|java)");
    private static final Pattern REVISION = Pattern.compile("-- revision: (\\w+)");

    private static final String CODE = "; echo $?";

    private final Project project;
    /** The ids of new revisions as the tool has chosen them here, by those on the page. */
    private final Map<String, String> ids = new LinkedHashMap<>();
    private final Map<String, Path> files = new LinkedHashMap<>();
    private final List<String> differences = new ArrayList<>();
    private int commands;

    Session(Project project) {
        this.project = project;
    }

    /** {@return the number of commands that were typed} */
    int commands() {
        return commands;
    }

    /** {@return what is not as the page says, command by command; empty if all is} */
    String differences(Page page) throws IOException {
        for (var fence : page.fences()) {
            if (fence.language().equals("console")) {
                type(fence.lines());
            } else if (fence.language().equals("sql")) {
                save(fence.lines());
            } else if (fence.language().equals("diff")) {
                edit(fence.lines());
            }
        }
        return String.join("\n\n", differences);
    }

    private void type(List<String> lines) {
        for (int i = 0; i < lines.size();) {
            var command = lines.get(i++);
            if (!command.startsWith("$ ")) {
                throw new AssertionError("A session begins with '$ ': " + command);
            }
            int start = i;
            while (i < lines.size() && !lines.get(i).startsWith("$ ")) {
                i++;
            }
            compare(command, lines.subList(start, i));
        }
    }

    private void compare(String command, List<String> expected) {
        commands++;
        var actual = run(command.substring(2)).lines().toList();
        learn(expected, actual);
        var shown = expected.stream().map(Session::general).toList();
        var printed = actual.stream().map(this::asOnThePage).map(Session::general).toList();
        if (!shown.equals(printed)) {
            differences.add(command + "\n--- the page says\n" + String.join("\n", shown) + "\n--- it prints\n"
                    + String.join("\n", printed) + "\n--- in full\n" + String.join("\n", actual));
        }
    }

    private String run(String typed) {
        var line = asHere(typed);
        boolean coded = line.endsWith(CODE);
        var ours = Commands.of(coded ? line.substring(0, line.length() - CODE.length()) : line);
        if (ours.isEmpty()) {
            return line.startsWith("cat ") ? cat(line.substring(4)) : sqlite(Commands.words(line));
        }
        var terminal = new StringWriter();
        int code = ours.get().run(project.folder(), new PrintWriter(terminal));
        if (coded) {
            return terminal.toString() + code;
        }
        boolean failed = terminal.toString().lines().anyMatch(it -> it.startsWith("Error: "));
        return terminal + (failed == (code != 0) ? "" : "The exit code is " + code + ".");
    }

    /** What {@code cat} would print of a file, or of a script that was written before. */
    private String cat(String file) {
        var there = project.folder().resolve(file);
        var script = Files.exists(there) ? there : files.values().stream().filter(it -> ids.values().stream()
                        .anyMatch(id -> file.contains(id) && it.toString().contains(id)))
                .findFirst().orElseThrow(() -> new AssertionError("There is no " + file));
        try {
            return Files.readString(script);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What {@code sqlite3 FILE SQL} would print. */
    private String sqlite(List<String> words) {
        if (words.size() != 3 || !words.get(0).equals("sqlite3") || !words.get(1).equals("data/restrack.db")) {
            throw new AssertionError("A session cannot run: " + words);
        }
        if (words.get(2).startsWith("SELECT")) {
            return String.join("\n", project.query(words.get(2), ""));
        }
        project.execute(words.get(2));
        return "";
    }

    private void learn(List<String> expected, List<String> actual) {
        for (int i = 0; i < Math.min(expected.size(), actual.size()); i++) {
            var ours = WRITTEN.matcher(actual.get(i));
            var page = WRITTEN.matcher(expected.get(i));
            if (ours.matches() && page.matches()) {
                ids.put(page.group(1), ours.group(1));
                files.put(page.group(1), project.folder().resolve(actual.get(i)));
            }
        }
    }

    private void save(List<String> lines) throws IOException {
        var header = lines.isEmpty() ? null : REVISION.matcher(lines.get(0));
        if (header == null || !header.matches()) {
            return;
        }
        var id = header.group(1);
        if (!files.containsKey(id)) {
            throw new AssertionError("No revision " + id + " was made before in this session.");
        }
        Files.writeString(files.get(id), asHere(String.join("\n", lines) + "\n"));
    }

    /** Each {@code --- FILE} is followed by lines that stand there, with those that go and those that come instead. */
    private void edit(List<String> lines) throws IOException {
        var hunks = String.join("\n", lines).split("(?m)^--- ");
        for (var hunk : List.of(hunks).subList(1, hunks.length)) {
            var parts = hunk.strip().split("\n", 2);
            var file = project.folder().resolve(parts[0]);
            var text = Files.readString(file);
            var gone = side(parts[1], '+');
            if (text.indexOf(gone) < 0 || text.indexOf(gone) != text.lastIndexOf(gone)) {
                throw new AssertionError("This is not, or more than once, in " + parts[0] + ":\n" + gone);
            }
            Files.writeString(file, text.replace(gone, side(parts[1], '-')));
        }
    }

    /** {@return the lines of a hunk but for those with that sign} */
    private static String side(String hunk, char without) {
        return hunk.lines().filter(it -> it.charAt(0) != without).map(it -> it.substring(1) + "\n")
                .collect(Collectors.joining());
    }

    private String asHere(String text) {
        var here = text;
        for (var id : ids.entrySet()) {
            here = here.replace(id.getKey(), id.getValue());
        }
        return here;
    }

    private String asOnThePage(String line) {
        var shown = line;
        for (var id : ids.entrySet()) {
            shown = shown.replace(id.getValue(), id.getKey());
        }
        return shown;
    }

    /** {@return a line without what differs from run to run, and without the widths that follow from it} */
    private static String general(String line) {
        return line.replaceAll("\\d{4}-\\d\\d-\\d\\d[ T]\\d\\d:\\d\\d(:\\d\\d(\\.\\d+)?)?Z?", "TIME")
                .replaceAll("\\b\\d{8}_\\d{4}_", "TIME_")
                .replaceAll("-\\d{8}-\\d{6}\\b", "-TIME")
                .replaceAll("\\b\\d+([.,]\\d+)? m?s\\b", "N ms")
                .replaceAll("TIME +\\d+ +", "TIME N ")
                .replaceAll("\\b[\\w.-]+@[\\w.-]+$", "WHO")
                .replaceAll(" {2,}", "  ").replace("TIME  WHO", "TIME WHO").replace("ms  By", "ms By");
    }
}
