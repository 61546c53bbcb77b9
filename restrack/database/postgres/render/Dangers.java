package restrack.database.postgres.render;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import restrack.database.Danger;
import restrack.database.Fitting;
import restrack.database.postgres.read.Quoted;
import restrack.schema.Aspect;
import restrack.schema.Change;
import restrack.schema.Column;
import restrack.schema.Constraint;
import restrack.schema.Name;
import restrack.schema.Renaming;
import restrack.schema.Table;

/** What the rows that are there now have against a change. */
public final class Dangers {
    private static final String DROP_DATA = "drop-data";
    private static final Pattern REFERENCES = Pattern.compile("REFERENCES .+?\\(([^()]*)\\)", Pattern.DOTALL);

    private final Look look;

    /**
     * @param connection the database with the rows; nothing is written
     * @param renamings  what is going to have another name when the changes are carried out
     */
    public Dangers(Connection connection, List<Renaming> renamings) {
        this.look = new Look(connection, renamings);
    }

    /** {@return what the rows have against a change} Where that cannot be asked beforehand, nothing. */
    public List<Danger> of(Change change) throws SQLException {
        if (change instanceof Change.DropTable it) {
            look.forRows(DROP_DATA, it.table().text(), "", "would be lost");
        } else if (change instanceof Change.DropColumn it && it.column().generated().isEmpty()) {
            look.forRows(DROP_DATA, it.table().text(), Quoted.name(it.column().name()) + " IS NOT NULL",
                    "would lose what they have for " + it.column().name());
        } else if (change instanceof Change.AlterColumn it) {
            column(it);
        } else if (change instanceof Change.AddConstraint it) {
            constraint(it.of(), it.constraint());
        } else if (change instanceof Change.AlterConstraint it) {
            constraint(it.of(), it.to());
        } else if (change instanceof Change.CreateIndex it && look.exists(it.table().text())) {
            duplicates(it.of(), Uniqueness.of(it.index()).stream().toList());
        } else if (change instanceof Change.AlterIndex it) {
            duplicates(it.of(), Uniqueness.of(it.to()).stream().toList());
        }
        return look.take();
    }

    private void column(Change.AlterColumn change) throws SQLException {
        var table = change.table().text();
        var name = Quoted.name(change.to().name());
        var shown = change.to().name().text();
        if (change.aspect() == Aspect.TYPE && change.from().generated().isEmpty()) {
            var type = change.to().type().text();
            var fit = Fit.of(name, change.from().type().text(), type);
            if (fit.refused().isPresent()) {
                look.forRows("", table, fit.refused().get(), "have a " + shown + " that is no " + type);
            }
            if (fit.altered().isPresent()) {
                look.forRows(AlteredValues.CHANGE_DATA, table, fit.altered().get(), "have a " + shown
                        + " that would change its value as " + type);
            }
        } else if (change.aspect() == Aspect.NULLABILITY && change.from().notNull().isEmpty()) {
            look.forRows("", table, name + " IS NULL", "have no value for " + shown);
        } else if (change.aspect() == Aspect.GENERATED && change.from().generated().isEmpty()) {
            var text = change.to().generated().orElseThrow().text();
            look.forRows(AlteredValues.CHANGE_DATA, table, name + " IS DISTINCT FROM "
                    + text.substring(text.indexOf('('), text.lastIndexOf(')') + 1), "have a " + shown
                    + " that is not what the expression gives, and would be lost");
        }
    }

    private void constraint(Table table, Constraint constraint) throws SQLException {
        if (constraint.columns().stream().anyMatch(it -> table.column(it).isEmpty())
                || constraint.definition().text().endsWith(" NOT VALID")) {
            return;
        }
        switch (constraint.kind()) {
            case UNIQUE -> duplicates(table, List.of(Uniqueness.of(constraint)));
            case PRIMARY_KEY -> {
                look.forRows("", table.name().text(), constraint.columns().stream()
                        .map(it -> Quoted.name(it) + " IS NULL").collect(Collectors.joining(" OR ")),
                        "have no value for " + constraint.columns().stream().map(Name::text)
                                .collect(Collectors.joining(" or ")));
                duplicates(table, List.of(Uniqueness.of(constraint)));
            }
            case CHECK -> {
                var text = constraint.definition().text().replaceFirst(" NO INHERIT$", "");
                look.forRows("", table.name().text(), "NOT " + text.substring("CHECK ".length()),
                        "do not pass " + text);
            }
            case FOREIGN_KEY -> orphans(table.name().text(), constraint);
            case EXCLUSION -> { }
        }
    }

    private void duplicates(Table table, List<Uniqueness> asked) throws SQLException {
        for (var unique : asked) {
            look.forDuplicates(table.name().text(), unique);
        }
    }

    /** Only rows that have all of the columns refer to anything. */
    private void orphans(String table, Constraint key) throws SQLException {
        var parent = key.parent().orElseThrow().text();
        var columns = key.columns().stream().map(it -> Quoted.name(table) + "." + Quoted.name(it)).toList();
        var known = String.join(" AND ", columns.stream().map(it -> it + " IS NOT NULL").toList());
        if (!look.exists(parent)) {
            look.forRows("", table, known, "refer to " + parent + ", which has no rows yet");
            return;
        }
        var references = REFERENCES.matcher(key.definition().text());
        if (!references.find()) {
            return;
        }
        var named = references.group(1).split(", ");
        var equal = new ArrayList<String>();
        for (int i = 0; i < columns.size(); i++) {
            equal.add("referred." + named[i] + " = " + columns.get(i));
        }
        look.forRows("", table, known + " AND NOT EXISTS (SELECT FROM " + look.from(parent, "referred") + " WHERE "
                + String.join(" AND ", equal) + ")", "refer to no row of " + parent);
    }

    /**
     * {@return how many of the values of a column would be the same in another one}
     *
     * @param table the table
     * @param from  the column that there is
     * @param to    the other one
     */
    public Fitting fitting(String table, Column from, Column to) throws SQLException {
        var name = Quoted.name(from.name());
        var fit = Fit.of(name, from.type().text(), to.type().text());
        var misfit = fit.refused().or(fit::altered).orElse("false");
        var both = fit.refused().isPresent() && fit.altered().isPresent() ? "(" + misfit + " OR " + fit.altered().get()
                + ")" : misfit;
        boolean never = !TypeChange.of(name, from.type().text(), to.type().text()).todo().isEmpty();
        var rows = " FROM " + Quoted.name(table);
        return new Fitting(look.count("SELECT count(" + name + ")" + rows), look.count("SELECT count(" + name
                + ") FILTER (WHERE NOT (" + (never ? "true" : both) + "))" + rows));
    }
}
