package restrack.database.sqlite.alter;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.stream.Collectors;
import restrack.MigrateException;
import restrack.database.RowCheck;
import restrack.database.RowsInTheWay;
import restrack.database.sqlite.catalog.Quoted;
import restrack.database.sqlite.grammar.CreateIndex;
import restrack.database.sqlite.grammar.MalformedException;
import restrack.sql.Statement;

/** Shows the rows that kept SQLite from making a unique index; its own words name only the columns. */
final class EqualRows {
    private EqualRows() {
    }

    /** @throws MigrateException {@code rows_in_the_way} if it was for them that a statement failed */
    static void refuse(Statement statement, Connection connection) throws SQLException {
        if (!statement.starts("CREATE", "UNIQUE", "INDEX")) {
            return;
        }
        try {
            RowsInTheWay.refuse(check(CreateIndex.parse(statement.text())), connection);
        } catch (MalformedException e) {
            // SQLite has its own words for that.
            return;
        }
    }

    private static RowCheck check(CreateIndex index) {
        var text = index.text();
        var terms = index.columns().stream().map(it -> it.expression().in(text)
                + it.collation().map(collation -> " COLLATE " + Quoted.name(collation.value())).orElse("")).toList();
        var shown = index.columns().stream().map(it -> it.expression().in(text)).map(it -> Quoted.text(it + " ")
                + " || substr(quote(" + it + "), 1, 60)").collect(Collectors.joining(" || ', ' || "));
        var condition = terms.stream().map(it -> it + " IS NOT NULL").collect(Collectors.joining(" AND "));
        var all = String.join(", ", terms);
        var table = index.schema().map(it -> Quoted.name(it.value()) + ".").orElse("")
                + Quoted.name(index.table().value());
        return new RowCheck("", "The index " + index.name().value() + " cannot be UNIQUE, because several rows of "
                + index.table().value() + " have the same values", "SELECT " + shown
                + " || ': ' || count(*) || ' rows' FROM " + table + " WHERE "
                + index.where().map(it -> "(" + it.in(text) + ") AND ").orElse("") + condition + " GROUP BY " + all
                + " HAVING count(*) > 1", "Merge or mend the rows first.");
    }
}
