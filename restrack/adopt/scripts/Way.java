package restrack.adopt.scripts;

import java.util.ArrayList;
import java.util.List;

/**
 * One way of a script that is carried over.
 *
 * @param text          its statements and comments
 * @param transactional false if it has to run outside a transaction
 * @param substituted   whether its tool replaces <code>${name}</code> in it
 * @param todos         what a person has to look at before it can run, each a sentence
 */
record Way(String text, boolean transactional, boolean substituted, List<String> todos) {
    Way {
        todos = List.copyOf(todos);
    }

    static Way of(String text) {
        return new Way(text, true, false, List.of());
    }

    /** {@return a way that only a person can write} The program that took it is in comments. */
    static Way outline(String todo, String program) {
        var text = new StringBuilder();
        program.lines().forEach(line -> text.append(("-- " + line).stripTrailing()).append('\n'));
        return of(text.toString()).todo(todo);
    }

    Way text(String other) {
        return new Way(other, transactional, substituted, todos);
    }

    Way outside(boolean outside) {
        return new Way(text, transactional && !outside, substituted, todos);
    }

    Way substituting() {
        return new Way(text, transactional, true, todos);
    }

    Way todo(String sentence) {
        var all = new ArrayList<>(todos);
        all.add(sentence);
        return new Way(text, transactional, substituted, all);
    }
}
