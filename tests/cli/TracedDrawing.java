package tests.cli;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** Follows the lines of a drawing from each revision down, as a reader does, and notes where they arrive. */
final class TracedDrawing {
    private final List<String> lines;
    private final Set<String> edges = new TreeSet<>();
    /** The revisions from which a line comes out below each column. */
    private Map<Integer, Set<String>> above = new HashMap<>();
    /** Edges that pass below other lanes, by the column in which they go on. */
    private Map<Integer, Set<String>> passing = new HashMap<>();

    private TracedDrawing(List<String> lines) {
        this.lines = lines;
    }

    /** {@return each edge of the drawing, as {@code child>parent}} */
    static Set<String> edges(List<String> lines) {
        var traced = new TracedDrawing(lines);
        for (int i = 0; i < lines.size(); i++) {
            traced.follow(i);
        }
        return traced.edges;
    }

    private void follow(int i) {
        var line = lines.get(i);
        int star = line.indexOf('*');
        var below = new HashMap<Integer, Set<String>>();
        var pass = new HashMap<Integer, Set<String>>();
        for (int x = 0; x < (star < 0 ? line.length() : line.indexOf("  ", star)); x++) {
            switch (line.charAt(x)) {
                case '|' -> land(below, x, above.get(x));
                case '*' -> {
                    var id = line.substring(line.indexOf("  ", star)).strip().split(" ")[0];
                    above.getOrDefault(x, Set.of()).forEach(child -> edges.add(child + ">" + id));
                    land(below, x, Set.of(id));
                }
                case '/' -> slant(i, x, -1, below, pass);
                case '\\' -> slant(i, x, 1, below, pass);
                default -> {
                }
            }
        }
        above = below;
        passing = pass;
    }

    /** A slanting edge lands in the next lane, unless it goes on below that in the next line. */
    private void slant(int i, int x, int way, Map<Integer, Set<String>> below, Map<Integer, Set<String>> pass) {
        var from = passing.getOrDefault(x, above.get(x - way));
        int next = x + 2 * way;
        while (at(i, next) == '_') {
            next += 2 * way;
        }
        boolean level = next != x + 2 * way;
        boolean crosses = at(i + 1, next) == at(i, x) && at(i + 1, next - way) == '|' && at(i + 1, next + way) == '|';
        if (level || crosses) {
            land(pass, next, from);
        } else {
            land(below, x + way, from);
        }
    }

    private static void land(Map<Integer, Set<String>> where, int column, Set<String> from) {
        if (from == null) {
            throw new AssertionError("a line begins in column " + column + " out of nothing");
        }
        where.computeIfAbsent(column, it -> new HashSet<>()).addAll(from);
    }

    private char at(int i, int x) {
        return i < lines.size() && x >= 0 && x < lines.get(i).length() && lines.get(i).indexOf('*') < 0
                ? lines.get(i).charAt(x) : ' ';
    }
}
