package restrack.database.sqlite.keep;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import restrack.database.Parcel;
import restrack.database.sqlite.catalog.Quoted;

/**
 * A side table.
 *
 * @param parcel  what is in it
 * @param number  the column that counts its rows
 * @param columns the other columns, in order: those of the table that they come from, without its rowid
 */
record Side(Parcel parcel, String number, List<String> columns) {
    static Side of(Connection connection, Parcel parcel) throws SQLException {
        var names = new Sql(connection).texts("SELECT name FROM pragma_table_info(" + Quoted.text(parcel.side())
                + ", 'main') ORDER BY cid");
        return new Side(parcel, names.get(0), List.copyOf(names.subList(parcel.rowid().isEmpty() ? 1 : 2,
                names.size())));
    }

    /** {@return a name for the column that counts, which no other has} */
    static String free(List<String> names) {
        var name = "kept";
        while (Shape.contains(names, name)) {
            name += "_";
        }
        return name;
    }

    /** {@return the table as it stands in a statement} */
    String sql() {
        return "main." + Quoted.name(parcel.side());
    }

    /** {@return the columns by which a row is known, where the parcel is a column} */
    List<String> key() {
        return columns.subList(0, columns.size() - 1);
    }
}
