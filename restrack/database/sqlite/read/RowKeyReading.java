package restrack.database.sqlite.read;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import restrack.ErrorKind;
import restrack.MigrateException;
import restrack.database.RowKey;
import restrack.database.sqlite.catalog.Catalog;
import restrack.database.sqlite.catalog.Mentioned;
import restrack.database.sqlite.catalog.SchemaObject;
import restrack.database.sqlite.grammar.Column;

/** Finds out whether columns are a key by which all rows of a table can be gone through, each once. */
public final class RowKeyReading {
    private final Connection connection;
    private final Catalog catalog;
    private final ParsedTable table;

    private RowKeyReading(Connection connection, Catalog catalog, ParsedTable table) {
        this.connection = connection;
        this.catalog = catalog;
        this.table = table;
    }

    /**
     * {@return the key that these columns are}
     *
     * @throws MigrateException {@code cannot_batch} where there is no such table, or they are no key of it
     */
    public static RowKey of(Connection connection, String table, List<String> columns) throws SQLException {
        var catalog = Catalog.of(connection);
        var object = catalog.table(table).filter(it -> !it.sql().regionMatches(true, 0, "CREATE VIRTUAL", 0, 14))
                .orElseThrow(() -> no("There is no table " + table + " with rows of its own",
                        "A view or a virtual table cannot be gone through by a key."));
        return new RowKeyReading(connection, catalog, ParsedTable.of(object)).key(columns);
    }

    private RowKey key(List<String> columns) throws SQLException {
        if (columns.size() == 1 && table.create().column(columns.get(0)).isEmpty()
                && ParsedTable.ROWID.contains(columns.get(0).toLowerCase(Locale.ROOT))
                && !table.create().withoutRowid()) {
            return key(columns, true);
        }
        var found = new ArrayList<Column>();
        for (var column : columns) {
            found.add(table.create().column(column).orElseThrow(() -> no(table.name() + " has no column " + column,
                    "`migrate show-table " + table.name() + "` shows its columns.")));
        }
        boolean rowid = found.size() == 1 && table.isRowid(found.get(0));
        if (!rowid) {
            refuseNull(found);
            if (!hasIndexOn(found)) {
                throw no("No unique index of " + table.name() + " is over " + String.join(", ", columns)
                        + " alone, in this order and with the columns' own collations",
                        "Take the primary key" + (table.create().withoutRowid() ? "." : ", or `rowid`."));
            }
        }
        return key(found.stream().map(it -> it.name().value()).toList(), rowid);
    }

    private RowKey key(List<String> columns, boolean rowid) {
        var names = new ArrayList<>(columns);
        if (rowid) {
            ParsedTable.ROWID.stream().filter(it -> table.create().column(it).isEmpty()).forEach(names::add);
            table.create().columns().stream().filter(table::isRowid).forEach(it -> names.add(it.name().value()));
        }
        return new RowKey(table.name(), columns, names, views());
    }

    /** A primary key of a table with row numbers may hold NULL, and more than once. */
    private void refuseNull(List<Column> columns) throws SQLException {
        for (var column : columns) {
            var name = column.name().value();
            if (column.isGenerated()) {
                throw no(table.name() + "." + name + " is computed, so it may change with other columns",
                        "Take the primary key.");
            }
            boolean never = table.create().withoutRowid() && table.isInPrimaryKey(column)
                    || holds("SELECT 1 FROM pragma_table_info(?) WHERE name = ? COLLATE NOCASE AND \"notnull\" = 1",
                            table.name(), name);
            if (!never) {
                throw no(table.name() + "." + name + " may be NULL, and rows with NULL would be missed",
                        "Take a key that is NOT NULL" + (table.create().withoutRowid() ? "." : ", or `rowid`."));
            }
        }
    }

    /** An index by another collation finds other values equal, or puts them into another order. */
    private boolean hasIndexOn(List<Column> columns) throws SQLException {
        var wanted = columns.stream().map(it -> it.name().value().toLowerCase(Locale.ROOT) + " "
                + ParsedTable.collation(it)).toList();
        for (var index : uniqueIndexes()) {
            var parts = new ArrayList<String>();
            try (var query = connection.prepareStatement("""
                    SELECT coalesce(name, ''), upper(coll) FROM pragma_index_xinfo(?) WHERE "key" = 1
                    ORDER BY seqno""")) {
                query.setString(1, index);
                try (var rows = query.executeQuery()) {
                    while (rows.next()) {
                        parts.add(rows.getString(1).toLowerCase(Locale.ROOT) + " " + rows.getString(2));
                    }
                }
            }
            if (parts.equals(wanted)) {
                return true;
            }
        }
        return false;
    }

    private List<String> uniqueIndexes() throws SQLException {
        var names = new ArrayList<String>();
        try (var query = connection.prepareStatement(
                "SELECT name FROM pragma_index_list(?) WHERE \"unique\" = 1 AND partial = 0")) {
            query.setString(1, table.name());
            try (var rows = query.executeQuery()) {
                while (rows.next()) {
                    names.add(rows.getString(1));
                }
            }
        }
        return names;
    }

    private boolean holds(String sql, String... arguments) throws SQLException {
        try (var query = connection.prepareStatement(sql)) {
            for (int i = 0; i < arguments.length; i++) {
                query.setString(i + 1, arguments[i]);
            }
            try (var rows = query.executeQuery()) {
                return rows.next();
            }
        }
    }

    private List<String> views() {
        var views = new LinkedHashSet<String>();
        for (int before = -1; before < views.size();) {
            before = views.size();
            catalog.objects().stream().filter(SchemaObject::isView)
                    .filter(it -> Mentioned.in(it.sql(), table.name())
                            || views.stream().anyMatch(view -> Mentioned.in(it.sql(), view)))
                    .map(SchemaObject::name).forEach(views::add);
        }
        return List.copyOf(views);
    }

    private static MigrateException no(String why, String hint) {
        return new MigrateException(ErrorKind.CANNOT_BATCH, why + ", so batches cannot go by that key.", hint);
    }
}
