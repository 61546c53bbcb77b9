package restrack.wanted.entity;

import java.util.ArrayList;
import java.util.List;

/**
 * What an attribute is in a table.
 *
 * @param columns     its columns
 * @param uniques     unique constraints over them
 * @param foreignKeys foreign keys over them
 */
record Part(List<ColumnDraft> columns, List<String> uniques, List<String> foreignKeys) {
    static final Part NOTHING = new Part(List.of(), List.of(), List.of());

    static Part of(ColumnDraft column) {
        return new Part(List.of(column), List.of(), List.of());
    }

    static Part of(List<Part> parts) {
        var columns = new ArrayList<ColumnDraft>();
        var uniques = new ArrayList<String>();
        var foreignKeys = new ArrayList<String>();
        for (var part : parts) {
            columns.addAll(part.columns);
            uniques.addAll(part.uniques);
            foreignKeys.addAll(part.foreignKeys);
        }
        return new Part(List.copyOf(columns), List.copyOf(uniques), List.copyOf(foreignKeys));
    }
}
