package tests.docs;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import restrack.config.DatabaseUrl;
import restrack.config.Key;

/** {@code docs/settings.md} has each setting with its default and its variable, and no other. */
class SettingsPageTest {
    private final Page page = Page.of("docs/settings.md");

    @Test
    void eachSettingIsThereWithItsDefaultAndItsVariable() {
        var said = new TreeMap<String, String>();
        for (var row : page.rows()) {
            if (row.size() == 4) {
                said.put(bare(row.get(0)), bare(row.get(1)) + " " + bare(row.get(2)));
            }
        }
        assertEquals(Arrays.stream(Key.values()).collect(Collectors.toMap(Key::id,
                it -> it.fallback() + " " + it.variable(), (a, b) -> a, TreeMap::new)), said);
    }

    @Test
    void eachUrlMeansTheFileThatThePageSays() {
        int checked = 0;
        for (var row : page.rows()) {
            if (row.size() == 2 && row.get(0).contains("sqlite:") && !row.get(0).contains("C:")) {
                var url = DatabaseUrl.parse(bare(row.get(0)), Path.of(""));
                assertEquals(bare(row.get(1)).replaceFirst(",.*", ""),
                        url.memory() ? "in memory" : url.file().orElseThrow().toString(), row.get(0));
                checked++;
            }
        }
        assertEquals(true, checked >= 6, checked + " URLs");
    }

    private static String bare(String cell) {
        return cell.replace("`", "");
    }
}
