package restrack.wanted.entity;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.ExecutableType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.ElementFilter;

/** Finds the attributes of a class: those of its mapped superclasses first, each in the order of the class. */
final class Attributes {
    private final Reading reading;
    /** As it is seen: what its parameters stand for is known. */
    private final DeclaredType type;
    /** Whether attributes are properties, where a class does not say it itself. */
    private final boolean byProperty;
    private final List<Attribute> found = new ArrayList<>();

    private Attributes(Reading reading, DeclaredType type, boolean byProperty) {
        this.reading = reading;
        this.type = type;
        this.byProperty = byProperty;
    }

    /** {@return the attributes of an entity, without those of an entity that it extends} */
    static List<Attribute> ofEntity(TypeElement entity, Reading reading) {
        var ancestry = Ancestry.of(entity, reading);
        var byProperty = hasId(ancestry.all(), ElementKind.METHOD, reading)
                && !hasId(ancestry.all(), ElementKind.FIELD, reading);
        return new Attributes(reading, (DeclaredType) entity.asType(), byProperty).read(ancestry.own());
    }

    /** {@return the attributes of an embeddable class, which are fields, unless only methods are annotated} */
    static List<Attribute> ofEmbeddable(DeclaredType embeddable, Reading reading) {
        var chain = Ancestry.of((TypeElement) embeddable.asElement(), reading).all();
        var methods = chain.stream().flatMap(it -> ElementFilter.methodsIn(it.getEnclosedElements()).stream())
                .anyMatch(reading::isMapped);
        var fields = chain.stream().flatMap(it -> ElementFilter.fieldsIn(it.getEnclosedElements()).stream())
                .anyMatch(reading::isMapped);
        return new Attributes(reading, embeddable, methods && !fields).read(chain);
    }

    private static boolean hasId(List<TypeElement> chain, ElementKind kind, Reading reading) {
        return chain.stream().flatMap(it -> it.getEnclosedElements().stream()).filter(it -> it.getKind() == kind)
                .map(reading::notes).anyMatch(it -> it.has("Id") || it.has("EmbeddedId"));
    }

    private List<Attribute> read(List<TypeElement> chain) {
        for (var one : chain) {
            if (one.getKind() == ElementKind.RECORD) {
                components(one);
            } else {
                members(one, reading.notes(one).find("Access").flatMap(it -> it.constant("value"))
                        .map("PROPERTY"::equals).orElse(byProperty));
            }
        }
        return List.copyOf(found);
    }

    /** The annotations of a component may be on it, on its field or on its accessor. */
    private void components(TypeElement declaring) {
        Map<String, Element> fields = new LinkedHashMap<>();
        ElementFilter.fieldsIn(declaring.getEnclosedElements()).stream()
                .filter(it -> !it.getModifiers().contains(Modifier.STATIC))
                .forEach(it -> fields.put(it.getSimpleName().toString(), it));
        ElementFilter.methodsIn(declaring.getEnclosedElements()).stream()
                .filter(it -> !fields.containsKey(it.getSimpleName().toString()) || !it.getParameters().isEmpty())
                .forEach(it -> refuseUnseen(declaring, it, reading.notes(it), false));
        for (var component : declaring.getRecordComponents()) {
            var name = component.getSimpleName().toString();
            var field = fields.get(name);
            var notes = reading.notes(field, component, component.getAccessor());
            if (!notes.has("Transient")) {
                add(name, declaring, reading.types().asMemberOf(type, field), notes, field);
            }
        }
    }

    private void members(TypeElement declaring, boolean properties) {
        var members = declaring.getEnclosedElements().stream()
                .filter(it -> it instanceof VariableElement || it instanceof ExecutableElement)
                .filter(it -> !it.getModifiers().contains(Modifier.STATIC)).sorted(order()).toList();
        for (var member : members) {
            var notes = reading.notes(member);
            if (notes.has("Transient") || member.getModifiers().contains(Modifier.TRANSIENT)) {
                continue;
            }
            var name = member instanceof ExecutableElement method ? propertyName(method)
                    : Optional.of(member.getSimpleName().toString());
            var wanted = member.getKind() == ElementKind.METHOD ? "PROPERTY" : "FIELD";
            var own = notes.find("Access").flatMap(it -> it.constant("value"));
            if (name.isPresent() && own.map(wanted::equals).orElse(properties == wanted.equals("PROPERTY"))) {
                var seen = reading.types().asMemberOf(type, member);
                add(name.get(), declaring, seen instanceof ExecutableType method ? method.getReturnType() : seen,
                        notes, member);
            } else {
                refuseUnseen(declaring, member, notes, properties);
            }
        }
    }

    /** As declared, but fields first: in class files they are listed apart. */
    private static Comparator<Element> order() {
        return Comparator.comparing(it -> it.getKind() == ElementKind.METHOD);
    }

    private void refuseUnseen(TypeElement declaring, Element member, Notes notes, boolean properties) {
        notes.all().stream().filter(Vocabulary.matters()).findFirst().ifPresent(note -> {
            throw Problem.at(reading.where(note), "@%s on %s.%s has no effect: the attributes of %s are its %s."
                    .formatted(note.simpleName(), declaring.getSimpleName(), member, declaring.getSimpleName(),
                            properties ? "getters" : "fields"),
                    "Move it there, or add @Access to say what is meant.");
        });
    }

    private static Optional<String> propertyName(ExecutableElement method) {
        var name = method.getSimpleName().toString();
        var type = method.getReturnType().getKind();
        var prefix = name.startsWith("get") ? 3 : name.startsWith("is") && type == TypeKind.BOOLEAN ? 2 : 0;
        if (prefix == 0 || name.length() == prefix || !method.getParameters().isEmpty() || type == TypeKind.VOID
                || method.getModifiers().contains(Modifier.PRIVATE)) {
            return Optional.empty();
        }
        var rest = name.substring(prefix);
        // JavaBeans specification, 8.8: two capitals at the beginning are left as they are.
        return Optional.of(rest.length() > 1 && Character.isUpperCase(rest.charAt(0))
                && Character.isUpperCase(rest.charAt(1)) ? rest : rest.substring(0, 1).toLowerCase(Locale.ROOT)
                + rest.substring(1));
    }

    private void add(String name, TypeElement declaring, TypeMirror declared, Notes notes, Element element) {
        var kind = AttributeKind.of(notes);
        var inKey = notes.has("Id") || notes.has("EmbeddedId");
        if (kind == AttributeKind.BASIC && !inKey && isEmbeddable(declared)) {
            kind = AttributeKind.EMBEDDED;
        }
        var attribute = new Attribute(name, declaring.getSimpleName().toString(), declared, kind, notes, element,
                inKey);
        Vocabulary.check(attribute, reading);
        found.add(attribute);
    }

    private boolean isEmbeddable(TypeMirror declared) {
        return reading.element(reading.unwrapped(declared))
                .filter(it -> reading.notes(it).has("Embeddable")).isPresent();
    }
}
