package restrack.database.sqlite.alter;

import java.util.ArrayList;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import restrack.database.sqlite.catalog.Layout;
import restrack.database.sqlite.catalog.Quoted;
import restrack.database.sqlite.draft.Draft;
import restrack.database.sqlite.grammar.Column;
import restrack.database.sqlite.grammar.Constraint;
import restrack.database.sqlite.grammar.Edits;
import restrack.database.sqlite.grammar.Mentions;
import restrack.database.sqlite.grammar.Span;

/**
 * The b-tree that the rows of a draft go into: a table under a free name, with just as much of the draft as says how
 * rows are stored. Constraints are not among it: rows that broke one before we came are kept as they are.
 */
final class Copy {
    private final Draft draft;
    private final Layout layout;
    private final String name;

    Copy(Draft draft, Layout layout, String name) {
        this.draft = draft;
        this.layout = layout;
        this.name = name;
    }

    String create() {
        var parts = new ArrayList<String>();
        boolean computed = generated().anyMatch(Constraint.Generated::stored);
        draft.table().columns().stream().filter(it -> computed || !it.isGenerated())
                .forEach(it -> parts.add(column(it)));
        if (layout.withoutRowid()) {
            parts.add("PRIMARY KEY (" + layout.order().stream().map(it -> Quoted.name(it.column()) + " COLLATE "
                    + Quoted.name(it.collation()) + (it.descending() ? " DESC" : "")).collect(Collectors.joining(", "))
                    + ")");
        }
        return "CREATE TABLE main." + Quoted.name(name) + " (" + String.join(", ", parts) + ")" + options();
    }

    private String options() {
        boolean strict = draft.table().strict();
        return layout.withoutRowid() ? " WITHOUT ROWID" + (strict ? ", STRICT" : "") : strict ? " STRICT" : "";
    }

    private String column(Column column) {
        var text = new StringBuilder(Quoted.name(column.name().value()));
        if (!column.type().isEmpty()) {
            text.append(' ').append(column.type()).append(column.type().contains("--") ? "\n" : "");
        }
        if (layout.alias().filter(column.name()::is).isPresent()) {
            text.append(" PRIMARY KEY");
        }
        if (generated().anyMatch(Constraint.Generated::stored)) {
            // What is computed may depend on how its parts are compared.
            column.constraints(Constraint.Collate.class)
                    .forEach(it -> text.append(" COLLATE ").append(Quoted.name(it.collation().value())));
        }
        column.constraints(Constraint.Generated.class).forEach(it -> text.append(" AS (").append(expression(it))
                .append("\n)").append(it.stored() ? " STORED" : ""));
        return text.toString();
    }

    private Stream<Constraint.Generated> generated() {
        return draft.table().columns().stream().flatMap(it -> it.constraints(Constraint.Generated.class));
    }

    /** The expression, with this table's name wherever it says the table's own. */
    private String expression(Constraint.Generated generated) {
        var text = draft.table().text();
        var expression = generated.expression().in(text);
        var edits = Edits.on(expression);
        for (var mention : Mentions.of(text, generated.expression())) {
            mention.qualifier().filter(it -> it.is(draft.name())).ifPresent(it -> edits.replace(
                    new Span(it.span().start() - generated.expression().start(),
                            it.span().end() - generated.expression().start()), Quoted.name(name)));
        }
        return edits.text();
    }

    String fill() {
        var columns = new ArrayList<String>();
        var values = new ArrayList<String>();
        boolean sameRowids = layout.alias().isEmpty() && layout.rowidName().isPresent()
                && draft.layout().rowidName().isPresent();
        if (sameRowids) {
            columns.add(layout.rowidName().get());
            values.add(draft.layout().rowidName().get());
        }
        for (var column : draft.table().columns()) {
            draft.stored(column.name().value()).filter(it -> !column.isGenerated()).ifPresent(it -> {
                columns.add(Quoted.name(column.name().value()));
                values.add(it);
            });
        }
        return "INSERT INTO main.%s (%s) SELECT %s FROM main.%s NOT INDEXED".formatted(Quoted.name(name),
                String.join(", ", columns), String.join(", ", values), Quoted.name(draft.name()));
    }
}
