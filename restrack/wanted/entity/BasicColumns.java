package restrack.wanted.entity;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import restrack.MigrateException;

/** Makes the columns of attributes that hold a value. */
record BasicColumns(Reading reading, Names names, Converters converters) {
    private static final Set<String> KEYS_OF_TEXT = Set.of("java.lang.String", "java.util.UUID");

    /** What a column holds. */
    private record Content(String type, String tail, Optional<String> check) {
    }

    /**
     * {@return the column of an attribute}
     *
     * @param column what is said of the column: on the attribute, or by whoever overrides it
     * @param single whether the attribute would be the whole primary key, if it is in it
     */
    ColumnDraft of(Attribute attribute, Optional<Note> column, boolean single) {
        column.filter(it -> !it.text("table").isEmpty()).ifPresent(it -> {
            throw Problem.at(reading.where(it), "@Column(table = …) on %s is not understood: an entity is one table."
                    .formatted(attribute.shown()), "Make the other table an entity of its own.");
        });
        var name = names.of(column.map(it -> it.text("name")).orElse(""), attribute.name());
        var definition = column.map(it -> it.text("columnDefinition")).filter(it -> !it.isBlank());
        var content = content(attribute, column, definition, single);
        var tail = (content.tail + " " + column.map(it -> it.text("options")).orElse("")).strip();
        var checks = new ArrayList<String>();
        content.check.ifPresent(it -> checks.add("CHECK (" + it.formatted(names.quoted(name)) + ")"));
        column.ifPresent(it -> it.notes("check").forEach(one -> checks.add(Clauses.check(one, names, reading))));
        return new ColumnDraft(name, content.type, tail, isRequired(attribute, column), attribute.inKey(),
                column.map(it -> it.flag("unique", false)).orElse(false), List.copyOf(checks),
                ColumnDraft.isShared(column), attribute.notes().renamed(), reading.where(attribute), attribute.shown());
    }

    private static boolean isRequired(Attribute attribute, Optional<Note> column) {
        var optional = attribute.notes().find("Basic").map(it -> it.flag("optional", true)).orElse(true);
        var primitive = attribute.type().getKind().isPrimitive();
        return attribute.inKey() || !optional || !column.map(it -> it.flag("nullable", !primitive)).orElse(!primitive);
    }

    private Content content(Attribute attribute, Optional<Note> column, Optional<String> definition, boolean single) {
        var generated = attribute.notes().find("GeneratedValue");
        generated.ifPresent(it -> refuseGenerator(attribute, it, single));
        if (definition.isPresent()) {
            return new Content(definition.get(), "", Optional.empty());
        }
        var attributeType = reading.unwrapped(attribute.type());
        var type = converters.target(attribute, attributeType).orElse(attributeType);
        var types = new BasicTypes(reading);
        var element = reading.element(type).filter(it -> it.getKind() == ElementKind.ENUM);
        if (element.isPresent()) {
            var stored = new Enums(reading, types).of(element.get(), attribute, column);
            return new Content(stored.type(), "", stored.check());
        }
        if (generated.isPresent() && !KEYS_OF_TEXT.contains(reading.name(type))) {
            var bits = BasicTypes.bits(reading.name(type)).orElseThrow(() -> Problem.at(reading.where(generated.get()),
                    "A database cannot count up %s, which is a %s.".formatted(attribute.shown(), type),
                    "Make it a Long, or leave @GeneratedValue out."));
            var columnTypes = reading.dialect().columnTypes();
            return new Content(columnTypes.identity(bits), columnTypes.identityClause(), Optional.empty());
        }
        return new Content(types.of(type, attribute.notes(), column).orElseThrow(() -> unknown(attribute, type)), "",
                Optional.empty());
    }

    private void refuseGenerator(Attribute attribute, Note generated, boolean single) {
        var strategy = generated.constant("strategy").orElse("AUTO");
        var where = reading.where(generated);
        if (strategy.equals("SEQUENCE") || strategy.equals("TABLE") || !generated.text("generator").isEmpty()) {
            throw Problem.at(where, "The key %s comes from a sequence or a table of keys, which are not understood: "
                    .formatted(attribute.shown()) + "they would be objects of their own in the database.",
                    "Write @GeneratedValue(strategy = GenerationType.IDENTITY), or UUID.");
        }
        if (!attribute.inKey() || !single) {
            throw Problem.at(where, "@GeneratedValue on %s, which is not the whole primary key."
                    .formatted(attribute.shown()), "Leave it out: a database counts up a key of one column only.");
        }
        var text = KEYS_OF_TEXT.contains(reading.name(attribute.type()));
        var uuid = strategy.equals("UUID")
                || strategy.equals("AUTO") && reading.name(attribute.type()).equals("java.util.UUID");
        if (text != uuid) {
            throw Problem.at(where, "A key of type %s cannot be generated by %s: %s.".formatted(
                    attribute.type(), strategy, attribute.shown()),
                    "IDENTITY is for whole numbers, UUID for UUID and String.");
        }
    }

    private MigrateException unknown(Attribute attribute, TypeMirror type) {
        var element = reading.element(type);
        if (element.filter(it -> reading.notes(it).has("Entity")).isPresent()) {
            return Problem.at(reading.where(attribute), "%s is an entity, and nothing says how %s refers to it."
                    .formatted(simple(element.get()), attribute.shown()), "Add @ManyToOne or @OneToOne.");
        }
        if (element.filter(it -> reading.notes(it).has("Embeddable")).isPresent()) {
            return Problem.at(reading.where(attribute), "%s is embeddable, and @Id is for one column: %s.".formatted(
                    simple(element.get()), attribute.shown()), "Write @EmbeddedId.");
        }
        var missing = type.getKind() == TypeKind.ERROR ? " Its class is not on the class path." : "";
        return Problem.at(reading.where(attribute), "%s is of type %s, which has no column type.%s".formatted(
                attribute.shown(), type, missing), "Convert it with @Convert, or write the type: "
                + "@Column(columnDefinition = …). @Transient leaves it out.");
    }

    private static String simple(TypeElement type) {
        return type.getSimpleName().toString();
    }
}
