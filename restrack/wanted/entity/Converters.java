package restrack.wanted.entity;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.PrimitiveType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;

/**
 * What attributes are converted to.
 *
 * @param automatic the converters that apply by themselves
 * @param reading   what the readers of classes share
 */
record Converters(List<Converter> automatic, Reading reading) {
    private static final String INTERFACE = Notes.PERSISTENCE + "AttributeConverter";

    /** A converter that applies to all attributes of a type. */
    record Converter(TypeMirror from, TypeMirror to) {
    }

    static Converters among(List<TypeElement> classes, Reading reading) {
        var automatic = new ArrayList<Converter>();
        for (var type : classes) {
            if (reading.notes(type).find("Converter").filter(it -> it.flag("autoApply", false)).isPresent()) {
                automatic.add(converter(type.asType(), reading).orElseThrow(() -> Problem.at(reading.where(type),
                        type.getSimpleName() + " does not say what it converts.",
                        "It has to implement AttributeConverter with two types.")));
            }
        }
        return new Converters(List.copyOf(automatic), reading);
    }

    /** {@return what the column holds, if it is not the attribute itself} */
    Optional<TypeMirror> target(Attribute attribute, TypeMirror type) {
        var converts = attribute.notes().repeated("Convert");
        if (converts.isEmpty()) {
            return automatic(attribute, type);
        }
        var convert = converts.get(0);
        if (converts.size() > 1 || !convert.text("attributeName").isEmpty()) {
            throw Problem.at(reading.where(convert), "@Convert for a part of %s is not understood."
                    .formatted(attribute.shown()), "Write it on the attribute of the embedded class.");
        }
        if (convert.flag("disableConversion", false) || !convert.says("converter")) {
            return Optional.empty();
        }
        return Optional.of(convert.type("converter").flatMap(it -> converter(it, reading)).map(Converter::to)
                .orElseThrow(() -> Problem.at(reading.where(convert),
                        "What %s is converted to cannot be told from its converter.".formatted(attribute.shown()),
                        "Let the converter implement AttributeConverter with two types, or write "
                                + "@Column(columnDefinition = …).")));
    }

    /** Keys, versions, and what says itself how it is stored, are left alone (Jakarta Persistence 3.2, 11.1.10). */
    private Optional<TypeMirror> automatic(Attribute attribute, TypeMirror type) {
        if (attribute.inKey()
                || List.of("Version", "Enumerated", "Temporal").stream().anyMatch(attribute.notes()::has)) {
            return Optional.empty();
        }
        var boxed = type instanceof PrimitiveType primitive ? reading.types().boxedClass(primitive).asType() : type;
        return automatic.stream().filter(it -> reading.types().isSameType(it.from, boxed)).map(Converter::to)
                .findFirst();
    }

    private static Optional<Converter> converter(TypeMirror type, Reading reading) {
        if (reading.name(type).equals(INTERFACE)) {
            var arguments = reading.arguments(type);
            return arguments.size() == 2 && arguments.stream().allMatch(it -> it.getKind() == TypeKind.DECLARED
                    || it.getKind() == TypeKind.ARRAY)
                    ? Optional.of(new Converter(arguments.get(0), arguments.get(1))) : Optional.empty();
        }
        return type.getKind() != TypeKind.DECLARED ? Optional.empty() : reading.types().directSupertypes(type).stream()
                .map(it -> converter(it, reading)).flatMap(Optional::stream).findFirst();
    }
}
