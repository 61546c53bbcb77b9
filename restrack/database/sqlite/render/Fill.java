package restrack.database.sqlite.render;

import java.util.List;
import java.util.stream.Collectors;
import restrack.database.Rendered;
import restrack.database.Rendered.Part;
import restrack.schema.Column;
import restrack.schema.Name;

/**
 * What only a person can know: the values that the rows which are there have in columns that come.
 *
 * @param table   the table
 * @param columns the columns; none if there is nothing to fill in
 */
record Fill(Name table, List<Column> columns) {
    /** {@return the statement of these parts, which can run only when the columns are filled} */
    Rendered before(List<Part> parts) {
        return columns.isEmpty() ? Rendered.alter(Names.of(table), parts)
                : Rendered.alter(Names.of(table), parts, todo(), sketch());
    }

    private String todo() {
        return "Every row of " + table + " needs a value for " + columns.stream().map(it -> it.name().text())
                .collect(Collectors.joining(" and ")) + ".";
    }

    private String sketch() {
        return "UPDATE " + Names.of(table) + " SET " + columns.stream().map(it -> Names.of(it.name()) + " = …")
                .collect(Collectors.joining(", ")) + " WHERE " + columns.stream()
                .map(it -> Names.of(it.name()) + " IS NULL").collect(Collectors.joining(" OR "));
    }
}
