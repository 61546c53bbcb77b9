package restrack.database.sqlite.draft;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import restrack.ErrorKind;
import restrack.MigrateException;
import restrack.database.sqlite.catalog.Catalog;
import restrack.database.sqlite.catalog.Quoted;
import restrack.database.sqlite.catalog.SchemaObject;
import restrack.database.sqlite.grammar.CreateVirtualTable;
import restrack.database.sqlite.grammar.Name;
import restrack.database.sqlite.grammar.SqliteSyntax;
import restrack.sql.Tokens;

/**
 * Full text indexes that read their texts out of a table of the user's: they know it and its columns by name, and
 * SQLite does not rename them there.
 */
public final class ExternalContent {
    private ExternalContent() {
    }

    public static void refuse(Catalog catalog, String table) {
        refuse(catalog, table, null);
    }

    public static void refuse(Catalog catalog, Draft draft) {
        for (var column : draft.lost()) {
            readers(catalog, draft.name(), column).stream().findFirst().ifPresent(it -> {
                throw new MigrateException(ErrorKind.DEPENDENTS, "The column " + draft.name() + "." + column
                        + " is needed by the full text index " + it + ".", "Drop that first.");
            });
        }
        if (draft.before().withoutRowid() != draft.table().withoutRowid()) {
            refuse(catalog, draft.name(), "rowid");
        }
    }

    /** A full text index does not notice that what it has read is something else now. */
    public static void refuseStale(Catalog catalog, Draft draft, boolean renumbered) {
        var stale = new ArrayList<String>();
        draft.before().names().stream().filter(it -> draft.stored(it).filter(value ->
                !value.replaceAll("[()\\s]", "").equals(Quoted.name(it).replaceAll("[()\\s]", ""))).isPresent())
                .forEach(it -> stale.addAll(readers(catalog, draft.name(), it)));
        if (renumbered) {
            stale.addAll(readers(catalog, draft.name(), "rowid"));
        }
        if (!stale.isEmpty()) {
            throw CannotAlter.because("The full text index " + stale.get(0) + " has read " + draft.name()
                    + ", and would not notice that there is something else now.",
                    "Drop it first, and create and fill it again afterwards.");
        }
    }

    /** @param column the column that will not be there any more under its name; null for the table itself */
    public static void refuse(Catalog catalog, String table, String column) {
        readers(catalog, table, column).stream().findFirst().ifPresent(it -> {
            throw CannotAlter.because(
                    "The full text index " + it + " reads " + table + (column == null ? "" : "." + column)
                    + " by that name, and SQLite cannot change it there.",
                    "Drop it first, and create it again afterwards.");
        });
    }

    private static List<String> readers(Catalog catalog, String table, String column) {
        return catalog.objects().stream().filter(it -> it.isTable() && it.root() == 0 && it.sql() != null
                && reads(CreateVirtualTable.parse(it.sql()), table, column)).map(SchemaObject::name).toList();
    }

    private static boolean reads(CreateVirtualTable virtual, String table, String column) {
        var arguments = virtual.arguments().stream().map(it -> it.in(virtual.text()).strip()).toList();
        var content = Pattern.compile("(?is)content\\s*=\\s*" + "['\"\\[`]?" + Pattern.quote(table) + "['\"\\]`]?");
        if (arguments.stream().noneMatch(it -> content.matcher(it).matches())) {
            return false;
        }
        boolean named = arguments.stream().anyMatch(it -> it.matches("(?is)content_rowid\\s*=.*"));
        return column == null || arguments.stream().anyMatch(it -> isColumn(it, column))
                || !named && column.equalsIgnoreCase("rowid");
    }

    private static boolean isColumn(String argument, String column) {
        var tokens = Tokens.of(argument, SqliteSyntax.SQLITE).stream().filter(it -> !it.isSpaceOrComment()).toList();
        boolean option = tokens.size() > 2 && tokens.get(1).isSymbol('=');
        var name = option ? tokens.get(2) : tokens.get(0);
        return (!option || tokens.get(0).is("content_rowid")) && Name.same(name.name(), column);
    }
}
