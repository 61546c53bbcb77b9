package restrack.database.sqlite.render;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import restrack.database.Danger;
import restrack.database.Fitting;
import restrack.database.sqlite.draft.Affinity;
import restrack.database.sqlite.draft.Fit;
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
    private static final Set<String> STRICT_TYPES = Set.of("INT", "INTEGER", "REAL", "TEXT", "BLOB");

    private final Connection connection;
    private final Source source;
    private final List<Danger> found = new ArrayList<>();

    /**
     * @param connection the database before anything was done; nothing is written
     * @param renamings  what is going to have another name when the changes are carried out
     */
    public Dangers(Connection connection, List<Renaming> renamings) {
        this.connection = connection;
        this.source = new Source(connection, renamings);
    }

    /** {@return what the rows have against a change} Where only the application could tell, nothing. */
    public List<Danger> of(Change change) throws SQLException {
        found.clear();
        if (change instanceof Change.DropTable it) {
            rows(DROP_DATA, it.dropped().name().text(), "", "%s of %s would be lost");
        } else if (change instanceof Change.DropColumn it && it.column().generated().isEmpty()) {
            var name = it.column().name();
            rows(DROP_DATA, it.of().name().text(), Names.of(name) + " IS NOT NULL", "%s of %s would lose what they have"
                    + " for " + escaped(name.text()));
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
        } else if (change instanceof Change.SetOption it && it.on()) {
            option(it.of(), it.option());
        }
        return List.copyOf(found);
    }

    private void virtual(Definition definition) throws SQLException {
        if (definition.kind() == Definition.Kind.VIRTUAL_TABLE) {
            rows(DROP_DATA, definition.name().text(), "", "%s of %s would be lost");
        }
    }

    private void column(Change.AlterColumn change) throws SQLException {
        var table = change.of().name().text();
        var name = Names.of(change.to().name());
        var shown = escaped(change.to().name().text());
        if (change.aspect() == Aspect.TYPE && change.from().generated().isEmpty()) {
            var type = change.to().type().text();
            rows(CHANGE_DATA, table, misfit(change.from(), change.to(), change.of().options().contains("STRICT")),
                    "%s of %s have a " + shown + " that would be lost or change its meaning as "
                            + (type.isEmpty() ? "a column without type" : escaped(type)));
        } else if (change.aspect() == Aspect.NULLABILITY && change.from().notNull().isEmpty()) {
            rows("", table, name + " IS NULL", "%s of %s have no value for " + shown);
        } else if (change.aspect() == Aspect.GENERATED && change.from().generated().isEmpty()) {
            var expression = ColumnText.expression(change.to().generated().orElseThrow());
            rows(CHANGE_DATA, table, name + " IS NOT (" + expression + ")", "%s of %s have a " + shown
                    + " that is not what the expression gives, and would be lost");
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
                rows("", name, "NOT " + condition, "%s of %s do not pass " + escaped(constraint.definition().text()));
            }
            case FOREIGN_KEY -> orphans(name, ForeignKeyText.of(constraint));
        }
    }

    private void missing(Table table, Constraint key) throws SQLException {
        var condition = key.columns().stream().map(it -> Names.of(it) + " IS NULL")
                .collect(Collectors.joining(" OR "));
        rows("", table.name().text(), condition, "%s of %s have no value for "
                + escaped(key.columns().stream().map(it -> it.text()).collect(Collectors.joining(" or "))));
    }

    private void orphans(String table, ForeignKeyText key) throws SQLException {
        var known = key.columns().stream().map(it -> Names.of(table) + "." + Names.of(it) + " IS NOT NULL")
                .collect(Collectors.joining(" AND "));
        if (!source.exists(key.parent())) {
            rows("", table, known, "%s of %s refer to " + escaped(key.parent()) + ", which has no rows yet");
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
        var from = source.of(key.parent());
        rows("", table, known + " AND NOT EXISTS (SELECT 1 FROM " + (self ? as(from, key.parent()) : from) + " WHERE "
                + String.join(" AND ", equal) + ")", "%s of %s refer to no row of " + escaped(key.parent()));
    }

    /** A table that refers to itself has another name where it is referred to. */
    private static String as(String from, String table) {
        var alias = " AS " + Names.of(table);
        return (from.endsWith(alias) ? from.substring(0, from.length() - alias.length()) : from) + " AS parent";
    }

    private void duplicates(Table table, Uniqueness unique) throws SQLException {
        if (!unique.isAsked() || unique.mentioned().stream().anyMatch(it -> table.column(it).isEmpty())) {
            return;
        }
        var terms = String.join(", ", unique.terms());
        var known = unique.terms().stream().map(it -> it + " IS NOT NULL").collect(Collectors.joining(" AND "));
        var query = "SELECT " + terms + ", count(*) AS number FROM " + source.of(table.name().text())
                + " WHERE " + known + unique.where().map(it -> " AND (" + it + ")").orElse("") + " GROUP BY " + terms
                + " HAVING count(*) > 1";
        add("", count("SELECT coalesce(sum(number), 0) FROM (" + query + ")"), table.name().text(),
                "%s of %s have the same " + escaped(String.join(", ", unique.terms())) + " as others", query);
    }

    private void option(Table table, String option) throws SQLException {
        var name = table.name().text();
        if (option.equals("STRICT")) {
            var misfits = table.columns().stream().filter(it -> it.generated().isEmpty()
                    && STRICT_TYPES.contains(it.type().text().toUpperCase(Locale.ROOT)))
                    .map(it -> new Fit(it.type().text(), true).misfit(Names.of(it.name())))
                    .filter(it -> !it.equals("0")).collect(Collectors.joining(" OR "));
            rows("", name, misfits.isEmpty() ? "0" : misfits, "%s of %s have values that are not of their type");
        } else if (option.equals("WITHOUT ROWID")) {
            for (var key : table.constraints(Constraint.Kind.PRIMARY_KEY)) {
                missing(table, key);
            }
        }
    }

    /** @param condition which rows; empty for all of them, {@code 0} for none */
    private void rows(String hazard, String table, String condition, String sentence) throws SQLException {
        if (!condition.equals("0")) {
            var rest = " FROM " + source.of(table) + (condition.isEmpty() ? "" : " WHERE " + condition);
            add(hazard, count("SELECT count(*)" + rest), table, sentence, "SELECT *" + rest);
        }
    }

    private void add(String hazard, long number, String table, String sentence, String query) {
        if (number > 0) {
            var said = sentence.formatted(number + (number == 1 ? " row" : " rows"), table);
            found.add(new Danger(hazard, number == 1 ? singular(said) : said, query));
        }
    }

    private static String singular(String sentence) {
        return sentence.replaceFirst(" have ", " has ").replaceFirst(" do not pass ", " does not pass ")
                .replaceFirst(" refer to ", " refers to ").replaceFirst("what they have", "what it has");
    }

    private static String escaped(String text) {
        return text.replace("%", "%%");
    }

    /** A collation or a function may be there only when the application runs. */
    private long count(String sql) throws SQLException {
        try (var query = connection.createStatement(); var rows = query.executeQuery(sql)) {
            return rows.getLong(1);
        } catch (SQLException e) {
            return 0;
        }
    }

    /**
     * {@return how many of the values of a column would be the same in another one}
     *
     * @param table the table
     * @param from  the column that there is
     * @param to    the other one
     */
    public static Fitting fitting(Connection connection, String table, Column from, Column to) throws SQLException {
        var misfit = misfit(from, to, false);
        var name = Names.of(from.name());
        try (var query = connection.createStatement(); var rows = query.executeQuery("SELECT count(" + name
                + "), coalesce(sum(" + name + " IS NOT NULL AND NOT (" + misfit + ")), 0) FROM " + Names.of(table))) {
            return new Fitting(rows.getLong(1), rows.getLong(2));
        }
    }
}
