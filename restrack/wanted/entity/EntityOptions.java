package restrack.wanted.entity;

import java.nio.file.Path;
import java.util.List;
import java.util.Set;

/**
 * How classes are read.
 *
 * @param naming             how tables and columns are called whose names no annotation says
 * @param ignoredAnnotations full names of annotations that are passed over although they could touch the schema
 * @param classPath          folders and jars with the classes that the models use
 * @param folder             what all paths are relative to; messages show them as they are
 */
public record EntityOptions(Naming naming, Set<String> ignoredAnnotations, List<Path> classPath, Path folder) {
    /** The collections are copied. */
    public EntityOptions {
        ignoredAnnotations = Set.copyOf(ignoredAnnotations);
        classPath = List.copyOf(classPath);
    }
}
