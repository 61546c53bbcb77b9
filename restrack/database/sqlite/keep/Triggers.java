package restrack.database.sqlite.keep;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import restrack.database.Parcel;
import restrack.database.sqlite.catalog.Quoted;

/**
 * The triggers of the tables that rows come back to. They fired when the rows came first; so they are not there
 * meanwhile, and then are again, in the same order and word for word.
 */
final class Triggers {
    private final Sql sql;
    private final List<String> names = new ArrayList<>();
    private final List<String> texts = new ArrayList<>();

    Triggers(Sql sql, List<Parcel> parcels) throws SQLException {
        this.sql = sql;
        for (var table : parcels.stream().map(Parcel::table).distinct().toList()) {
            var from = " FROM main.sqlite_schema WHERE type = 'trigger' AND tbl_name = " + Quoted.text(table)
                    + " COLLATE NOCASE ORDER BY rowid";
            names.addAll(sql.texts("SELECT name" + from));
            texts.addAll(sql.texts("SELECT sql" + from));
        }
    }

    void drop() throws SQLException {
        for (var name : names) {
            sql.run("DROP TRIGGER main." + Quoted.name(name));
        }
    }

    void create() throws SQLException {
        for (var text : texts) {
            sql.run(text);
        }
    }
}
