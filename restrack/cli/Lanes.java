package restrack.cli;

import java.util.ArrayList;
import java.util.List;

/**
 * The lanes of a drawing, side by side, and the lines drawn so far. Lane {@code i} is column {@code 2 * i}; what runs
 * from lane to lane is drawn in the columns between.
 */
final class Lanes {
    /** The revision that each lane leads to. */
    private final List<String> targets = new ArrayList<>();
    private final List<String> drawn = new ArrayList<>();

    List<String> drawn() {
        return drawn;
    }

    /** {@return the lane that leads to a revision, or -1} */
    int find(String revision) {
        return targets.indexOf(revision);
    }

    /** Opens a lane at the right and returns it. */
    int append(String revision) {
        targets.add(revision);
        return targets.size() - 1;
    }

    /** Lets a lane lead on to another revision. */
    void lead(int lane, String revision) {
        targets.set(lane, revision);
    }

    void drawRevision(int lane, String text) {
        var line = verticals(targets.size());
        line.setCharAt(2 * lane, '*');
        drawn.add((line + " " + text).stripTrailing());
    }

    /** A line in which a lane and all to its right are missing. */
    void drawGap(int lane) {
        draw(verticals(lane));
    }

    /** Ends a lane. Returns whether it was the last one; otherwise those to its right move up. */
    boolean end(int lane) {
        targets.remove(lane);
        if (lane == targets.size()) {
            return true;
        }
        var line = verticals(lane);
        line.append(" /".repeat(targets.size() - lane));
        draw(line);
        return false;
    }

    /** Opens a lane right of another one, from which it comes. */
    void branchOff(int lane, String revision) {
        var line = verticals(lane + 1);
        line.setLength(2 * lane + 1);
        line.append("\\ ".repeat(targets.size() - lane));
        draw(line);
        targets.add(lane + 1, revision);
    }

    /** Ends the right one of two lanes in the left one; those to its right move up. */
    void join(int left, int right) {
        var line = verticals(right);
        line.setLength(2 * right - 1);
        line.append("/ ".repeat(targets.size() - right));
        underline(line, 2 * left + 3, 2 * right - 3);
        draw(line);
        targets.remove(right);
        if (right - left > 1) {
            drawWith('/', 2 * left + 1);
        }
    }

    /** Draws an edge down from one lane to another; both go on. */
    void drawEdge(int from, int to) {
        boolean leftward = to < from;
        int first = leftward ? 2 * from - 1 : 2 * from + 1;
        int last = leftward ? 2 * to + 1 : 2 * to - 1;
        var line = verticals(targets.size());
        line.setCharAt(first, leftward ? '/' : '\\');
        if (first != last) {
            underline(line, Math.min(first, last) + 2, Math.max(first, last) - 2);
        }
        draw(line);
        if (first != last) {
            drawWith(leftward ? '/' : '\\', last);
        }
    }

    /** The level part of an edge, in every second column, below the lanes that it passes. */
    private static void underline(StringBuilder line, int first, int last) {
        for (int column = first; column <= last; column += 2) {
            line.setCharAt(column, '_');
        }
    }

    private void drawWith(char edge, int column) {
        var line = verticals(targets.size());
        line.setCharAt(column, edge);
        draw(line);
    }

    private void draw(StringBuilder line) {
        drawn.add(line.toString().stripTrailing());
    }

    private static StringBuilder verticals(int count) {
        return new StringBuilder("| ".repeat(count));
    }
}
