package tests.docs;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A page of the documentation: Markdown, of which only fences, code spans, tables and links are looked at.
 *
 * @param path   its path in the repository
 * @param text   the whole page
 * @param fences its fenced blocks, in order
 */
record Page(String path, String text, List<Fence> fences) {
    private static final Pattern SPAN = Pattern.compile("`([^`\n]+)`");

    /**
     * A fenced block.
     *
     * @param language what stands behind its opening fence, {@code sh} for instance
     * @param lines    what is in it
     */
    record Fence(String language, List<String> lines) {
    }

    /** Reads a page of the repository, which is the working directory of the tests. */
    static Page of(String path) {
        try {
            var text = Files.readString(Path.of(path));
            return new Page(path, text, cut(text));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** {@return the README and everything in {@code docs/}} */
    static List<Page> all() {
        try (Stream<Path> files = Files.list(Path.of("docs"))) {
            var pages = Stream.concat(Stream.of(Path.of("README.md")), files.sorted());
            return pages.map(it -> it.toString().replace('\\', '/')).filter(it -> it.endsWith(".md"))
                    .map(Page::of).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<Fence> cut(String text) {
        var fences = new ArrayList<Fence>();
        List<String> open = null;
        String language = "";
        for (var line : text.lines().toList()) {
            if (!line.startsWith("```")) {
                if (open != null) {
                    open.add(line);
                }
            } else if (open == null) {
                open = new ArrayList<>();
                language = line.substring(3).strip();
            } else {
                fences.add(new Fence(language, List.copyOf(open)));
                open = null;
            }
        }
        if (open != null) {
            throw new AssertionError("A fence is not closed: ```" + language);
        }
        return List.copyOf(fences);
    }

    /** {@return the fenced blocks of a language} */
    List<Fence> fences(String language) {
        return fences.stream().filter(it -> it.language().equals(language)).toList();
    }

    /** {@return what stands below a heading, {@code ### Types} for instance, up to the next one} */
    Page section(String heading) {
        var lines = text.lines().toList();
        int start = lines.indexOf(heading) + 1;
        if (start == 0) {
            throw new AssertionError("There is no heading " + heading + " in " + path);
        }
        int end = start;
        boolean fenced = false;
        while (end < lines.size() && (fenced || !lines.get(end).startsWith("#"))) {
            fenced ^= lines.get(end++).startsWith("```");
        }
        var section = String.join("\n", lines.subList(start, end));
        return new Page(path, section, cut(section));
    }

    /** {@return the page without its fenced blocks} */
    String prose() {
        return text.replaceAll("(?ms)^```.*?^```$", "");
    }

    /** {@return the code spans outside of fenced blocks, in order} */
    List<String> spans() {
        return SPAN.matcher(prose()).results().map(it -> it.group(1)).toList();
    }

    /** {@return the rows of all tables, without titles and rules; each as its cells} */
    List<List<String>> rows() {
        var rows = new ArrayList<List<String>>();
        var lines = prose().lines().toList();
        for (int i = 0; i < lines.size(); i++) {
            boolean title = i + 1 < lines.size() && lines.get(i + 1).startsWith("| ---");
            if (lines.get(i).startsWith("| ") && !lines.get(i).startsWith("| ---") && !title) {
                var cells = lines.get(i).split("(?<!\\\\)\\|");
                rows.add(Stream.of(cells).skip(1).map(String::strip).toList());
            }
        }
        return rows;
    }
}
