package tests.launcher;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.nio.file.Files;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The catalog names what is there, and its template leaves nothing out. */
class CatalogTest {
    @Test
    void everyAliasNamesAScriptAndSaysWhatItIsFor() {
        JsonObject aliases = catalog().getAsJsonObject("aliases");
        assertEquals("[migrate, revision, tests]", aliases.keySet().toString());
        aliases.asMap().forEach((name, alias) -> {
            assertEquals(name + ".java", alias.getAsJsonObject().get("script-ref").getAsString());
            assertTrue(Files.isRegularFile(Repository.ROOT.resolve(name + ".java")), name + ".java is missing");
            assertTrue(alias.getAsJsonObject().has("description"), name);
        });
    }

    @Test
    void theTemplateBringsEveryFileOfTheToolkit() {
        Map<String, String> found = new LinkedHashMap<>();
        template().asMap().forEach((target, source) -> found.put(target, source.getAsString()));
        assertEquals(wanted(), found, () -> "Put into jbang-catalog.json, templates > toolkit:\n"
                + wanted().entrySet().stream().map(it -> "        \"" + it.getKey() + "\": \"" + it.getValue() + "\"")
                        .collect(Collectors.joining(",\n", "      \"file-refs\": {\n", "\n      }\n")));
    }

    /** {@return each file that a vendored copy has, and where it comes from} */
    static Map<String, String> wanted() {
        var files = new LinkedHashMap<String, String>();
        files.put("{filename}", "migrate.java");
        files.put("revision.java", "revision.java");
        files.put("jbang", "jbang");
        files.put("jbang.cmd", "jbang.cmd");
        Repository.filesIn("restrack").forEach(it -> files.put(it, it));
        return files;
    }

    private static JsonObject template() {
        return catalog().getAsJsonObject("templates").getAsJsonObject("toolkit").getAsJsonObject("file-refs");
    }

    private static JsonObject catalog() {
        return JsonParser.parseString(Repository.read("jbang-catalog.json")).getAsJsonObject();
    }
}
