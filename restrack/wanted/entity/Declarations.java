package restrack.wanted.entity;

import java.util.ArrayList;
import java.util.List;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.ElementFilter;
import javax.lang.model.util.Types;

/**
 * Classes as the compiler declares them.
 *
 * @param classes all of them but annotations, the nested ones too, in the order of the files
 * @param types   what the compiler knows about types
 * @param places  where they stand
 */
record Declarations(List<TypeElement> classes, Types types, Places places) {
    static Declarations of(Iterable<TypeElement> atTheTop, Types types, Places places) {
        var classes = new ArrayList<TypeElement>();
        atTheTop.forEach(it -> add(it, classes));
        return new Declarations(List.copyOf(classes), types, places);
    }

    private static void add(TypeElement type, List<TypeElement> classes) {
        if (type.getKind() == ElementKind.ANNOTATION_TYPE) {
            return;
        }
        classes.add(type);
        ElementFilter.typesIn(type.getEnclosedElements()).forEach(it -> add(it, classes));
    }
}
