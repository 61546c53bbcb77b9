package restrack.database.sqlite.grammar;

import java.util.Optional;

/** A name, perhaps with the name of a schema and a dot before it. */
record QualifiedName(Optional<Name> schema, Name name) {
    static QualifiedName read(Reader in, String what) {
        Name first = in.name(what);
        return in.accept('.') ? new QualifiedName(Optional.of(first), in.name(what))
                : new QualifiedName(Optional.empty(), first);
    }
}
