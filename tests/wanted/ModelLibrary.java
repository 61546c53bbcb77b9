package tests.wanted;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.stream.Stream;
import javax.tools.ToolProvider;

/** Compiles classes that models use. */
final class ModelLibrary {
    private ModelLibrary() {
    }

    /** Compiles sources, by their paths, into a folder of class files. */
    static void compile(Map<String, String> sources, Path classes) throws IOException {
        var folder = Files.createDirectories(classes.resolveSibling(classes.getFileName() + "-src"));
        for (var source : sources.entrySet()) {
            Files.createDirectories(folder.resolve(source.getKey()).getParent());
            Files.writeString(folder.resolve(source.getKey()), source.getValue());
        }
        Files.createDirectories(classes);
        var javac = ToolProvider.getSystemJavaCompiler();
        var out = new StringWriter();
        try (var files = javac.getStandardFileManager(null, null, null)) {
            assertTrue(javac.getTask(out, files, null, List.of("-proc:none", "-d", classes.toString(), "-cp",
                    System.getProperty("java.class.path")), null, files.getJavaFileObjectsFromPaths(
                    sources.keySet().stream().map(folder::resolve).toList())).call(), out::toString);
        }
    }

    /** Packs a folder into a jar. */
    static void pack(Path folder, Path file) throws IOException {
        try (var jar = new JarOutputStream(Files.newOutputStream(file)); Stream<Path> all = Files.walk(folder)) {
            for (var each : all.filter(Files::isRegularFile).sorted().toList()) {
                jar.putNextEntry(new JarEntry(folder.relativize(each).toString().replace('\\', '/')));
                jar.write(Files.readAllBytes(each));
                jar.closeEntry();
            }
        }
    }
}
