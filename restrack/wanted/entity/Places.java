package restrack.wanted.entity;

import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.ModifiersTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.VariableTree;
import com.sun.source.util.Trees;
import java.io.IOException;
import java.util.Map;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.TypeElement;
import restrack.ErrorKind;
import restrack.MigrateException;

/**
 * Where classes and their members stand, for messages.
 *
 * @param trees   what the compiler knows about sources
 * @param sources the sources by the names that the compiler has for their files
 * @param files   for classes without sources, their files by the names of the classes
 */
record Places(Trees trees, Map<String, ModelSource> sources, Map<String, String> files) {
    /** {@return file and line: {@code models/User.java:12}; for a class file the file} */
    String of(Element element) {
        var path = trees.getPath(element);
        if (path == null) {
            return file(element);
        }
        return at(path.getCompilationUnit(), start(path.getCompilationUnit(), path.getLeaf()));
    }

    /** {@return file and line of an annotation} */
    String of(Note note) {
        var path = trees.getPath(note.on(), note.mirror());
        return path == null ? of(note.on()) : at(path.getCompilationUnit(),
                trees.getSourcePositions().getStartPosition(path.getCompilationUnit(), path.getLeaf()));
    }

    private String file(Element element) {
        var top = element;
        while (top.getEnclosingElement() != null && top.getEnclosingElement().getKind() != ElementKind.PACKAGE) {
            top = top.getEnclosingElement();
        }
        var name = top instanceof TypeElement type ? type.getQualifiedName().toString() : top.toString();
        return files.getOrDefault(name, name);
    }

    private String at(CompilationUnitTree unit, long position) {
        var source = sources.get(unit.getSourceFile().toUri().toString());
        var line = unit.getLineMap().getLineNumber(Math.max(0, position));
        return source == null ? unit.getSourceFile().getName() + ":" + line : source.file() + ":" + line;
    }

    /** Where a declaration begins behind its annotations. */
    private long start(CompilationUnitTree unit, Tree tree) {
        var positions = trees.getSourcePositions();
        var modifiers = modifiers(tree);
        var end = modifiers == null ? -1 : positions.getEndPosition(unit, modifiers);
        if (end < 0) {
            return positions.getStartPosition(unit, tree);
        }
        try {
            var text = unit.getSourceFile().getCharContent(true);
            while (end < text.length() && Character.isWhitespace(text.charAt((int) end))) {
                end++;
            }
            return end;
        } catch (IOException e) {
            throw new MigrateException(ErrorKind.FILE_ERROR, unit.getSourceFile().getName() + " cannot be read: "
                    + e.getMessage() + ".", "", e);
        }
    }

    private static ModifiersTree modifiers(Tree tree) {
        if (tree instanceof ClassTree type) {
            return type.getModifiers();
        }
        if (tree instanceof MethodTree method) {
            return method.getModifiers();
        }
        return tree instanceof VariableTree variable ? variable.getModifiers() : null;
    }
}
