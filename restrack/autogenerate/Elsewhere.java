package restrack.autogenerate;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import restrack.schema.Name;
import restrack.sql.Statement;
import restrack.wanted.Creation;

/** What repeatable scripts make. They are its source, and the models need not have it. */
public final class Elsewhere {
    private Elsewhere() {
    }

    /**
     * {@return the views, triggers, functions and the like that these statements create, each as {@link #key} has it}
     */
    public static Set<String> madeBy(List<Statement> statements) {
        return statements.stream().flatMap(it -> Creation.of(it).stream())
                .filter(it -> !it.temporary()).flatMap(it -> key(it).stream()).collect(Collectors.toSet());
    }

    private static Optional<String> key(Creation creation) {
        var name = creation.name().table().toLowerCase(Locale.ROOT);
        return switch (creation.kind()) {
            case VIEW, MATERIALIZED_VIEW, TRIGGER, POLICY, EVENT -> Optional.of(name);
            case FUNCTION, PROCEDURE -> Optional.of(name + "()");
            default -> Optional.empty();
        };
    }

    /** {@return a name as it is looked for: in small letters; of a function without its arguments} */
    public static String key(Name name) {
        var text = name.text().toLowerCase(Locale.ROOT);
        return text.endsWith(")") && text.indexOf('(') > 0
                ? text.substring(0, text.indexOf('(')).replace("\"", "") + "()" : text;
    }
}
