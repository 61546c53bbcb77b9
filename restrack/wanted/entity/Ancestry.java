package restrack.wanted.entity;

import java.util.LinkedList;
import java.util.List;
import java.util.Optional;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.TypeKind;

/**
 * A class and the superclasses that matter, the topmost first.
 *
 * @param all    entities and mapped superclasses, and the class itself
 * @param own    those of them whose attributes no entity above has: the class, and mapped superclasses right above it
 * @param entity the entity that it extends
 */
record Ancestry(List<TypeElement> all, List<TypeElement> own, Optional<TypeElement> entity) {
    /** Finds them, and refuses superclasses that cannot be understood. */
    static Ancestry of(TypeElement type, Reading reading) {
        var all = new LinkedList<TypeElement>();
        var own = new LinkedList<TypeElement>();
        Optional<TypeElement> entity = Optional.empty();
        for (Optional<TypeElement> at = Optional.of(type); at.isPresent();
                at = at.flatMap(it -> reading.element(it.getSuperclass()))) {
            var one = at.get();
            var notes = reading.notes(one);
            if (one.getSuperclass().getKind() == TypeKind.ERROR) {
                throw Problem.at(reading.where(one), "The class %s, which %s extends, is not there."
                        .formatted(one.getSuperclass(), one.getSimpleName()), "Name its jar in models.class-path.");
            }
            var matters = one == type || notes.has("Entity");
            if (one != type && notes.has("Entity")) {
                entity = entity.or(() -> Optional.of(one));
            } else if (one != type && notes.has("MappedSuperclass")) {
                Vocabulary.checkOther(notes, one.getSimpleName().toString(), reading);
                matters = true;
            } else if (one != type) {
                refuseMapped(one, reading);
            }
            if (matters) {
                all.addFirst(one);
            }
            if (matters && entity.isEmpty()) {
                own.addFirst(one);
            }
        }
        return new Ancestry(List.copyOf(all), List.copyOf(own), entity);
    }

    private static void refuseMapped(TypeElement plain, Reading reading) {
        for (var member : plain.getEnclosedElements()) {
            if (reading.isMapped(member)) {
                throw Problem.at(reading.where(member), "%s.%s is annotated, but %s is no @MappedSuperclass.".formatted(
                        plain.getSimpleName(), member.getSimpleName(), plain.getSimpleName()),
                        "Add @MappedSuperclass to the class, or take the annotation away.");
            }
        }
    }
}
