package restrack.autogenerate;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import restrack.sql.Statement;
import restrack.wanted.Creation;

/** What repeatable scripts make. They are its source, and the models need not have it. */
public final class Elsewhere {
    private static final Set<Creation.Kind> KINDS = Set.of(Creation.Kind.VIEW, Creation.Kind.TRIGGER);

    private Elsewhere() {
    }

    /** {@return the views and triggers that these statements create, in small letters} */
    public static Set<String> madeBy(List<Statement> statements) {
        return statements.stream().flatMap(it -> Creation.of(it).stream())
                .filter(it -> !it.temporary() && KINDS.contains(it.kind()))
                .map(it -> it.name().table().toLowerCase(Locale.ROOT)).collect(Collectors.toSet());
    }
}
