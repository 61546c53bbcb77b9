package restrack.wanted.entity;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import restrack.MigrateException;
import restrack.schema.Renaming;
import restrack.sql.Statement;
import restrack.sql.Statements;
import restrack.wanted.Piece;

/** The tables that classes ask for, in the order in which they were met. */
final class Tables {
    private final Names names;
    private final Map<String, TableDraft> drafts = new LinkedHashMap<>();
    private final List<Renaming> renamings = new ArrayList<>();

    Tables(Names names) {
        this.names = names;
    }

    void add(TableDraft draft) {
        var other = drafts.putIfAbsent(names.key(draft.name()), draft);
        if (other != null) {
            throw Problem.at(draft.where(), "The table %s is asked for a second time; the first time at %s."
                    .formatted(draft.name(), other.where()), "Name one of them with @Table or @JoinTable.");
        }
    }

    /** {@return the table of an entity} */
    TableDraft of(EntityType entity) {
        return drafts.get(names.key(entity.table()));
    }

    void renamed(String from, String to) {
        renamings.add(new Renaming.OfTable(from, to));
    }

    /** {@return all that was asked for} */
    EntityModel model() {
        var pieces = new ArrayList<Piece>();
        for (var draft : drafts.values()) {
            draft.statements().forEach(it -> pieces.add(new Piece(draft.where(), statement(it, draft))));
            renamings.addAll(draft.renamings());
        }
        return new EntityModel(pieces, renamings,
                drafts.values().stream().map(TableDraft::name).collect(Collectors.toSet()));
    }

    private Statement statement(String text, TableDraft draft) {
        List<Statement> statements;
        try {
            statements = Statements.of(text, names.dialect().syntax());
        } catch (MigrateException e) {
            throw Problem.at(draft.where(), "SQL in the annotations of the table %s is not closed: %s".formatted(
                    draft.name(), e.getMessage()), "Look at columnDefinition, options and checks.");
        }
        if (statements.size() != 1) {
            throw Problem.at(draft.where(), "SQL in the annotations of the table %s has a semicolon.".formatted(
                    draft.name()), "Look at columnDefinition, options and checks.");
        }
        return statements.get(0);
    }
}
