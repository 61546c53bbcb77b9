package tests.compile;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import restrack.ErrorKind;
import restrack.compile.MigrationCompiler;

/** What the author of a script reads when it cannot be loaded. */
class ScriptErrorsTest {
    private static final Path FILE = Path.of("migrations", "2_x.java");

    @TempDir
    Path folder;

    private String failure(ErrorKind kind, String source) {
        try (var compiler = new MigrationCompiler(folder, coordinates -> List.of())) {
            return Failures.message(kind, () -> compiler.load(FILE, source));
        }
    }

    private String compileError(String source) {
        return failure(ErrorKind.COMPILE_ERROR, source);
    }

    @Test
    void errorShowsTheLineOfTheScriptWithACaret() {
        var message = compileError("""
                // revision: 2
                class X implements Migration {
                    public void up(Op op) {
                \top.exekute("SELECT 1");
                    }
                }
                """);
        assertTrue(message.startsWith(FILE + " does not compile:\n" + FILE + ":4: cannot find symbol\n"
                + "\top.exekute(\"SELECT 1\");\n\t  ^\n  symbol:   method exekute(java.lang.String)\n"), message);
    }

    @Test
    void importsOfTheToolkitMoveNothing() {
        var first = compileError("clas X implements Migration { }");
        assertTrue(first.contains(FILE + ":1: "), first);
        assertTrue(first.contains("\nclas X implements Migration { }\n^"), first);
        var behindPackage = compileError("// 1\npackage a.b; clas X { }\n");
        assertTrue(behindPackage.contains(FILE + ":2: "), behindPackage);
        assertTrue(behindPackage.contains("\npackage a.b; clas X { }\n             ^"), behindPackage);
    }

    @Test
    void endOfTheFileIsALineOfTheScript() {
        var message = compileError("class X implements Migration {\n    public void up(Op op) {\n    }\n");
        assertTrue(message.contains(FILE + ":3: reached end of file while parsing\n    }\n"), message);
    }

    @Test
    void tenErrorsAreShownAndTheRestCounted() {
        var lines = IntStream.range(0, 13).mapToObj(i -> "    Missing%02d field%d;\n".formatted(i, i))
                .collect(Collectors.joining());
        var message = compileError("class X implements Migration {\n" + lines + "    public void up(Op op) { }\n}\n");
        assertTrue(message.contains("Missing09"), message);
        assertFalse(message.contains("Missing10"), message);
        assertTrue(message.endsWith("\nand 3 more errors"), message);
    }

    @Test
    void oneClassHasToBeTheMigration() {
        assertEquals(FILE + " has no class at its top level that implements Migration.",
                compileError("class X { class Y implements Migration { public void up(Op op) { } } }"));
        assertEquals(FILE + " has no class at its top level that implements Migration.",
                compileError("// revision: 2\n"));
        assertEquals(FILE + " has several classes that implement Migration: A, B.", compileError("""
                class B implements Migration { public void up(Op op) { } }
                class A implements Migration { public void up(Op op) { } }
                """));
    }

    @Test
    void instanceHasToBePossible() {
        assertEquals(FILE + ": class X has no constructor without parameters.",
                compileError("record X(int a) implements Migration { public void up(Op op) { } }"));
        assertEquals(FILE + ": making an instance of X failed: java.lang.IllegalStateException: not today.",
                failure(ErrorKind.SCRIPT_FAILED, """
                        class X implements Migration {
                            X() { throw new IllegalStateException("not today"); }
                            public void up(Op op) { }
                        }
                        """));
        assertEquals(FILE + ": making an instance of X failed: java.lang.ArithmeticException: / by zero.",
                failure(ErrorKind.SCRIPT_FAILED, """
                        class X implements Migration {
                            static int zero = 0, one = 1 / zero;
                            public void up(Op op) { }
                        }
                        """));
    }

    @Test
    void runtimeWithoutCompilerIsNamed() {
        try (var compiler = new MigrationCompiler(folder, coordinates -> List.of(), () -> null)) {
            var message = Failures.message(ErrorKind.COMPILE_ERROR, () -> compiler.load(FILE, "class X { }"));
            assertTrue(message.startsWith(FILE + " is a Java migration, which needs a JDK"), message);
        }
    }
}
