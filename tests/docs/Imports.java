package tests.docs;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Which room uses which, as the sources say. What lies at the top of {@code restrack/} is the room {@code root}; a
 * folder within a room, {@code database/sqlite} for instance, is a part of it.
 *
 * @param arrows the rooms that each room uses
 */
record Imports(Map<String, Set<String>> arrows) {
    /** A type of ours by its full name: in an import, or in the middle of code. */
    private static final Pattern TYPE = Pattern.compile("\\brestrack\\.(?<packages>(?:[a-z]\\w*\\.)*)[A-Z]");
    private static final Path TOP = Path.of("restrack");

    static Imports ofTheSources() {
        var arrows = new TreeMap<String, Set<String>>();
        try (Stream<Path> files = Files.walk(TOP)) {
            for (var file : files.filter(it -> it.toString().endsWith(".java")).toList()) {
                var room = file.getNameCount() == 2 ? "root" : file.getName(1).toString();
                arrows.computeIfAbsent(room, it -> new TreeSet<>()).addAll(used(room, Files.readString(file)));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new Imports(arrows);
    }

    private static Set<String> used(String room, String source) {
        var used = new TreeSet<String>();
        source.lines().map(String::strip).filter(it -> !it.startsWith("*") && !it.startsWith("/")).forEach(line -> {
            var types = TYPE.matcher(line);
            while (types.find()) {
                used.add(types.group("packages").isEmpty() ? "root" : types.group("packages").split("\\.")[0]);
            }
        });
        used.remove(room);
        return used;
    }

    /** {@return the rooms that lead back to themselves} */
    Set<String> circles() {
        var circles = new TreeSet<String>();
        for (var room : arrows.keySet()) {
            var reached = new TreeSet<String>();
            var next = new ArrayDeque<>(arrows.get(room));
            while (!next.isEmpty()) {
                var one = next.remove();
                if (reached.add(one)) {
                    next.addAll(arrows.getOrDefault(one, Set.of()));
                }
            }
            if (reached.contains(room)) {
                circles.add(room);
            }
        }
        return circles;
    }

    /** {@return an arrow a line, {@code cli --> apply}} */
    String lines() {
        var lines = new TreeSet<String>();
        arrows.forEach((from, all) -> all.forEach(to -> lines.add(from + " --> " + to)));
        return String.join("\n", lines);
    }
}
