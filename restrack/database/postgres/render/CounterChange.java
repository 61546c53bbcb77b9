package restrack.database.postgres.render;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import restrack.database.postgres.read.Counter;
import restrack.database.postgres.read.Quoted;
import restrack.schema.Column;
import restrack.schema.Name;

/** What has to be done for a column that is counted up from now on, or no longer, or in another way. */
final class CounterChange {
    private final String table;
    private final Column to;
    private final Optional<Counter> old;
    private final Optional<Counter> wanted;
    /** Statements that run before the table changes. */
    final List<String> before = new ArrayList<>();
    /** Actions, before those that change the column otherwise. */
    final List<String> leaving = new ArrayList<>();
    /** Actions, after those. */
    final List<String> coming = new ArrayList<>();
    /** Statements that run when the table has changed. */
    final List<String> after = new ArrayList<>();

    CounterChange(Name table, Column from, Column to) {
        this.table = Quoted.name(table);
        this.to = to;
        this.old = from.identity().map(Counter::of);
        this.wanted = to.identity().map(Counter::of);
        if (isSerial(old) && isSerial(wanted)) {
            after.add("ALTER SEQUENCE " + old.get().sequence() + " " + String.join(" ", settings()));
        } else if (isIdentity(old) && isIdentity(wanted)) {
            reset();
        } else {
            leave();
            come();
        }
    }

    private static boolean isSerial(Optional<Counter> counter) {
        return counter.filter(it -> it.kind() == Counter.Kind.SERIAL).isPresent();
    }

    private static boolean isIdentity(Optional<Counter> counter) {
        return counter.isPresent() && !isSerial(counter);
    }

    private String alter() {
        return "ALTER COLUMN " + Quoted.name(to.name()) + " ";
    }

    /** {@return what a sequence that stays has to be told} */
    private List<String> settings() {
        var settings = new ArrayList<>(wanted.orElseThrow().settings(to.type().text()));
        settings.removeAll(old.orElseThrow().settings(to.type().text()));
        return settings;
    }

    private void reset() {
        var clauses = new ArrayList<String>();
        if (old.orElseThrow().kind() != wanted.orElseThrow().kind()) {
            clauses.add("SET " + wanted.get().identity().replace(" AS IDENTITY", ""));
        }
        settings().forEach(it -> clauses.add("SET " + it));
        coming.add(alter() + String.join(" ", clauses));
    }

    /** What counted the column goes first where something else comes: both want the same name for their sequence. */
    private void leave() {
        if (isSerial(old)) {
            var drop = "DROP SEQUENCE " + old.get().sequence();
            if (isIdentity(wanted)) {
                before.add("ALTER TABLE " + table + " " + alter() + "DROP DEFAULT");
                before.add(drop);
            } else {
                if (to.defaultValue().isEmpty()) {
                    leaving.add(alter() + "DROP DEFAULT");
                }
                after.add(drop);
            }
        } else if (isIdentity(old)) {
            if (isSerial(wanted)) {
                before.add("ALTER TABLE " + table + " " + alter() + "DROP IDENTITY");
            } else {
                leaving.add(alter() + "DROP IDENTITY");
            }
        }
    }

    private void come() {
        if (isSerial(wanted)) {
            var sequence = wanted.get().sequence();
            before.add(creation(to));
            coming.add(alter() + "SET DEFAULT nextval(" + Quoted.string(sequence) + "::regclass)");
            after.add(ownership(table, to));
            after.add(start());
        } else if (isIdentity(wanted)) {
            var options = wanted.get().creation();
            coming.add(alter() + "ADD " + wanted.get().identity() + (options.isEmpty() ? "" : " (" + options + ")"));
            after.add(start());
        }
    }

    /** {@return the statement that makes the sequence of a column} */
    static String creation(Column column) {
        var counter = Counter.of(column.identity().orElseThrow());
        var options = counter.creation();
        return "CREATE SEQUENCE " + counter.sequence() + (options.startsWith("AS ") ? ""
                : " AS " + column.type().text()) + (options.isEmpty() ? "" : " " + options);
    }

    /** {@return the statement that lets a sequence go when its column goes} */
    static String ownership(String table, Column column) {
        return "ALTER SEQUENCE " + Counter.of(column.identity().orElseThrow()).sequence() + " OWNED BY " + table + "."
                + Quoted.name(column.name());
    }

    /** {@return what lets the numbers go on behind those that there are} */
    private String start() {
        var column = Quoted.name(to.name());
        boolean down = wanted.orElseThrow().creation().contains("INCREMENT BY -");
        var first = wanted.get().settings(to.type().text()).stream().filter(it -> it.startsWith("START WITH "))
                .findFirst().orElseThrow().substring("START WITH ".length());
        return "SELECT setval(pg_get_serial_sequence(" + Quoted.string(table) + ", "
                + Quoted.string(to.name().text()) + "), " + (down ? "least(min(" + column + ") - 1, "
                : "greatest(max(" + column + ") + 1, ") + first + "), false) FROM " + table;
    }
}
