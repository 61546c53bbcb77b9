package tests.compile;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalInt;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.jar.JarOutputStream;
import java.util.zip.ZipEntry;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import restrack.Migration;
import restrack.compile.Dependencies;
import restrack.compile.MigrationCompiler;

class MigrationCompilerTest {
    private static final Path FILE = Path.of("migrations", "20250604_0731_7f0c2d19be34_say.java");
    private static final String SAYS = """
            // revision: 7f0c2d19be34
            // Says what it is asked
            class Say implements Migration {
                public void up(Op op) {
                }

                @Override
                public String toString() {
                    return "%s";
                }
            }
            """;
    private static final Dependencies NONE = coordinates -> {
        throw new AssertionError("asked for " + coordinates);
    };

    @TempDir
    Path folder;

    private final AtomicInteger compilations = new AtomicInteger();

    private MigrationCompiler compiler() {
        return compiler(NONE);
    }

    private MigrationCompiler compiler(Dependencies dependencies) {
        return new MigrationCompiler(folder.resolve("cache"), dependencies, () -> {
            compilations.incrementAndGet();
            return ToolProvider.getSystemJavaCompiler();
        });
    }

    private List<Path> kept() throws IOException {
        try (var files = Files.list(folder.resolve("cache"))) {
            return files.toList();
        }
    }

    @Test
    void fileMayHaveAnyNameAndNeedsNoImports() {
        try (var compiler = compiler()) {
            assertEquals("hello", compiler.load(FILE, SAYS.formatted("hello")).toString());
            assertEquals("hello", compiler.load(Path.of("7 x.java"), SAYS.formatted("hello")).toString());
        }
    }

    @Test
    void classMayBePublicAndInAPackage() {
        try (var compiler = compiler()) {
            var migration = compiler.load(FILE, "// package wrong;\n/* package wrong; */ package right.one;\npublic "
                    + SAYS.formatted("hello"));
            assertEquals("right.one.Say", migration.getClass().getName());
        }
    }

    @Test
    void classMayHaveHelpersAndNamesOfTheToolkit() {
        try (var compiler = compiler()) {
            var migration = compiler.load(FILE, """
                    import java.util.List;
                    class Version implements Migration {
                        record Row(String name) { }
                        public void up(Op op) { }
                        public String toString() { return List.of(new Row("a"), Helper.row()).toString(); }
                    }
                    class Helper {
                        static Version.Row row() { return new Version.Row("b"); }
                    }
                    """);
            assertEquals("[Row[name=a], Row[name=b]]", migration.toString());
        }
    }

    @Test
    void unchangedScriptIsNotCompiledAgain() {
        try (var compiler = compiler()) {
            compiler.load(FILE, SAYS.formatted("first"));
        }
        assertEquals(1, compilations.get());
        try (var compiler = compiler()) {
            assertEquals("first", compiler.load(FILE, SAYS.formatted("first")).toString());
            assertEquals(1, compilations.get());
            assertEquals("second", compiler.load(FILE, SAYS.formatted("second")).toString());
            assertEquals(2, compilations.get());
        }
    }

    @Test
    void damagedClassesAreCompiledAgain() throws IOException {
        var source = SAYS.formatted("whole");
        try (var compiler = compiler()) {
            compiler.load(FILE, source);
        }
        var file = kept().get(0);
        var whole = Files.readAllBytes(file);
        var flipped = whole.clone();
        flipped[whole.length / 3] ^= 0x10;
        int expected = 1;
        for (var damaged : List.of(new byte[0], Arrays.copyOf(whole, whole.length / 2), flipped)) {
            Files.write(file, damaged);
            try (var compiler = compiler()) {
                assertEquals("whole", compiler.load(FILE, source).toString());
            }
            assertEquals(++expected, compilations.get());
        }
    }

    @Test
    void manyAtOnceMakeOneEntry() throws Exception {
        var source = SAYS.formatted("shared");
        int many = 4;
        var barrier = new CyclicBarrier(many);
        var pool = Executors.newFixedThreadPool(many);
        try {
            List<Callable<String>> calls = new ArrayList<>();
            for (int i = 0; i < many; i++) {
                calls.add(() -> {
                    try (var compiler = compiler()) {
                        barrier.await();
                        return compiler.load(FILE, source).toString();
                    }
                });
            }
            for (var result : pool.invokeAll(calls)) {
                assertEquals("shared", result.get());
            }
        } finally {
            pool.shutdown();
        }
        assertEquals(1, kept().size());
    }

    @Test
    void librariesOfAScriptAreItsOwn() throws IOException {
        var jar = jarWith("greet.Greeting", """
                package greet;
                public class Greeting {
                    public static String text() { return "from a library"; }
                }
                """);
        var source = """
                // revision: 1
                //DEPS org.example:greet:1.0 // says hello
                //DEPS org.example:more:2.0,org.example:most:3.0
                import greet.Greeting;
                class Say implements Migration {
                    public void up(Op op) { }
                    public String toString() { return Greeting.text(); }
                }
                """;
        List<List<String>> asked = new ArrayList<>();
        Dependencies dependencies = coordinates -> {
            asked.add(coordinates);
            return List.of(jar);
        };
        try (var compiler = compiler(dependencies)) {
            assertEquals("from a library", compiler.load(FILE, source).toString());
        }
        try (var compiler = compiler(dependencies)) {
            assertEquals("from a library", compiler.load(FILE, source).toString());
        }
        assertEquals(1, compilations.get());
        assertEquals(List.of("org.example:greet:1.0", "org.example:more:2.0", "org.example:most:3.0"), asked.get(0));
        assertThrows(ClassNotFoundException.class, () -> Class.forName("greet.Greeting"));
    }

    private Path jarWith(String name, String source) throws IOException {
        var file = Files.createDirectories(folder.resolve("library")).resolve("Greeting.java");
        Files.writeString(file, source);
        assertEquals(0, ToolProvider.getSystemJavaCompiler().run(null, null, null, "-proc:none", file.toString(), "-d",
                folder.resolve("library").toString()));
        var jar = folder.resolve("greet.jar");
        var entry = name.replace('.', '/') + ".class";
        try (var out = new JarOutputStream(Files.newOutputStream(jar))) {
            out.putNextEntry(new ZipEntry(entry));
            out.write(Files.readAllBytes(folder.resolve("library").resolve(entry)));
        }
        return jar;
    }

    @Test
    void wayDownIsThereWhenOverriddenAnywhere() {
        try (var compiler = compiler()) {
            assertFalse(MigrationCompiler.hasWayDown(compiler.load(FILE, SAYS.formatted("x"))));
            assertTrue(MigrationCompiler.hasWayDown(compiler.load(FILE, """
                    class Both implements Migration {
                        public void up(Op op) { }
                        public void down(Op op) { }
                    }
                    """)));
            assertTrue(MigrationCompiler.hasWayDown(compiler.load(FILE, """
                    abstract class Base implements Migration {
                        public void down(Op op) { }
                    }
                    class Derived extends Base {
                        public void up(Op op) { }
                    }
                    """)));
        }
    }

    @Test
    void lineOfAFailureIsTheScripts() {
        try (var compiler = compiler()) {
            Migration migration = compiler.load(FILE, """
                    // revision: 1
                    class Fails implements Migration {
                        public void up(Op op) {
                            Runnable later = () -> {
                                throw new IllegalStateException("no");
                            };
                            later.run();
                        }
                    }
                    """);
            var thrown = assertThrows(IllegalStateException.class, () -> migration.up(null));
            assertEquals(OptionalInt.of(5), MigrationCompiler.lineOf(migration, thrown));
            assertEquals(FILE.getFileName().toString(), thrown.getStackTrace()[0].getFileName());
            assertEquals(OptionalInt.empty(), MigrationCompiler.lineOf(migration, new IOException("elsewhere")));
        }
    }
}
