package restrack.wanted.entity;

import java.util.List;
import java.util.Optional;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.AnnotationValue;
import javax.lang.model.element.Element;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.TypeMirror;

/**
 * An annotation as it was written: what was left out is not there.
 *
 * @param mirror the annotation
 * @param on     what it stands on
 */
record Note(AnnotationMirror mirror, Element on) {
    /** {@return its full name} */
    String name() {
        return ((TypeElement) mirror.getAnnotationType().asElement()).getQualifiedName().toString();
    }

    /** {@return its name without the package} */
    String simpleName() {
        return mirror.getAnnotationType().asElement().getSimpleName().toString();
    }

    private Optional<Object> value(String element) {
        return mirror.getElementValues().entrySet().stream()
                .filter(it -> it.getKey().getSimpleName().contentEquals(element))
                .<Object>map(it -> it.getValue().getValue()).findFirst();
    }

    /** {@return whether the element was written} */
    boolean says(String element) {
        return value(element).isPresent();
    }

    /** {@return a text; empty if it was not written, or is no text} */
    String text(String element) {
        return value(element).filter(String.class::isInstance).map(String.class::cast).orElse("");
    }

    int number(String element, int otherwise) {
        return value(element).map(Integer.class::cast).orElse(otherwise);
    }

    boolean flag(String element, boolean otherwise) {
        return value(element).map(Boolean.class::cast).orElse(otherwise);
    }

    /** {@return the name of an enum constant} */
    Optional<String> constant(String element) {
        return value(element).map(it -> ((VariableElement) it).getSimpleName().toString());
    }

    /** {@return a class} */
    Optional<TypeMirror> type(String element) {
        return value(element).filter(TypeMirror.class::isInstance).map(TypeMirror.class::cast);
    }

    Optional<Note> note(String element) {
        return value(element).map(it -> new Note((AnnotationMirror) it, on));
    }

    List<Note> notes(String element) {
        return values(element).stream().map(it -> new Note((AnnotationMirror) it, on)).toList();
    }

    List<String> texts(String element) {
        return values(element).stream().map(String.class::cast).toList();
    }

    private List<Object> values(String element) {
        return value(element).map(it -> ((List<?>) it).stream()
                .<Object>map(one -> ((AnnotationValue) one).getValue()).toList()).orElse(List.of());
    }
}
