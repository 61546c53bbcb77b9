package restrack.compile;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * A script as the compiler gets it: its text with the toolkit's imports added, so that no line moves.
 *
 * @param file        its path, as messages show it
 * @param source      the text its author wrote
 * @param coordinates what its {@code //DEPS} lines ask for, in order
 * @param importsAt   where in the text the imports are put in
 */
record Program(Path file, String source, List<String> coordinates, int importsAt) {
    private static final String IMPORTS = "import restrack.*; import org.jdbi.v3.core.*; ";
    private static final Pattern DEPS = Pattern.compile("^[ \\t]*//DEPS[ \\t]+(.*)$", Pattern.MULTILINE);
    private static final Pattern PACKAGE = Pattern.compile(
            "\\A(?:\\s++|//[^\\n]*+|/\\*(?s:.*?)\\*/)*+package\\s[^;]*;");

    static Program of(Path file, String text) {
        var source = text.startsWith("\uFEFF") ? text.substring(1) : text;
        var declaration = PACKAGE.matcher(source);
        return new Program(file, source, coordinates(source), declaration.find() ? declaration.end() : 0);
    }

    private static List<String> coordinates(String source) {
        List<String> coordinates = new ArrayList<>();
        var lines = DEPS.matcher(source);
        while (lines.find()) {
            for (var word : lines.group(1).trim().split("[\\s,;]+")) {
                if (word.startsWith("//")) {
                    break;
                }
                if (!word.isEmpty() && !coordinates.contains(word)) {
                    coordinates.add(word);
                }
            }
        }
        return List.copyOf(coordinates);
    }

    /** {@return the text for the compiler} */
    String withImports() {
        return source.substring(0, importsAt) + IMPORTS + source.substring(importsAt);
    }

    /**
     * {@return the place in the author's text}
     *
     * @param position the same place in the text for the compiler
     */
    int original(long position) {
        var moved = position >= importsAt + IMPORTS.length() ? position - IMPORTS.length()
                : Math.min(position, importsAt);
        return (int) Math.max(0, Math.min(moved, source.length()));
    }

    /** {@return the number of the line that holds a position, counted from 1} */
    int line(int position) {
        return 1 + (int) source.substring(0, position).chars().filter(c -> c == '\n').count();
    }

    /** {@return the line that holds a position, and under it a caret} */
    String excerpt(int position) {
        int start = source.lastIndexOf('\n', position - 1) + 1;
        int end = source.indexOf('\n', position);
        var line = source.substring(start, end < 0 ? source.length() : end).stripTrailing();
        var indent = source.substring(start, position).replaceAll("[^\\t]", " ");
        return line + "\n" + indent + "^";
    }
}
