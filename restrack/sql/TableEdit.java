package restrack.sql;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What a statement does to a table as a whole, as far as it can take rows or values away. */
public sealed interface TableEdit {
    /** {@return the table, under the name that it has before the statement} */
    TableName table();

    /** {@code CREATE TABLE}; with {@code ifAbsent} the table may have been there before. */
    record Create(TableName table, boolean ifAbsent) implements TableEdit {
    }

    /** {@code DROP TABLE}. */
    record Drop(TableName table, boolean ifPresent) implements TableEdit {
    }

    /** {@code ALTER TABLE … DROP COLUMN}. */
    record DropColumn(TableName table, String column) implements TableEdit {
    }

    /** {@code ALTER TABLE … RENAME TO}. */
    record Rename(TableName table, String to) implements TableEdit {
    }

    /** {@code ALTER TABLE … RENAME COLUMN}. */
    record RenameColumn(TableName table, String from, String to) implements TableEdit {
    }

    /** {@code DELETE FROM} without a condition, {@code TRUNCATE}, and both for partitions, which may be empty. */
    record DeleteAll(TableName table) implements TableEdit {
    }

    /** {@return what the statement does to tables, in order; empty for most statements} */
    static List<TableEdit> of(Statement statement) {
        var edits = new ArrayList<TableEdit>();
        var cursor = statement.cursor();
        if (cursor.accept("DROP", "TABLE")) {
            drop(cursor, edits);
        } else if (cursor.accept("ALTER", "TABLE")) {
            alter(cursor, edits);
        } else if (cursor.accept("TRUNCATE")) {
            truncate(cursor, edits);
        } else if (cursor.accept("CREATE")) {
            create(cursor, edits);
        } else if (cursor.accept("DELETE", "FROM") || cursor.accept("WITH") && cursor.skipPast("DELETE")
                && cursor.accept("FROM")) {
            delete(cursor, edits);
        }
        return edits;
    }

    private static void drop(TokenCursor cursor, List<TableEdit> edits) {
        boolean ifPresent = cursor.accept("IF", "EXISTS");
        do {
            cursor.tableName().ifPresent(table -> edits.add(new Drop(table, ifPresent)));
        } while (cursor.skipPastComma());
    }

    private static void alter(TokenCursor cursor, List<TableEdit> edits) {
        cursor.accept("IF", "EXISTS");
        cursor.accept("ONLY");
        cursor.tableName().ifPresent(table -> {
            do {
                action(table, cursor, edits);
            } while (cursor.skipPastComma());
        });
    }

    private static void action(TableName table, TokenCursor cursor, List<TableEdit> edits) {
        if (cursor.accept("RENAME", "TO")) {
            cursor.name().ifPresent(to -> edits.add(new Rename(table, to)));
        } else if (cursor.accept("RENAME", "COLUMN") || cursor.accept("RENAME")) {
            var from = cursor.name();
            var to = cursor.accept("TO") ? cursor.name() : Optional.<String>empty();
            from.ifPresent(it -> to.ifPresent(name -> edits.add(new RenameColumn(table, it, name))));
        } else if (cursor.accept("DROP", "PARTITION") || cursor.accept("TRUNCATE", "PARTITION")) {
            edits.add(new DeleteAll(table));
        } else if (cursor.accept("DROP", "COLUMN")) {
            cursor.accept("IF", "EXISTS");
            cursor.name().ifPresent(column -> edits.add(new DropColumn(table, column)));
        } else if (cursor.accept("DROP")) {
            // Without COLUMN it is a column only if nothing but its name follows: not DROP CONSTRAINT c.
            cursor.accept("IF", "EXISTS");
            cursor.name().filter(column -> cursor.endsAction())
                    .ifPresent(column -> edits.add(new DropColumn(table, column)));
        }
    }

    private static void truncate(TokenCursor cursor, List<TableEdit> edits) {
        cursor.accept("TABLE");
        cursor.accept("ONLY");
        do {
            cursor.tableName().ifPresent(table -> edits.add(new DeleteAll(table)));
        } while (cursor.skipPastComma());
    }

    private static void create(TokenCursor cursor, List<TableEdit> edits) {
        boolean replaces = cursor.accept("OR", "REPLACE");
        boolean temporary = cursor.accept("TEMP") || cursor.accept("TEMPORARY");
        if (!cursor.accept("TABLE")) {
            return;
        }
        boolean ifAbsent = cursor.accept("IF", "NOT", "EXISTS");
        cursor.tableName().map(table -> temporary ? new TableName("temp", table.table()) : table)
                .ifPresent(table -> {
                    if (replaces && !temporary) {
                        edits.add(new Drop(table, true));
                    }
                    edits.add(new Create(table, ifAbsent));
                });
    }

    private static void delete(TokenCursor cursor, List<TableEdit> edits) {
        cursor.tableName().ifPresent(table -> {
            if (!cursor.skipPast("WHERE")) {
                edits.add(new DeleteAll(table));
            }
        });
    }
}
