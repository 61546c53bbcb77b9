package restrack.wanted.entity;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * Columns that refer to an entity.
 *
 * @param columns the columns
 * @param parents the columns that they refer to, in the same order
 */
record JoinColumns(List<ColumnDraft> columns, List<String> parents) {
    /**
     * What is asked for.
     *
     * @param shown    who asks, as messages show it
     * @param where    the place of who asks
     * @param renamed  what a column was called before
     * @param notes    what is said of the columns; empty if nothing
     * @param target   the entity that they refer to
     * @param name     makes the name of a column from the one that it refers to, where none is given
     * @param required whether each row has to refer to one
     * @param inKey    whether they are in a primary key
     */
    record Request(String shown, String where, Optional<String> renamed, List<Note> notes, EntityType target,
            UnaryOperator<String> name, boolean required, boolean inKey) {
        /** {@return what an attribute asks for} */
        static Request of(Attribute attribute, List<Note> notes, EntityType target, UnaryOperator<String> name,
                boolean required, boolean inKey, Reading reading) {
            return new Request(attribute.shown(), reading.where(attribute), attribute.notes().renamed(), notes, target,
                    name, required, inKey);
        }
    }

    static JoinColumns of(Request request, Columns columns) {
        var key = columns.key(request.target);
        if (request.notes.isEmpty()) {
            return new JoinColumns(key.stream().map(it -> column(request, Optional.empty(), it, columns)).toList(),
                    key.stream().map(ColumnDraft::name).toList());
        }
        var found = new ArrayList<ColumnDraft>();
        var parents = new ArrayList<String>();
        for (var note : request.notes) {
            var parent = parent(request, note, key, columns);
            found.add(column(request, Optional.of(note), parent, columns));
            parents.add(parent.name());
        }
        var inKey = key.stream().filter(it -> parents.contains(it.name())).count();
        if (inKey > 0 && inKey < key.size()) {
            throw Problem.at(columns.reading().where(request.notes.get(0)),
                    "%s refers to a part of the key of %s only, which has %d columns.".formatted(
                            request.shown, request.target.name(), key.size()),
                    "Write a @JoinColumn with referencedColumnName for each.");
        }
        return new JoinColumns(List.copyOf(found), List.copyOf(parents));
    }

    private static ColumnDraft parent(Request request, Note note, List<ColumnDraft> key, Columns columns) {
        var where = columns.reading().where(note);
        if (!note.text("table").isEmpty()) {
            throw Problem.at(where, "@JoinColumn(table = …) on %s is not understood."
                    .formatted(request.shown), "Make the other table an entity of its own.");
        }
        var name = note.text("referencedColumnName");
        if (!name.isBlank()) {
            return columns.column(request.target, Names.unquoted(name)).orElseThrow(() -> Problem.at(where,
                    "%s refers to the column %s, which %s does not have.".formatted(request.shown, name,
                            request.target.name()), "Write the name of one of its columns."));
        }
        if (key.size() > 1) {
            throw Problem.at(where, "The key of %s has %d columns, and @%s on %s does not say which it means."
                    .formatted(request.target.name(), key.size(), note.simpleName(), request.shown),
                    "Write one with referencedColumnName for each.");
        }
        return key.get(0);
    }

    private static ColumnDraft column(Request request, Optional<Note> note, ColumnDraft parent, Columns columns) {
        var reading = columns.reading();
        var given = note.map(it -> it.text("name")).filter(it -> !it.isBlank());
        var definition = note.map(it -> it.text("columnDefinition")).filter(it -> !it.isBlank());
        return new ColumnDraft(given.map(Names::unquoted).orElseGet(() -> request.name.apply(parent.name())),
                definition.orElseGet(() -> Fragment.of(parent.type(), reading.dialect()).type()),
                note.map(it -> it.text("options").strip()).orElse(""),
                request.required || request.inKey || !note.map(it -> it.flag("nullable", true)).orElse(true),
                request.inKey, note.map(it -> it.flag("unique", false)).orElse(false),
                note.stream().flatMap(it -> it.notes("check").stream())
                        .map(it -> Clauses.check(it, columns.names(), reading)).toList(),
                ColumnDraft.isShared(note), request.renamed, request.where, request.shown);
    }

    /** {@return the clause of their foreign key, unless there is to be none} */
    Optional<String> foreignKey(Optional<Note> key, EntityType target, Names names) {
        return Clauses.foreignKey(key, columns.stream().map(ColumnDraft::name).toList(), target.table(), parents,
                names);
    }

    /** {@return what is said of a foreign key: beside the columns, or on one of them} */
    static Optional<Note> keyNote(Optional<Note> beside, List<Note> notes) {
        return beside.or(() -> notes.stream().map(it -> it.note("foreignKey")).flatMap(Optional::stream).findFirst());
    }
}
