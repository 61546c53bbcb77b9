package restrack.database.sqlite.alter;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import restrack.database.sqlite.catalog.SchemaEdit;
import restrack.database.sqlite.catalog.SchemaObject;
import restrack.database.sqlite.catalog.Workbench;
import restrack.database.sqlite.draft.Draft;
import restrack.database.sqlite.draft.Positional;
import restrack.database.sqlite.grammar.Constraint;
import restrack.database.sqlite.grammar.CreateTable;
import restrack.database.sqlite.grammar.Name;
import restrack.database.sqlite.grammar.SqliteSyntax;
import restrack.sql.Token;
import restrack.sql.TokenKind;
import restrack.sql.Tokens;

/**
 * The views and triggers that would make no sense with a table as it is drafted. SQLite itself is asked, on the
 * workbench; only that it takes {@code "c"} for a string once there is no column c is kept from it.
 */
final class Dependents {
    private static final String SAVEPOINT = "migrate_dependents";

    private final Workbench workbench;
    private final Draft draft;

    /** Statements that have to be written anew when something has been dropped. */
    @FunctionalInterface
    interface Statements {
        List<String> get() throws SQLException;
    }

    Dependents(Workbench workbench, Draft draft) {
        this.workbench = workbench;
        this.draft = draft;
    }

    /** {@return what the draft loses, as the subject of a sentence} */
    static String lost(Draft draft) {
        var gone = draft.asked();
        if (!gone.isEmpty()) {
            return "The column " + draft.name() + "." + String.join(", ", gone);
        }
        return (draft.before().withoutRowid() == draft.table().withoutRowid() ? "What goes from " : "The rowid of ")
                + draft.name();
    }

    /** {@return the views and triggers that need what is lost; the draft drops them} */
    Set<SchemaObject> find(Statements rewriting) throws SQLException {
        var needing = new LinkedHashSet<SchemaObject>();
        var positional = new Positional(draft);
        if (names(draft.table()).containsAll(names(draft.before())) && !positional.isLost() && keys(draft.table())
                >= keys(draft.before()) && draft.before().withoutRowid() == draft.table().withoutRowid()) {
            return needing;
        }
        workbench.catalog().objects().stream().filter(SchemaObject::isTrigger).filter(it -> positional.isLost()
                && positional.isIn(it) || firesOnLost(it)).forEach(needing::add);
        needing.forEach(draft::drop);
        for (int found = -1; found < needing.size();) {
            found = needing.size();
            broken(rewriting).forEach(needing::add);
            needing.forEach(draft::drop);
        }
        return needing;
    }

    private static List<String> names(CreateTable table) {
        return table.columns().stream().map(it -> it.name().value().toLowerCase(Locale.ROOT)).toList();
    }

    private static long keys(CreateTable table) {
        return table.allConstraints().stream().filter(it -> it instanceof Constraint.PrimaryKey
                || it instanceof Constraint.Unique).count();
    }

    private List<SchemaObject> broken(Statements rewriting) throws SQLException {
        var catalog = workbench.catalog();
        workbench.run("SAVEPOINT " + SAVEPOINT);
        try {
            var before = workbench.broken().keySet().stream().map(SchemaObject::name).collect(Collectors.toSet());
            workbench.run(namesInBackticks(before));
            var firing = new Firing(workbench, draft.name());
            var failed = firing.failing();
            workbench.run(rewriting.get());
            var now = new TreeSet<String>();
            workbench.broken().keySet().forEach(it -> now.add(it.name()));
            firing.failing().forEach(it -> now.add(it.name()));
            failed.forEach(it -> now.remove(it.name()));
            now.removeAll(before);
            return catalog.objects().stream().filter(it -> now.contains(it.name())
                    && (it.isView() || it.isTrigger())).toList();
        } finally {
            workbench.undo(SAVEPOINT);
        }
    }

    /** Between backticks nothing is ever a string. What was one before, SQLite says first. */
    private List<String> namesInBackticks(Set<String> broken) throws SQLException {
        var fixed = workbench.withStringsInSingleQuotes(broken);
        var statements = new ArrayList<String>();
        statements.add("PRAGMA writable_schema = ON");
        for (var object : fixed.objects()) {
            if ((object.isView() || object.isTrigger()) && !broken.contains(object.name())) {
                statements.add(SchemaEdit.text(object.type(), object.name(), Tokens.of(object.sql(),
                        SqliteSyntax.SQLITE).stream().map(Dependents::inBackticks).collect(Collectors.joining())));
            }
        }
        statements.add("PRAGMA writable_schema = RESET");
        return statements;
    }

    private static String inBackticks(Token token) {
        return token.kind() == TokenKind.QUOTED_NAME && token.text().startsWith("\"")
                ? "`" + token.name().replace("`", "``") + "`" : token.text();
    }

    /** A trigger on UPDATE OF a column that goes would never fire again, and SQLite would say nothing. */
    private boolean firesOnLost(SchemaObject trigger) {
        return Name.same(trigger.table(), draft.name()) && firesOnLost(Tokens.of(trigger.sql(), SqliteSyntax.SQLITE)
                .stream().filter(it -> !it.isSpaceOrComment()).toList());
    }

    private boolean firesOnLost(List<Token> tokens) {
        int of = -1;
        for (int i = 1; i < tokens.size() && !tokens.get(i).is("ON"); i++) {
            of = tokens.get(i).is("OF") && tokens.get(i - 1).is("UPDATE") ? i : of;
            var token = tokens.get(i);
            if (of > 0 && i > of && token.isName() && draft.before().column(token.name()).isPresent()
                    && draft.table().column(token.name()).isEmpty()) {
                return true;
            }
        }
        return false;
    }
}
