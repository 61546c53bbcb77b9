package restrack.database.sqlite.alter;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import restrack.database.Way;
import restrack.database.sqlite.catalog.Catalog;
import restrack.database.sqlite.catalog.Layout;
import restrack.database.sqlite.catalog.Mentioned;
import restrack.database.sqlite.catalog.Quoted;
import restrack.database.sqlite.catalog.SchemaEdit;
import restrack.database.sqlite.draft.Draft;
import restrack.database.sqlite.grammar.Constraint;
import restrack.database.sqlite.grammar.CreateIndex;
import restrack.database.sqlite.grammar.CreateTable;

/**
 * The statements that make a table what its draft says. The rows go into a new b-tree if they have to; then the
 * table's entry in {@code sqlite_schema} gets that b-tree and the new text, while the old rows go with the name that
 * the new ones had. No row is deleted, no table renamed, so nothing else notices: not foreign keys, not triggers, not
 * indexes whose contents stay the same.
 */
final class Rewrite {
    private final Draft draft;
    private final Layout layout;
    private final Catalog catalog;
    private final String name;
    private final String fresh;
    private final boolean copied;
    private final boolean newRowids;
    private final List<String> refilled = new ArrayList<>();
    /** The indexes of constraints that go, stay and come, each under its old name or null, and its new name or null. */
    private final List<Automatic> automatic = new ArrayList<>();

    private record Automatic(String from, String to) {
    }

    /**
     * @param layout  how SQLite lays out the table as drafted
     * @param catalog what there is before
     * @param copy    whether the rows are written anew even if they need not be
     */
    Rewrite(Draft draft, Layout layout, Catalog catalog, boolean copy) {
        this.draft = draft;
        this.layout = layout;
        this.catalog = catalog;
        this.name = draft.name();
        this.fresh = catalog.free("migrate_new");
        var before = draft.layout();
        boolean otherOrder = before.withoutRowid() != layout.withoutRowid() || layout.withoutRowid()
                && (!before.order().equals(layout.order())
                || layout.order().stream().anyMatch(it -> draft.isChanged(it.column())));
        boolean newAlias = layout.alias().isPresent() && !layout.alias().map(this::lower)
                .equals(before.alias().map(this::lower));
        this.newRowids = otherOrder || newAlias;
        this.copied = copy || draft.isCopied() || newRowids || !before.alias().map(this::lower)
                .equals(layout.alias().map(this::lower)) || !before.stored().equals(layout.stored());
        matchAutomatic();
        for (var index : catalog.indexesOf(name)) {
            if (!index.isAutomatic() && !draft.dropped().contains(index)
                    && (newRowids || dependsOnChanged(CreateIndex.parse(index.sql())))) {
                refilled.add(index.name());
            }
        }
    }

    private String lower(String column) {
        return column.toLowerCase(Locale.ROOT);
    }

    private boolean dependsOnChanged(CreateIndex index) {
        return draft.table().names().stream()
                .anyMatch(it -> Mentioned.by(index, it) && draft.isChanged(it));
    }

    private void matchAutomatic() {
        var left = new ArrayList<>(draft.layout().automatic());
        for (var wanted : layout.automatic()) {
            var found = left.stream().filter(it -> it.keys().equals(wanted.keys())).findFirst()
                    .or(() -> left.stream().filter(it -> columns(it).equals(columns(wanted))).findFirst());
            found.ifPresent(left::remove);
            automatic.add(new Automatic(found.map(Layout.Automatic::name).orElse(null), wanted.name()));
            if (newRowids || found.filter(it -> it.keys().equals(wanted.keys())).isEmpty()
                    || wanted.keys().stream().anyMatch(it -> draft.isChanged(it.column()))) {
                refilled.add(wanted.name());
            }
        }
        left.forEach(it -> automatic.add(new Automatic(it.name(), null)));
    }

    private static List<String> columns(Layout.Automatic index) {
        return index.keys().stream().map(Layout.Key::column).toList();
    }

    Way way() {
        return copied ? Way.REBUILD : Way.IN_PLACE;
    }

    /** {@return whether the rows get other rowids, or have none any more} */
    boolean isRenumbered() {
        return newRowids;
    }

    /** {@return the indexes that are filled anew} */
    List<String> refilled() {
        return refilled;
    }

    List<String> statements() {
        var statements = new ArrayList<String>();
        statements.addAll(draft.drops());
        if (copied) {
            statements.add(new Copy(draft, layout, fresh).create());
            statements.add(new Copy(draft, layout, fresh).fill());
        } else {
            // Any CREATE and DROP raise the schema's version, by which other connections notice.
            statements.add("CREATE VIEW main." + Quoted.name(fresh) + " AS SELECT 1");
        }
        newIndexes().forEach((index, to) -> statements.add("CREATE INDEX main.%s ON %s (%s COLLATE BINARY) WHERE 0"
                .formatted(Quoted.name(index), Quoted.name(name),
                        Quoted.name(draft.before().columns().get(0).name().value()))));
        statements.add("PRAGMA writable_schema = ON");
        if (copied) {
            statements.add(SchemaEdit.exchange(name, fresh));
        }
        draft.texts().forEach(it -> statements.add(it.statement()));
        statements.addAll(renamings());
        newIndexes().forEach((index, to) -> statements.add(SchemaEdit.makeAutomatic(index, to)));
        statements.add("PRAGMA writable_schema = RESET");
        statements.add("DROP " + (copied ? "TABLE" : "VIEW") + " main." + Quoted.name(fresh));
        oldIndexes().forEach((from, index) -> statements.add("DROP INDEX main." + Quoted.name(index)));
        refilled.forEach(it -> statements.add("REINDEX main." + Quoted.name(it)));
        statements.addAll(sequence());
        return statements;
    }

    /** The indexes that come: first as empty ordinary ones, of which only the b-tree is wanted. */
    private Map<String, String> newIndexes() {
        var names = new LinkedHashMap<String, String>();
        automatic.stream().filter(it -> it.from() == null)
                .forEach(it -> names.put(catalog.free("migrate_index_" + (names.size() + 1)), it.to()));
        return names;
    }

    /** The indexes that go: they become ordinary ones, which can be dropped. */
    private Map<String, String> oldIndexes() {
        var names = new LinkedHashMap<String, String>();
        automatic.stream().filter(it -> it.to() == null)
                .forEach(it -> names.put(it.from(), catalog.free("migrate_old_" + (names.size() + 1))));
        return names;
    }

    private List<String> renamings() {
        var statements = new ArrayList<String>();
        var column = draft.table().columns().stream().filter(it -> !it.isGenerated()).findFirst()
                .orElse(draft.table().columns().get(0)).name().value();
        var old = oldIndexes();
        old.forEach((from, index) -> statements.add(SchemaEdit.makeOrdinary(from, index, name, column)));
        var moved = automatic.stream().filter(it -> it.from() != null && it.to() != null && !it.from().equals(it.to()))
                .map(it -> new SchemaEdit.Renamed(it.from(), it.to())).toList();
        if (!moved.isEmpty()) {
            statements.add(SchemaEdit.rename("main.sqlite_schema", "name", moved));
        }
        var counted = new ArrayList<>(moved);
        old.forEach((from, index) -> counted.add(new SchemaEdit.Renamed(from, index)));
        if (!counted.isEmpty()) {
            List.of("sqlite_stat1", "sqlite_stat4").stream().filter(it -> catalog.table(it).isPresent())
                    .forEach(it -> statements.add(SchemaEdit.rename("main." + it, "idx", counted)));
        }
        return statements;
    }

    /** What AUTOINCREMENT keeps: the largest rowid that there ever was. */
    private List<String> sequence() {
        var statements = new ArrayList<String>();
        boolean before = countsUp(draft.before());
        boolean after = countsUp(draft.table());
        if (before != after) {
            if (after && catalog.table("sqlite_sequence").isEmpty()) {
                var first = Quoted.name(catalog.free("migrate_sequence"));
                statements.add("CREATE TABLE main." + first + " (x INTEGER PRIMARY KEY AUTOINCREMENT)");
                statements.add("DROP TABLE main." + first);
            }
            statements.add("DELETE FROM main.sqlite_sequence WHERE name = " + Quoted.text(name));
        }
        if (!before && after) {
            statements.add("""
                    INSERT INTO main.sqlite_sequence (name, seq) SELECT %s, max(0, largest) \
                    FROM (SELECT max(%s) AS largest FROM main.%s) WHERE largest IS NOT NULL""".formatted(
                    Quoted.text(name), Quoted.name(layout.alias().orElseThrow()), Quoted.name(name)));
        }
        return statements;
    }

    private static boolean countsUp(CreateTable table) {
        return table.allConstraints().stream().anyMatch(it -> it instanceof Constraint.PrimaryKey key
                && key.autoincrement());
    }
}
