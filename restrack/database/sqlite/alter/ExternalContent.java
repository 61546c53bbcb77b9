package restrack.database.sqlite.alter;

import java.util.regex.Pattern;
import restrack.database.sqlite.grammar.CreateVirtualTable;
import restrack.database.sqlite.grammar.Name;
import restrack.database.sqlite.grammar.SqliteSyntax;
import restrack.sql.Tokens;

/**
 * Full text indexes that read their texts out of a table of the user's: they know it and its columns by name, and
 * SQLite does not rename them there.
 */
final class ExternalContent {
    private ExternalContent() {
    }

    static void refuse(Catalog catalog, String table) {
        refuse(catalog, table, null);
    }

    /** @param column the column that will not be there any more under its name; null for the table itself */
    static void refuse(Catalog catalog, String table, String column) {
        for (var object : catalog.objects()) {
            if (object.isTable() && object.root() == 0 && object.sql() != null
                    && reads(CreateVirtualTable.parse(object.sql()), table, column)) {
                throw Draft.refused("The full text index " + object.name() + " reads " + table
                        + (column == null ? "" : "." + column) + " by that name, and SQLite cannot change it there.",
                        "Drop it first, and create it again afterwards.");
            }
        }
    }

    private static boolean reads(CreateVirtualTable virtual, String table, String column) {
        var arguments = virtual.arguments().stream().map(it -> it.in(virtual.text()).strip()).toList();
        var content = Pattern.compile("(?is)content\\s*=\\s*" + "['\"\\[`]?" + Pattern.quote(table) + "['\"\\]`]?");
        if (arguments.stream().noneMatch(it -> content.matcher(it).matches())) {
            return false;
        }
        return column == null || arguments.stream().anyMatch(it -> isColumn(it, column));
    }

    private static boolean isColumn(String argument, String column) {
        var tokens = Tokens.of(argument, SqliteSyntax.SQLITE).stream().filter(it -> !it.isSpaceOrComment()).toList();
        boolean option = tokens.size() > 2 && tokens.get(1).isSymbol('=');
        var name = option ? tokens.get(2) : tokens.get(0);
        return (!option || tokens.get(0).is("content_rowid")) && Name.same(name.name(), column);
    }
}
