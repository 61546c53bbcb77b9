package restrack.database.sqlite.render;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import restrack.database.Danger;
import restrack.database.Fitting;
import restrack.database.sqlite.draft.Affinity;
import restrack.database.sqlite.draft.Fit;
import restrack.database.sqlite.draft.StrictTypes;
import restrack.schema.Aspect;
import restrack.schema.Change;
import restrack.schema.Column;
import restrack.schema.Constraint;
import restrack.schema.Definition;
import restrack.schema.Renaming;
import restrack.schema.Table;

/** What the rows that are there have against a change. */
public final class Dangers {
    private static final String DROP_DATA = "drop-data";
    private static final String CHANGE_DATA = "change-data";

    private final Source source;
    private final Look look;

    /**
     * @param connection the database before anything was done; nothing is written
     * @param renamings  what is going to have another name when the changes are carried out
     */
    public Dangers(Connection connection, List<Renaming> renamings) {
        this.source = new Source(connection, renamings);
        this.look = new Look(connection, source);
    }

    /** {@return what the rows have against a change} Where only the application could tell, nothing. */
    public List<Danger> of(Change change) throws SQLException {
        if (change instanceof Change.DropTable it) {
            look.forAllRows(DROP_DATA, it.dropped().name().text(), "would be lost");
        } else if (change instanceof Change.DropColumn it && it.column().generated().isEmpty()) {
            var name = it.column().name();
            look.forRows(DROP_DATA, it.of().name().text(), Names.of(name) + " IS NOT NULL",
                    "would lose what they have for " + name.text());
        } else if (change instanceof Change.Undefine it) {
            virtual(it.definition());
        } else if (change instanceof Change.Redefine it) {
            virtual(it.from());
        } else if (change instanceof Change.AlterColumn it) {
            column(it);
        } else if (change instanceof Change.AddConstraint it) {
            constraint(it.of(), it.constraint());
        } else if (change instanceof Change.AlterConstraint it) {
            constraint(it.of(), it.to());
        } else if (change instanceof Change.CreateIndex it) {
            duplicates(it.of(), Uniqueness.of(it.index()));
        } else if (change instanceof Change.AlterIndex it) {
            duplicates(it.of(), Uniqueness.of(it.to()));
        } else if (change instanceof Change.SetOption it) {
            option(it);
        }
        return look.take();
    }

    private void virtual(Definition definition) throws SQLException {
        if (definition.kind() == Definition.Kind.VIRTUAL_TABLE) {
            look.forAllRows(DROP_DATA, definition.name().text(), "would be lost");
        }
    }

    private void column(Change.AlterColumn change) throws SQLException {
        var table = change.of().name().text();
        var name = Names.of(change.to().name());
        var shown = change.to().name().text();
        if (change.aspect() == Aspect.TYPE && change.from().generated().isEmpty()) {
            var type = change.to().type().text();
            boolean strict = change.of().options().contains("STRICT");
            look.forRows(CHANGE_DATA, table, misfit(change.from(), change.to(), strict),
                    "have a " + shown + " that would be lost or change its meaning as "
                            + (type.isEmpty() ? "a column without type" : type));
        } else if (change.aspect() == Aspect.NULLABILITY && change.from().notNull().isEmpty()) {
            look.forRows("", table, name + " IS NULL", "have no value for " + shown);
        } else if (change.aspect() == Aspect.GENERATED && change.from().generated().isEmpty()) {
            var expression = ColumnText.expression(change.to().generated().orElseThrow());
            look.forRows(CHANGE_DATA, table, name + " IS NOT (" + expression + ")", "have a " + shown
                    + " that is not what the expression gives, and would be lost");
        } else if (change.aspect() == Aspect.COLLATION) {
            collation(change);
        }
    }

    /** What is different in one order may be the same in another. */
    private void collation(Change.AlterColumn change) throws SQLException {
        var asked = new ArrayList<Uniqueness>();
        change.of().constraints().stream().filter(it -> it.kind() == Constraint.Kind.UNIQUE
                || it.kind() == Constraint.Kind.PRIMARY_KEY).map(Uniqueness::of).forEach(asked::add);
        change.of().indexes().stream().map(Uniqueness::of).forEach(asked::add);
        var name = change.to().name();
        var collation = change.to().collation().map(ColumnText::collation).orElse("BINARY");
        for (var unique : asked) {
            if (unique.comparesAs(name)) {
                duplicates(change.of(), unique.with(name, collation));
            }
        }
    }

    /** {@return a condition that is true for values that would not be what they were; "0" if none is} */
    private static String misfit(Column from, Column to, boolean strict) {
        var fit = new Fit(to.type().text(), strict);
        var name = Names.of(from.name());
        if (strict || Affinity.of(from.type().text(), false) != Affinity.of(to.type().text(), false)) {
            return fit.misfit(name);
        }
        return fit.tooLong(name).isEmpty() ? "0" : fit.tooLong(name);
    }

    private void constraint(Table table, Constraint constraint) throws SQLException {
        if (constraint.columns().stream().anyMatch(it -> table.column(it).isEmpty())) {
            return;
        }
        var name = table.name().text();
        switch (constraint.kind()) {
            case UNIQUE -> duplicates(table, Uniqueness.of(constraint));
            case PRIMARY_KEY -> {
                missing(table, constraint);
                duplicates(table, Uniqueness.of(constraint));
            }
            case CHECK -> {
                var condition = constraint.definition().text().replaceFirst("(?i)^CHECK\\s*", "");
                look.forRows("", name, "NOT " + condition,
                        "do not pass " + constraint.definition().text());
            }
            case FOREIGN_KEY -> orphans(name, ForeignKeyText.of(constraint));
        }
    }

    private void missing(Table table, Constraint key) throws SQLException {
        var condition = key.columns().stream().map(it -> Names.of(it) + " IS NULL")
                .collect(Collectors.joining(" OR "));
        look.forRows("", table.name().text(), condition, "have no value for "
                + key.columns().stream().map(it -> it.text()).collect(Collectors.joining(" or ")));
    }

    private void orphans(String table, ForeignKeyText key) throws SQLException {
        var known = key.columns().stream().map(it -> Names.of(table) + "." + Names.of(it) + " IS NOT NULL")
                .collect(Collectors.joining(" AND "));
        if (!source.exists(key.parent())) {
            look.forRows("", table, known,
                    "refer to " + key.parent() + ", which has no rows yet");
            return;
        }
        var columns = key.parentColumns().isEmpty() ? source.key(key.parent()) : key.parentColumns();
        boolean self = key.parent().equalsIgnoreCase(table);
        var parent = self ? "parent" : key.parent();
        var equal = new ArrayList<String>();
        for (int i = 0; i < columns.size() && i < key.columns().size(); i++) {
            equal.add(Names.of(parent) + "." + Names.of(columns.get(i)) + " = " + Names.of(table) + "."
                    + Names.of(key.columns().get(i)));
        }
        var from = self ? as(source.of(key.parent()), key.parent()) : source.of(key.parent());
        look.forRows("", table, known + " AND NOT EXISTS (SELECT 1 FROM " + from + " WHERE "
                + String.join(" AND ", equal) + ")", "refer to no row of " + key.parent());
    }

    /** A table that refers to itself has another name where it is referred to. */
    private static String as(String from, String table) {
        var alias = " AS " + Names.of(table);
        return (from.endsWith(alias) ? from.substring(0, from.length() - alias.length()) : from) + " AS parent";
    }

    private void duplicates(Table table, Uniqueness unique) throws SQLException {
        if (!unique.isAsked() || unique.terms().stream().flatMap(it -> it.mentioned().stream())
                .anyMatch(it -> table.column(it).isEmpty())) {
            return;
        }
        look.forDuplicates(table.name().text(), unique);
    }

    private void option(Change.SetOption change) throws SQLException {
        if (change.option().equals("STRICT")) {
            strict(change);
        }
        if (change.on() && List.of("STRICT", "WITHOUT ROWID").contains(change.option())) {
            for (var key : change.of().constraints(Constraint.Kind.PRIMARY_KEY)) {
                missing(change.of(), key);
            }
        }
    }

    /** A STRICT table holds values only of their types; another one makes numbers of texts in ANY. */
    private void strict(Change.SetOption change) throws SQLException {
        var table = change.of();
        var misfits = new ArrayList<String>();
        for (var column : table.columns()) {
            var type = column.type().text();
            boolean key = table.constraints(Constraint.Kind.PRIMARY_KEY).stream()
                    .anyMatch(it -> it.columns().equals(List.of(column.name())));
            if (column.generated().isEmpty() && (change.on() || type.equalsIgnoreCase("ANY"))) {
                var fit = new Fit(change.on() ? StrictTypes.of(type, key) : type, change.on());
                misfits.add(fit.misfit(Names.of(column.name())));
            }
        }
        misfits.removeIf("0"::equals);
        look.forRows(change.on() ? "" : CHANGE_DATA, table.name().text(),
                misfits.isEmpty() ? "0" : String.join(" OR ", misfits), change.on()
                ? "have values that are not of their type"
                : "have texts that would become numbers outside of a STRICT table");
    }

    /**
     * {@return how many of the values of a column would be the same in another one}
     *
     * @param table the table
     * @param from  the column that there is
     * @param to    the other one
     */
    public static Fitting fitting(Connection connection, String table, Column from, Column to) throws SQLException {
        var misfit = misfit(from, to, isStrict(connection, table));
        var name = Names.of(from.name());
        try (var query = connection.createStatement(); var rows = query.executeQuery("SELECT count(" + name
                + "), coalesce(sum(" + name + " IS NOT NULL AND NOT (" + misfit + ")), 0) FROM " + Names.of(table))) {
            return new Fitting(rows.getLong(1), rows.getLong(2));
        }
    }

    private static boolean isStrict(Connection connection, String table) throws SQLException {
        try (var query = connection.prepareStatement(
                "SELECT strict FROM pragma_table_list WHERE schema = 'main' AND name = ? COLLATE NOCASE")) {
            query.setString(1, table);
            try (var rows = query.executeQuery()) {
                return rows.next() && rows.getBoolean(1);
            }
        }
    }
}
