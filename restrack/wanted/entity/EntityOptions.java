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
 */
public record EntityOptions(Naming naming, Set<String> ignoredAnnotations, List<Path> classPath) {
    /** The collections are copied. */
    public EntityOptions {
        ignoredAnnotations = Set.copyOf(ignoredAnnotations);
        classPath = List.copyOf(classPath);
    }
}
