package restrack.database.sqlite.alter;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import restrack.database.Cost;
import restrack.database.TableChange;
import restrack.database.Way;
import restrack.database.sqlite.catalog.Catalog;
import restrack.database.sqlite.catalog.Quoted;

/** Estimates what a change takes, from how large the table and its indexes are. */
final class Costs {
    /** Measured on a machine of two slow processors; see {@code bench/README.md}. */
    private static final long COPIED_BYTES_PER_MILLISECOND = 150_000;
    private static final long SORTED_BYTES_PER_MILLISECOND = 40_000;
    private static final long READ_BYTES_PER_MILLISECOND = 1_000_000;

    private final Connection connection;

    Costs(Connection connection) {
        this.connection = connection;
    }

    Cost of(TableChange change) throws SQLException {
        var table = Catalog.of(connection).table(change.table().table());
        if (table.isEmpty() || table.get().root() == 0) {
            return new Cost(0, 0, 0);
        }
        long rows = number("SELECT count(*) FROM main." + Quoted.name(table.get().name()), List.of());
        long size = bytes(table.get().name());
        long sorted = 0;
        for (var index : change.refilled()) {
            sorted += bytes(index);
        }
        long milliseconds = sorted / SORTED_BYTES_PER_MILLISECOND + switch (change.way()) {
            case REBUILD -> size / COPIED_BYTES_PER_MILLISECOND;
            case IN_PLACE -> 0;
            case NATIVE -> change.statements().stream().anyMatch(it -> it.contains(" DROP COLUMN "))
                    ? size / COPIED_BYTES_PER_MILLISECOND : 0;
        } + (change.statements().size() > 8 ? size / READ_BYTES_PER_MILLISECOND : 0);
        long written = (change.way() == Way.REBUILD ? size : 0) + 2 * sorted;
        return new Cost(rows, milliseconds, isWal() ? 2 * written : written);
    }

    private boolean isWal() throws SQLException {
        try (var query = connection.createStatement(); var rows = query.executeQuery("PRAGMA main.journal_mode")) {
            return rows.getString(1).equals("wal");
        }
    }

    private long bytes(String name) throws SQLException {
        return number("SELECT pgsize FROM dbstat WHERE schema = 'main' AND name = ? AND aggregate = 1", List.of(name));
    }

    private long number(String sql, List<String> arguments) throws SQLException {
        try (var query = connection.prepareStatement(sql)) {
            for (int i = 0; i < arguments.size(); i++) {
                query.setString(i + 1, arguments.get(i));
            }
            try (var rows = query.executeQuery()) {
                return rows.next() ? rows.getLong(1) : 0;
            }
        }
    }
}
