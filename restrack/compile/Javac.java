package restrack.compile;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import javax.tools.Diagnostic;
import javax.tools.DiagnosticCollector;
import javax.tools.FileObject;
import javax.tools.ForwardingJavaFileManager;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileManager;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.StandardLocation;
import org.jdbi.v3.core.Handle;
import restrack.ErrorKind;
import restrack.MigrateException;
import restrack.Migration;
import restrack.config.OwnClassPath;

/** Compiles a script with the JDK's compiler, from memory to memory. */
record Javac(Supplier<JavaCompiler> compiler) {
    private static final int ERRORS_SHOWN = 10;
    private static final List<String> OPTIONS = List.of("-proc:none", "-implicit:none", "-nowarn", "-Xlint:none", "-g");

    /**
     * {@return the class files by the names of their classes}
     *
     * @param libraries jars that the script needs besides the toolkit
     */
    Map<String, byte[]> compile(Program program, List<Path> libraries) {
        var javac = compiler.get();
        if (javac == null) {
            throw new MigrateException(ErrorKind.COMPILE_ERROR,
                    "%s is a Java migration, which needs a JDK, and this Java has no compiler: %s."
                            .formatted(program.file(), System.getProperty("java.home")),
                    "Install a JDK 17 or later and let JAVA_HOME name it.");
        }
        var diagnostics = new DiagnosticCollector<JavaFileObject>();
        try (var standard = javac.getStandardFileManager(diagnostics, Locale.ENGLISH, StandardCharsets.UTF_8)) {
            standard.setLocationFromPaths(StandardLocation.CLASS_PATH, classPath(libraries));
            // Without this, sources that happen to lie on the class path would be compiled too.
            standard.setLocationFromPaths(StandardLocation.SOURCE_PATH, List.of());
            var output = new Output(standard);
            var task = javac.getTask(new StringWriter(), output, diagnostics, OPTIONS, null,
                    List.of(new Source(program)));
            if (task.call()) {
                return output.bytes();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        throw failure(program, diagnostics.getDiagnostics());
    }

    /** What the toolkit itself runs on, from a jar or from a folder, and the script's libraries. */
    private static List<Path> classPath(List<Path> libraries) {
        var paths = OwnClassPath.with(Migration.class, Handle.class);
        paths.addAll(libraries);
        return paths.stream().filter(Files::exists).toList();
    }

    private static MigrateException failure(Program program,
                                            List<Diagnostic<? extends JavaFileObject>> diagnostics) {
        var errors = diagnostics.stream().filter(it -> it.getKind() == Diagnostic.Kind.ERROR).toList();
        var shown = errors.stream().limit(ERRORS_SHOWN).map(it -> describe(program, it))
                .collect(Collectors.joining("\n"));
        var more = errors.size() - ERRORS_SHOWN;
        var rest = more <= 0 ? "" : more == 1 ? "\nand one more error" : "\nand " + more + " more errors";
        return new MigrateException(ErrorKind.COMPILE_ERROR,
                "%s does not compile:\n%s%s".formatted(program.file(), shown, rest), "");
    }

    private static String describe(Program program, Diagnostic<?> error) {
        var message = error.getMessage(Locale.ENGLISH).strip();
        if (error.getPosition() == Diagnostic.NOPOS) {
            return "%s: %s".formatted(program.file(), message);
        }
        int position = program.original(error.getPosition());
        // As javac prints it: what is wrong, where, and then what it knows about the symbols.
        var lines = message.split("\n", 2);
        return "%s:%d: %s\n%s".formatted(program.file(), program.line(position), lines[0], program.excerpt(position))
                + (lines.length > 1 ? "\n" + lines[1] : "");
    }

    /** The script; its file may have any name, whatever its classes are called. */
    private static final class Source extends SimpleJavaFileObject {
        private final String text;

        Source(Program program) {
            super(program.file().toUri(), Kind.SOURCE);
            this.text = program.withImports();
        }

        @Override
        public boolean isNameCompatible(String simpleName, Kind kind) {
            return true;
        }

        @Override
        public CharSequence getCharContent(boolean ignoreEncodingErrors) {
            return text;
        }
    }

    /** A class file in memory. */
    private static final class ClassFile extends SimpleJavaFileObject {
        private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

        ClassFile(String name) {
            super(URI.create("memory:///" + name.replace('.', '/') + Kind.CLASS.extension), Kind.CLASS);
        }

        @Override
        public OutputStream openOutputStream() {
            return bytes;
        }
    }

    /** Keeps what the compiler writes. */
    private static final class Output extends ForwardingJavaFileManager<JavaFileManager> {
        private final Map<String, ClassFile> files = new TreeMap<>();

        Output(JavaFileManager standard) {
            super(standard);
        }

        @Override
        public JavaFileObject getJavaFileForOutput(Location location, String name, JavaFileObject.Kind kind,
                                                   FileObject sibling) {
            return files.computeIfAbsent(name, ClassFile::new);
        }

        Map<String, byte[]> bytes() {
            var classes = new TreeMap<String, byte[]>();
            files.forEach((name, file) -> classes.put(name, file.bytes.toByteArray()));
            return classes;
        }
    }
}
