package restrack.database.mariadb.render;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import restrack.database.mariadb.read.MariaNames;
import restrack.schema.Name;
import restrack.schema.Renaming;

/**
 * Where the rows are now of which changes speak by the names that things are going to have.
 *
 * @param renamings what is going to have another name, tables first
 */
record Source(List<Renaming> renamings) {
    /** {@return what stands behind FROM for the rows of a table} */
    String of(String table) {
        var now = now(table);
        var columns = new ArrayList<Renaming.OfColumn>();
        for (var renaming : renamings) {
            if (renaming instanceof Renaming.OfColumn it && isSame(it.table(), table)) {
                columns.add(it);
            }
        }
        if (columns.isEmpty()) {
            return MariaNames.quoted(now) + (isSame(now, table) ? "" : " AS " + MariaNames.quoted(table));
        }
        return "(SELECT t.*" + columns.stream().map(it -> ", t." + MariaNames.quoted(it.from()) + " AS "
                + MariaNames.quoted(it.to())).collect(Collectors.joining()) + " FROM " + MariaNames.quoted(now)
                + " AS t) AS " + MariaNames.quoted(table);
    }

    /** {@return what a table is called now} */
    String now(String table) {
        return renamings.stream().filter(it -> it instanceof Renaming.OfTable && isSame(it.to(), table))
                .map(Renaming::from).findFirst().orElse(table);
    }

    private static boolean isSame(String a, String b) {
        Name one = MariaNames.of(a);
        return one.equals(MariaNames.of(b));
    }
}
