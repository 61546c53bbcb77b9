package restrack.compile;

import java.io.UncheckedIOException;
import java.lang.reflect.Modifier;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import restrack.Migration;

/** Loads one script: its classes from memory, its libraries from their jars, all else from the toolkit. */
final class ScriptClassLoader extends URLClassLoader {
    private final Map<String, byte[]> classes;

    ScriptClassLoader(Map<String, byte[]> classes, List<Path> libraries) {
        super(libraries.stream().map(ScriptClassLoader::url).toArray(URL[]::new),
                ScriptClassLoader.class.getClassLoader());
        this.classes = classes;
    }

    private static URL url(Path jar) {
        try {
            return jar.toUri().toURL();
        } catch (MalformedURLException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** {@return the classes at the top level that can be run as migrations} */
    List<Class<? extends Migration>> migrations() {
        List<Class<? extends Migration>> found = new ArrayList<>();
        for (var name : classes.keySet()) {
            var type = load(name);
            if (Migration.class.isAssignableFrom(type) && type.getEnclosingClass() == null
                    && !Modifier.isAbstract(type.getModifiers())) {
                found.add(type.asSubclass(Migration.class));
            }
        }
        return found;
    }

    private Class<?> load(String name) {
        try {
            return loadClass(name);
        } catch (ClassNotFoundException e) {
            throw new NoClassDefFoundError(name);
        }
    }

    /** The script's own classes first: one that has the name of a class of the toolkit is still the script's. */
    @Override
    protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
        if (!classes.containsKey(name)) {
            return super.loadClass(name, resolve);
        }
        synchronized (getClassLoadingLock(name)) {
            var loaded = findLoadedClass(name);
            return loaded != null ? loaded : findClass(name);
        }
    }

    @Override
    protected Class<?> findClass(String name) throws ClassNotFoundException {
        var bytes = classes.get(name);
        return bytes == null ? super.findClass(name) : defineClass(name, bytes, 0, bytes.length);
    }
}
