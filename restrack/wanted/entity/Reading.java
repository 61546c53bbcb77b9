package restrack.wanted.entity;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javax.lang.model.element.Element;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.ArrayType;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.Types;
import restrack.database.Dialect;

/**
 * What the readers of classes share.
 *
 * @param types   what the compiler knows about types
 * @param places  where things stand
 * @param options how classes are read
 * @param dialect the database that the statements are for
 */
record Reading(Types types, Places places, EntityOptions options, Dialect dialect) {
    String where(Element element) {
        return places.of(element);
    }

    String where(Attribute attribute) {
        return places.of(attribute.element());
    }

    String where(Note note) {
        return places.of(note);
    }

    Notes notes(Element... elements) {
        return Notes.of(List.of(elements), options.ignoredAnnotations());
    }

    /** {@return whether something has an annotation that means something on an attribute} */
    boolean isMapped(Element member) {
        return notes(member).all().stream().anyMatch(Vocabulary.matters());
    }

    /** {@return the class behind a type; nothing for primitives, arrays and what is not there} */
    Optional<TypeElement> element(TypeMirror type) {
        return type.getKind() == TypeKind.DECLARED ? Optional.of((TypeElement) ((DeclaredType) type).asElement())
                : Optional.empty();
    }

    /** {@return the full name of a type without its arguments: {@code java.util.List}, {@code int}, {@code byte[]}} */
    String name(TypeMirror type) {
        if (type instanceof ArrayType array) {
            return name(array.getComponentType()) + "[]";
        }
        return element(type).map(it -> it.getQualifiedName().toString())
                .orElseGet(() -> type.getKind().isPrimitive() ? type.getKind().name().toLowerCase(Locale.ROOT)
                        : types.erasure(type).toString());
    }

    /** {@return the arguments of a type: {@code String} of {@code List<String>}} */
    List<? extends TypeMirror> arguments(TypeMirror type) {
        return type instanceof DeclaredType declared ? declared.getTypeArguments() : List.of();
    }

    /** {@return what may be there: {@code String} of {@code Optional<String>}; any other type as it is} */
    TypeMirror unwrapped(TypeMirror type) {
        return name(type).equals("java.util.Optional") && arguments(type).size() == 1 ? arguments(type).get(0) : type;
    }
}
