package restrack.wanted.entity;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import javax.tools.JavaCompiler;
import javax.tools.ToolProvider;
import restrack.MigrateException;
import restrack.database.Dialect;

/**
 * The tables that classes and records with {@code jakarta.persistence} annotations ask for. The compiler reads them;
 * nothing of them is ever run, and only what is written counts. An annotation that could touch the schema and is not
 * understood is an error.
 */
public final class Entities {
    private Entities() {
    }

    /**
     * Reads sources, which may use one another in any order. A file that does not import {@code jakarta.persistence}
     * itself has it imported, with {@code java.math}, {@code java.time}, {@code java.util} and
     * {@link restrack.Renamed}.
     *
     * @param files   the sources, all of them, as messages call them
     * @param options how they are read
     * @param dialect the database that the statements are for
     * @throws MigrateException {@code compile_error} or {@code bad_model}, with file and line
     */
    public static EntityModel ofSources(List<Path> files, EntityOptions options, Dialect dialect) {
        return ofSources(files, options, dialect, ToolProvider::getSystemJavaCompiler);
    }

    /**
     * As above, with a compiler of the caller's choice.
     *
     * @param compiler gives {@code null} where there is none
     */
    public static EntityModel ofSources(List<Path> files, EntityOptions options, Dialect dialect,
            Supplier<JavaCompiler> compiler) {
        if (files.isEmpty()) {
            return new EntityModel(List.of(), List.of(), Set.of());
        }
        try (var reader = new DeclarationReader(compiler, files, List.of(), options)) {
            return read(reader.ofSources(files), options, dialect);
        }
    }

    /**
     * Reads class files.
     *
     * @param foldersAndJars where they are; what they use is looked for there too
     * @param options        how they are read
     * @param dialect        the database that the statements are for
     * @throws MigrateException {@code bad_model}, with the class file
     */
    public static EntityModel ofClasses(List<Path> foldersAndJars, EntityOptions options, Dialect dialect) {
        var classFiles = new LinkedHashMap<String, String>();
        foldersAndJars.forEach(it -> ClassFiles.in(it, options).forEach(classFiles::putIfAbsent));
        if (classFiles.isEmpty()) {
            return new EntityModel(List.of(), List.of(), Set.of());
        }
        try (var reader = new DeclarationReader(ToolProvider::getSystemJavaCompiler, foldersAndJars, foldersAndJars,
                options)) {
            return read(reader.ofClasses(classFiles), options, dialect);
        }
    }

    private static EntityModel read(Declarations declarations, EntityOptions options, Dialect dialect) {
        var reading = new Reading(declarations.types(), declarations.places(), options, dialect);
        return EntityTables.of(declarations.classes(), reading, new Names(options.naming(), dialect));
    }
}
