package restrack.wanted.entity;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javax.lang.model.element.Element;

/**
 * The annotations of a class or an attribute, without those that are to be passed over.
 *
 * @param all in the order in which they were written
 */
record Notes(List<Note> all) {
    static final String PERSISTENCE = "jakarta.persistence.";

    /** {@return the annotations of something} Where an annotation stands on several of the elements, it counts once. */
    static Notes of(List<? extends Element> elements, Set<String> ignored) {
        var notes = new ArrayList<Note>();
        for (var element : elements) {
            for (var mirror : element.getAnnotationMirrors()) {
                var note = new Note(mirror, element);
                if (!ignored.contains(note.name()) && notes.stream().noneMatch(it -> it.name().equals(note.name()))) {
                    notes.add(note);
                }
            }
        }
        return new Notes(List.copyOf(notes));
    }

    /** {@return an annotation of jakarta.persistence, by its name without the package} */
    Optional<Note> find(String name) {
        return all.stream().filter(it -> it.name().equals(PERSISTENCE + name)).findFirst();
    }

    boolean has(String name) {
        return find(name).isPresent();
    }

    /** {@return an annotation that can be repeated, be it in the one that holds several} */
    List<Note> repeated(String name) {
        var found = new ArrayList<>(find(name).stream().toList());
        find(name + "s").ifPresent(it -> found.addAll(it.notes("value")));
        return found;
    }

    /** {@return what was called so before, by an annotation {@code Renamed} of whatever package} */
    Optional<String> renamed() {
        return all.stream().filter(it -> it.simpleName().equals("Renamed")).map(it -> it.text("value"))
                .filter(it -> !it.isEmpty()).findFirst();
    }
}
