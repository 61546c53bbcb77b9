package restrack.compile;

import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.function.Supplier;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.ToolProvider;
import restrack.ErrorKind;
import restrack.InBatches;
import restrack.MigrateException;
import restrack.Migration;
import restrack.Op;

/**
 * Turns a Java script into a {@link Migration}. Classes are kept by content, so that an unchanged script is not
 * compiled a second time. Closing it closes the libraries of the scripts it loaded; their migrations are of no
 * use from then on.
 */
public final class MigrationCompiler implements AutoCloseable {
    private final ClassCache cache;
    private final Dependencies dependencies;
    private final Supplier<JavaCompiler> compiler;
    private final List<ScriptClassLoader> loaders = new ArrayList<>();

    /**
     * @param cache        the folder for class files, made if missing; if it is not private to the user, it is not used
     * @param dependencies where the libraries of scripts come from
     */
    public MigrationCompiler(Path cache, Dependencies dependencies) {
        this(cache, dependencies, ToolProvider::getSystemJavaCompiler);
    }

    /**
     * As above, with a compiler of the caller's choice.
     *
     * @param compiler asked only when something has to be compiled; gives {@code null} where there is none
     */
    public MigrationCompiler(Path cache, Dependencies dependencies, Supplier<JavaCompiler> compiler) {
        this.cache = new ClassCache(cache);
        this.dependencies = dependencies;
        this.compiler = compiler;
    }

    /**
     * Compiles a script, or takes its classes from the cache, and makes an instance of its migration.
     *
     * @param file   the script's path, for messages and stack traces; it is not read
     * @param source the script's text
     * @return a new instance
     * @throws MigrateException if it does not compile, has no migration or several, or cannot be made
     */
    public Migration load(Path file, String source) {
        var program = Program.of(file, source);
        List<Path> libraries = program.coordinates().isEmpty()
                ? List.of() : dependencies.resolve(program.coordinates());
        var key = ClassCache.key(program);
        var loader = cache.find(key).map(classes -> new ScriptClassLoader(classes, libraries)).orElse(null);
        if (loader == null) {
            var classes = new Javac(compiler).compile(program, libraries);
            loader = new ScriptClassLoader(classes, libraries);
            cache.store(key, classes);
        }
        loaders.add(loader);
        return instantiate(program, migrationClass(program, loader));
    }

    private static Class<? extends Migration> migrationClass(Program program, ScriptClassLoader loader) {
        List<Class<? extends Migration>> found;
        try {
            found = loader.migrations();
        } catch (LinkageError e) {
            throw new MigrateException(ErrorKind.COMPILE_ERROR,
                    "%s cannot be loaded: %s.".formatted(program.file(), e),
                    "A library that it needs may be missing; name it in a //DEPS line.", e);
        }
        if (found.size() == 1) {
            return found.get(0);
        }
        if (found.isEmpty()) {
            throw new MigrateException(ErrorKind.COMPILE_ERROR,
                    "%s has no class at its top level that implements Migration.".formatted(program.file()),
                    "Write one of this form: class AddNames implements Migration { public void up(Op op) { … } }");
        }
        throw new MigrateException(ErrorKind.COMPILE_ERROR,
                "%s has several classes that implement Migration: %s.".formatted(program.file(),
                        String.join(", ", found.stream().map(Class::getSimpleName).sorted().toList())),
                "A script is one migration: move the others into scripts of their own.");
    }

    private static Migration instantiate(Program program, Class<? extends Migration> type) {
        try {
            var constructor = type.getDeclaredConstructor();
            constructor.setAccessible(true);
            return constructor.newInstance();
        } catch (NoSuchMethodException e) {
            throw new MigrateException(ErrorKind.COMPILE_ERROR,
                    "%s: class %s has no constructor without parameters."
                            .formatted(program.file(), type.getSimpleName()),
                    "The toolkit makes the instance itself, so it needs one.", e);
        } catch (InvocationTargetException | ExceptionInInitializerError e) {
            var cause = e.getCause();
            throw new MigrateException(ErrorKind.SCRIPT_FAILED, "%s: making an instance of %s failed: %s."
                    .formatted(program.file(), type.getSimpleName(), cause), "", cause);
        } catch (ReflectiveOperationException | LinkageError e) {
            throw new MigrateException(ErrorKind.SCRIPT_FAILED, "%s: no instance of %s can be made: %s."
                    .formatted(program.file(), type.getSimpleName(), e), "", e);
        }
    }

    /** {@return whether the migration overrides {@code down}, itself or through a class it extends} */
    public static boolean hasWayDown(Migration migration) {
        try {
            return migration.getClass().getMethod("down", Op.class).getDeclaringClass() != Migration.class;
        } catch (NoSuchMethodException e) {
            throw new IllegalStateException(e);
        }
    }

    /**
     * {@return whether a method of the migration says {@link InBatches}}
     *
     * @param method {@code up} or {@code down}
     */
    public static boolean isInBatches(Migration migration, String method) {
        try {
            return migration.getClass().getMethod(method, Op.class).isAnnotationPresent(InBatches.class);
        } catch (NoSuchMethodException e) {
            throw new IllegalStateException(e);
        }
    }

    /**
     * {@return the line of the script where an error came from} Empty if none of its methods was running.
     *
     * @param migration the migration that failed
     * @param thrown    what it threw
     */
    public static OptionalInt lineOf(Migration migration, Throwable thrown) {
        var type = migration.getClass().getName();
        return Stream.iterate(thrown, it -> it != null, Throwable::getCause).limit(20)
                .flatMap(it -> Stream.of(it.getStackTrace()))
                .filter(it -> it.getClassName().equals(type) || it.getClassName().startsWith(type + "$"))
                .mapToInt(StackTraceElement::getLineNumber).filter(line -> line > 0).findFirst();
    }

    @Override
    public void close() {
        for (var loader : loaders) {
            try {
                loader.close();
            } catch (IOException e) {
                // A library that was only read: nothing is lost.
            }
        }
        loaders.clear();
    }
}
