package tests.docs;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** What a page points at is there: other pages, headings in them, files of the repository. */
class LinksTest {
    private static final Pattern LINK = Pattern.compile("]\\((?<target>[^)\\s]+)\\)");
    private static final Pattern HEADING = Pattern.compile("(?m)^#+ (.+)$");
    private static final Pattern FILE = Pattern.compile("(?:restrack|tests|docs|\\.ci)/[\\w./-]*");

    @Test
    void everyLinkLeadsSomewhere() {
        var broken = new ArrayList<String>();
        for (var page : Page.all()) {
            var links = LINK.matcher(page.prose());
            while (links.find()) {
                var target = links.group("target");
                if (!target.matches("[a-z]+:.*") && !leadsSomewhere(page, target)) {
                    broken.add(page.path() + ": " + target);
                }
            }
        }
        assertEquals("", String.join("\n", broken));
    }

    private static boolean leadsSomewhere(Page page, String target) {
        int hash = target.indexOf('#');
        var file = hash < 0 ? target : target.substring(0, hash);
        var path = file.isEmpty() ? Path.of(page.path()) : Path.of(page.path()).resolveSibling(file).normalize();
        return Files.exists(path) && (hash < 0
                || anchors(Page.of(path.toString().replace('\\', '/'))).contains(target.substring(hash + 1)));
    }

    /** {@return what can stand behind a {@code #}, as code forges make it of headings} */
    private static Set<String> anchors(Page page) {
        return HEADING.matcher(page.prose()).results().map(it -> it.group(1).toLowerCase(Locale.ROOT)
                .replaceAll("[^\\p{L}\\p{N} _-]", "").strip().replace(' ', '-')).collect(Collectors.toSet());
    }

    @Test
    void everyFileOfTheRepositoryThatAPageNamesIsThere() {
        var gone = new ArrayList<String>();
        for (var page : Page.all()) {
            for (var span : page.spans()) {
                if (FILE.matcher(span).matches() && !Files.exists(Path.of(span))) {
                    gone.add(page.path() + ": " + span);
                }
            }
        }
        assertEquals("", String.join("\n", gone));
    }
}
