package restrack.wanted.entity;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.TypeElement;

/** What a column of an enum holds, and which values it may have. */
record Enums(Reading reading, BasicTypes types) {
    /**
     * A column of an enum.
     *
     * @param type  its type
     * @param check the condition on its name, {@code %s}; nothing where the values are not known
     */
    record Stored(String type, Optional<String> check) {
    }

    /** {@return how an enum is stored} */
    Stored of(TypeElement type, Attribute attribute, Optional<Note> column) {
        var value = type.getEnclosedElements().stream().filter(it -> it.getKind() == ElementKind.FIELD)
                .filter(it -> reading.notes(it).has("EnumeratedValue")).findFirst();
        if (value.isPresent()) {
            // Only running the enum's constructor would tell the values.
            return new Stored(types.of(value.get().asType(), attribute.notes(), column).orElseThrow(
                    () -> Problem.at(reading.where(value.get()), "@EnumeratedValue is on a field of type %s."
                            .formatted(value.get().asType()), "It has to be a String or a whole number.")),
                    Optional.empty());
        }
        var constants = type.getEnclosedElements().stream().filter(it -> it.getKind() == ElementKind.ENUM_CONSTANT)
                .toList();
        return attribute.notes().find("Enumerated").flatMap(it -> it.constant("value"))
                .filter("STRING"::equals).isPresent() ? named(constants, column) : counted(constants.size());
    }

    private Stored named(List<? extends Element> constants, Optional<Note> column) {
        var length = column.map(it -> it.number("length", BasicTypes.LENGTH)).orElse(BasicTypes.LENGTH);
        var names = constants.stream().map(it -> "'" + it.getSimpleName() + "'").collect(Collectors.joining(", "));
        return new Stored(reading.dialect().columnTypes().varchar(length),
                Optional.of("%s IN (" + names + ")").filter(it -> !constants.isEmpty()));
    }

    private Stored counted(int count) {
        return new Stored(reading.dialect().columnTypes().integer(16),
                Optional.of("%s BETWEEN 0 AND " + (count - 1)).filter(it -> count > 0));
    }
}
