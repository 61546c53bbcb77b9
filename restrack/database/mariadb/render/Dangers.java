package restrack.database.mariadb.render;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import restrack.database.Danger;
import restrack.database.Fitting;
import restrack.database.mariadb.read.MariaNames;
import restrack.schema.Aspect;
import restrack.schema.Change;
import restrack.schema.Column;
import restrack.schema.Constraint;
import restrack.schema.Constraint.Kind;
import restrack.schema.Renaming;
import restrack.schema.Table;

/** What the rows that are there have against a change. */
public final class Dangers {
    private static final String DROP_DATA = "drop-data";
    private static final String CHANGE_DATA = "change-data";

    private final Look look;

    private Dangers(Connection connection, List<Renaming> renamings) {
        this.look = new Look(connection, new Source(renamings));
    }

    /**
     * {@return what the rows have against a change}
     *
     * @param connection the database before anything was done; nothing is written
     * @param renamings  what is going to have another name when the change is carried out
     */
    public static List<Danger> of(Connection connection, Change change, List<Renaming> renamings) throws SQLException {
        var dangers = new Dangers(connection, renamings);
        dangers.look(change);
        return dangers.look.found();
    }

    /** {@return how much of what a column holds would be the same in another one} */
    public static Fitting fitting(Connection connection, String table, Column from, Column to) {
        var look = new Look(connection, new Source(List.of()));
        var rows = " FROM " + MariaNames.quoted(table) + " WHERE " + MariaNames.quoted(from.name()) + " IS NOT NULL";
        long values = look.number("SELECT count(*)" + rows);
        var misfit = Misfit.condition(from, to);
        return new Fitting(values, misfit.equals("0") ? values
                : values - look.number("SELECT count(*)" + rows + " AND " + misfit));
    }

    private void look(Change change) throws SQLException {
        if (change instanceof Change.DropTable it) {
            look.forRows(DROP_DATA, it.dropped().name().text(), "", "would be lost");
        } else if (change instanceof Change.DropColumn it && it.column().generated().isEmpty()) {
            look.forRows(DROP_DATA, it.of().name().text(), MariaNames.quoted(it.column().name()) + " IS NOT NULL",
                    "would lose what they have for " + it.column().name());
        } else if (change instanceof Change.AlterColumn it) {
            column(it);
        } else if (change instanceof Change.AddConstraint it) {
            constraint(it.of(), it.constraint());
        } else if (change instanceof Change.AlterConstraint it) {
            constraint(it.of(), it.to());
        } else if (change instanceof Change.SetOption it && !it.on() && it.option().equals("WITH SYSTEM VERSIONING")) {
            look.forHistory(DROP_DATA, it.of().name().text());
        }
    }

    private void column(Change.AlterColumn change) {
        var table = change.of().name().text();
        var from = change.from();
        var name = MariaNames.quoted(from.name());
        if (change.aspect() == Aspect.TYPE && from.generated().isEmpty()) {
            look.forRows(CHANGE_DATA, table, Misfit.condition(from, change.to()), "have a " + from.name()
                    + " that does not fit into " + change.to().type().text());
        } else if (change.aspect() == Aspect.NULLABILITY && from.notNull().isEmpty()) {
            look.forRows("", table, name + " IS NULL", "have no value for " + from.name());
        } else if (change.aspect() == Aspect.GENERATED && from.generated().isEmpty()) {
            look.forRows(CHANGE_DATA, table, "NOT (" + name + " <=> " + expression(change.to()) + ")", "have a "
                    + from.name() + " that is not what the expression gives, and would be lost");
        } else if (change.aspect() == Aspect.GENERATED && change.to().generated().isEmpty()
                && from.generated().orElseThrow().text().endsWith("VIRTUAL")) {
            look.forRows(DROP_DATA, table, name + " IS NOT NULL", "would lose what is computed for " + from.name());
        } else if (change.aspect() == Aspect.COLLATION && change.to().collation().isPresent()) {
            collation(change, change.to().collation().get().text());
        }
    }

    /** {@return what a column is computed from, in its parentheses} */
    private static String expression(Column column) {
        var text = column.generated().orElseThrow().text();
        return text.substring(text.indexOf('('), text.lastIndexOf(')') + 1);
    }

    /** Characters that are not in the new set would become question marks; what is different in one may be the same. */
    private void collation(Change.AlterColumn change, String collation) {
        var name = change.from().name();
        var quoted = MariaNames.quoted(name);
        look.forRows(CHANGE_DATA, change.of().name().text(), "BINARY CONVERT(CONVERT(" + quoted + " USING "
                + ColumnText.characterSet(collation) + ") USING utf8mb4) <> BINARY CONVERT(" + quoted
                + " USING utf8mb4)", "have a " + name + " with characters that "
                + ColumnText.characterSet(collation) + " has not");
        for (var constraint : change.of().constraints()) {
            if ((constraint.kind() == Kind.UNIQUE || constraint.kind() == Kind.PRIMARY_KEY)
                    && constraint.columns().contains(name)) {
                look.forDuplicates(change.of().name().text(), Uniqueness.of(constraint, Optional.of(name), collation));
            }
        }
    }

    private void constraint(Table table, Constraint constraint) throws SQLException {
        if (constraint.columns().stream().anyMatch(it -> table.column(it).isEmpty())) {
            return;
        }
        var name = table.name().text();
        switch (constraint.kind()) {
            case UNIQUE -> look.forDuplicates(name, Uniqueness.of(constraint));
            case PRIMARY_KEY -> {
                look.forRows("", name, constraint.columns().stream().map(it -> MariaNames.quoted(it) + " IS NULL")
                        .collect(Collectors.joining(" OR ")), "have no value for " + constraint.columns().stream()
                        .map(it -> it.text()).collect(Collectors.joining(" or ")));
                look.forDuplicates(name, Uniqueness.of(constraint));
            }
            case CHECK -> look.forRows("", name, "NOT " + constraint.definition().text().replaceFirst("^CHECK ", ""),
                    "do not pass " + constraint.definition().text());
            case FOREIGN_KEY -> orphans(name, constraint);
            default -> throw new IllegalStateException(constraint.kind().words());
        }
    }

    private void orphans(String table, Constraint key) throws SQLException {
        var parent = key.parent().orElseThrow().text();
        var known = key.columns().stream().map(it -> MariaNames.quoted(table) + "." + MariaNames.quoted(it)
                + " IS NOT NULL").collect(Collectors.joining(" AND "));
        if (!look.exists(parent)) {
            look.forRows("", table, known, "refer to " + parent + ", which has no rows yet");
            return;
        }
        var columns = ConstraintText.parentColumns(key);
        var equal = new ArrayList<String>();
        for (int i = 0; i < columns.size() && i < key.columns().size(); i++) {
            equal.add("parent." + columns.get(i) + " = " + MariaNames.quoted(table) + "."
                    + MariaNames.quoted(key.columns().get(i)));
        }
        look.forRows("", table, known + " AND NOT EXISTS (SELECT 1 FROM (SELECT * FROM " + look.from(parent)
                + ") AS parent WHERE " + String.join(" AND ", equal) + ")", "refer to no row of " + parent);
    }
}
