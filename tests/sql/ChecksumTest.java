package tests.sql;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.util.List;
import org.junit.jupiter.api.Test;
import restrack.database.sqlite.grammar.SqliteSyntax;
import restrack.sql.Checksum;
import restrack.sql.Tokens;

class ChecksumTest {
    private static final String SCRIPT = "CREATE TABLE t(a, 'b  c');\nDROP TABLE \"u\"";

    @Test
    void itIsSha256InHex() {
        assertEquals("e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855", Checksum.start().hex());
    }

    @Test
    void itStaysTheSameFromVersionToVersion() {
        assertEquals("490b4ae4d2aa2883e2d1c139a9f074248dc976d762450702397b21e0a8d9dfe6", Checksum.start()
                .values("revises", List.of("a"))
                .section("up", Tokens.of(SCRIPT, SqliteSyntax.SQLITE))
                .java("java", "class A {}").hex());
    }

    @Test
    void commentsSpaceLineEndsAndEmptyStatementsDoNotCount() {
        for (var same : List.of(SCRIPT + ";", SCRIPT + " ;; ; -- bye", SCRIPT.replace("\n", "\r\n"), ";" + SCRIPT,
                SCRIPT.replace(";", ";;"), "\uFEFF/* hello */" + SCRIPT, SCRIPT.replace("(", " (\n\t"),
                SCRIPT.replace("a,", "a /* , x */,"))) {
            assertEquals(sql(SCRIPT), sql(same), same);
        }
        assertEquals(sql("SELECT 'a\nb'"), sql("SELECT 'a\r\nb'"));
        assertEquals(sql(""), sql("-- nothing\n;"));
    }

    @Test
    void everythingElseCounts() {
        for (var other : List.of(SCRIPT.replace("b  c", "b c"), SCRIPT.replace("DROP", "drop"),
                SCRIPT.replace("\"u\"", "u"), SCRIPT.replace(";", ""), SCRIPT.replace("(a", "(aa"),
                SCRIPT.replace(" t", "t"), SCRIPT + "x",
                SCRIPT + "/*! x */", SCRIPT + "/*M! x */")) {
            assertNotEquals(sql(SCRIPT), sql(other), other);
        }
        assertNotEquals(sql("/*! x */"), sql("/*! y */"));
    }

    @Test
    void tokensDoNotRunIntoOneAnother() {
        assertNotEquals(sql("a b"), sql("ab"));
        assertNotEquals(sql("a 1:b"), sql("a b"));
        assertNotEquals(values("x", "ab", "c"), values("x", "a", "bc"));
        assertNotEquals(values("x", "a"), values("x", "a", ""));
        assertNotEquals(Checksum.start().values("x", List.of("a")).values("y", List.of()).hex(),
                Checksum.start().values("x", List.of()).values("y", List.of("a")).hex());
    }

    @Test
    void upAndDownAreToldApart() {
        var tokens = Tokens.of(SCRIPT, SqliteSyntax.SQLITE);
        assertNotEquals(Checksum.start().section("up", tokens).hex(), Checksum.start().section("down", tokens).hex());
    }

    @Test
    void theOrderOfValuesDoesNotCount() {
        assertEquals(values("revises", "a", "b"), values("revises", "b", "a"));
        assertNotEquals(values("revises", "a", "b"), values("depends-on", "a", "b"));
    }

    @Test
    void inJavaOnlyDependenciesCountAmongComments() {
        var source = "//DEPS a:b:1\n// hello\nclass A { String s = \"// x\"; }";
        assertEquals(java(source), java("//DEPS a:b:1 \r\nclass A{/** Doc. */ String s=\"// x\";} // bye"));
        assertNotEquals(java(source), java(source.replace("b:1", "b:2")));
        assertNotEquals(java(source), java(source.replace("// x", "// y")));
        assertNotEquals(java("a = - -b;"), java("a = --b;"));
        assertEquals(java("/*! no directive in Java */ a"), java("a"));
    }

    private static String sql(String text) {
        return Checksum.start().section("up", Tokens.of(text, SqliteSyntax.SQLITE)).hex();
    }

    private static String java(String source) {
        return Checksum.start().java("java", source).hex();
    }

    private static String values(String name, String... values) {
        return Checksum.start().values(name, List.of(values)).hex();
    }
}
