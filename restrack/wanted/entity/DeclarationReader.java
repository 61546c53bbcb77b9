package restrack.wanted.entity;

import com.sun.source.util.JavacTask;
import com.sun.source.util.TreePath;
import com.sun.source.util.Trees;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import javax.lang.model.element.TypeElement;
import javax.tools.Diagnostic;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.StandardLocation;
import restrack.ErrorKind;
import restrack.MigrateException;
import restrack.Renamed;
import restrack.config.OwnClassPath;

/**
 * Reads classes with the JDK's compiler. It only looks at declarations: bodies of methods are not compiled, nothing is
 * written, and nothing of the classes is ever run. What it returns is of use until it is closed.
 */
final class DeclarationReader implements AutoCloseable {
    private static final int ERRORS_SHOWN = 10;
    private static final List<String> OPTIONS = List.of("-proc:none", "-implicit:none", "-nowarn", "-Xlint:none");

    private final EntityOptions options;
    private final JavaCompiler javac;
    private final StandardJavaFileManager files;
    private final DiagnosticCollector<JavaFileObject> diagnostics = new DiagnosticCollector<>();

    /**
     * @param models  the files or folders, for messages
     * @param classes those of them that have classes
     * @throws MigrateException {@code compile_error} where there is no compiler
     */
    DeclarationReader(Supplier<JavaCompiler> compiler, List<Path> models, List<Path> classes, EntityOptions options) {
        this.options = options;
        javac = compiler.get();
        if (javac == null) {
            throw new MigrateException(ErrorKind.COMPILE_ERROR,
                    "%s is a Java model, which needs a JDK, and this Java has no compiler: %s.".formatted(
                            models.get(0), System.getProperty("java.home")),
                    "Install a JDK 17 or later and let JAVA_HOME name it.");
        }
        files = javac.getStandardFileManager(diagnostics, Locale.ENGLISH, StandardCharsets.UTF_8);
        try {
            files.setLocationFromPaths(StandardLocation.CLASS_PATH, classPath(classes, options));
            // Without this, sources that happen to lie on the class path would be compiled too.
            files.setLocationFromPaths(StandardLocation.SOURCE_PATH, List.of());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The models, what they use, and what this toolkit runs on: it has the annotations. */
    private static List<Path> classPath(List<Path> classes, EntityOptions options) {
        var paths = new LinkedHashSet<Path>();
        classes.forEach(it -> paths.add(options.folder().resolve(it)));
        options.classPath().forEach(it -> paths.add(options.folder().resolve(it)));
        paths.addAll(OwnClassPath.with(Renamed.class, jakarta.persistence.Entity.class));
        return paths.stream().filter(Files::exists).toList();
    }

    /**
     * {@return the declarations of sources}
     *
     * @throws MigrateException {@code compile_error} if they cannot be read
     */
    Declarations ofSources(List<Path> paths) {
        var sources = new LinkedHashMap<String, ModelSource>();
        // A module would hide from the models what is on the class path.
        paths.stream().filter(it -> !it.endsWith("module-info.java")).map(it -> ModelSource.read(it, options.folder()))
                .forEach(it -> sources.put(it.toUri().toString(), it));
        var task = task(List.copyOf(sources.values()));
        var trees = Trees.instance(task);
        var found = new ArrayList<TypeElement>();
        try {
            var units = task.parse();
            refuseErrors(sources);
            Declared.in(task);
            refuseErrors(sources);
            for (var unit : units) {
                for (var declaration : unit.getTypeDecls()) {
                    if (trees.getElement(TreePath.getPath(unit, declaration)) instanceof TypeElement type) {
                        found.add(type);
                    }
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return Declarations.of(found, task.getTypes(), new Places(trees, sources, Map.of()));
    }

    /**
     * {@return the declarations of class files}
     *
     * @param classFiles the files, by the names of their classes
     * @throws MigrateException {@code compile_error} if they cannot be read
     */
    Declarations ofClasses(Map<String, String> classFiles) {
        var task = task(List.of());
        var found = new ArrayList<TypeElement>();
        classFiles.forEach((name, file) -> {
            var type = task.getElements().getTypeElement(name);
            refuseErrors(Map.of());
            if (type == null) {
                throw new MigrateException(ErrorKind.COMPILE_ERROR, file + " cannot be read as the class " + name + ".",
                        "Name the folder or jar that the packages begin in: target/classes.");
            }
            found.add(type);
        });
        return Declarations.of(found, task.getTypes(), new Places(Trees.instance(task), Map.of(), classFiles));
    }

    private JavacTask task(List<ModelSource> sources) {
        return (JavacTask) javac.getTask(new StringWriter(), files, diagnostics, OPTIONS, null, sources);
    }

    private void refuseErrors(Map<String, ModelSource> sources) {
        var errors = diagnostics.getDiagnostics().stream().filter(it -> it.getKind() == Diagnostic.Kind.ERROR).toList();
        if (errors.isEmpty()) {
            return;
        }
        var shown = errors.stream().limit(ERRORS_SHOWN).map(it -> describe(it, sources))
                .collect(Collectors.joining("\n"));
        var more = errors.size() - ERRORS_SHOWN;
        var rest = more <= 0 ? "" : more == 1 ? "\nand one more error" : "\nand " + more + " more errors";
        throw new MigrateException(ErrorKind.COMPILE_ERROR, "The models do not compile:\n" + shown + rest,
                errors.stream().anyMatch(DeclarationReader::isMissing)
                        ? "Classes that they use are looked for in models.class-path."
                        : "They are read as Java " + Runtime.version().feature() + ".");
    }

    private static boolean isMissing(Diagnostic<?> error) {
        return List.of("cant.resolve", "doesnt.exist", "cant.access", "cant.ref").stream()
                .anyMatch(error.getCode()::contains);
    }

    private static String describe(Diagnostic<? extends JavaFileObject> error, Map<String, ModelSource> sources) {
        var message = error.getMessage(Locale.ENGLISH).strip();
        var source = error.getSource() == null ? null : sources.get(error.getSource().toUri().toString());
        if (source == null) {
            return message;
        }
        // As javac prints it: what is wrong, where, and then what it knows about the symbols.
        var lines = message.split("\n", 2);
        return "%s:%d: %s\n    %s".formatted(source.file(), error.getLineNumber(), lines[0],
                source.line(error.getLineNumber())) + (lines.length > 1 ? "\n" + lines[1] : "");
    }

    @Override
    public void close() {
        try {
            files.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
