package restrack.database.sqlite.alter;

import java.sql.Connection;
import java.sql.SQLException;
import restrack.database.sqlite.catalog.Catalog;
import restrack.database.sqlite.catalog.Quoted;
import restrack.database.sqlite.grammar.Column;
import restrack.database.sqlite.grammar.Constraint;
import restrack.database.sqlite.grammar.CreateTable;

/**
 * Guesses by reading alone whether rows are older than a column: in such a row its value is that of the default. Where
 * no row has that value, none is.
 */
final class DefaultValues implements OlderRows {
    private final Connection connection;

    DefaultValues(Connection connection) {
        this.connection = connection;
    }

    @Override
    public boolean mayBe(CreateTable table, Column column) throws SQLException {
        var present = Catalog.of(connection).table(table.name().value());
        if (present.isEmpty() || !present.get().sql().equals(table.text())) {
            return true;
        }
        var value = column.constraints(Constraint.Default.class).reduce((first, last) -> last)
                .map(it -> it.value().in(table.text())).orElse("NULL");
        try (var query = connection.createStatement(); var rows = query.executeQuery("SELECT 1 FROM main."
                + Quoted.name(table.name().value()) + " WHERE " + Quoted.name(column.name().value()) + " IS " + value
                + " LIMIT 1")) {
            return rows.next();
        }
    }
}
