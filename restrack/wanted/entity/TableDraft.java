package restrack.wanted.entity;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import restrack.schema.Renaming;

/** A table that is being put together. */
final class TableDraft {
    private final String name;
    private final String where;
    private final Names names;
    private final Map<String, ColumnDraft> columns = new LinkedHashMap<>();
    private final Map<String, ColumnDraft> inherited = new LinkedHashMap<>();
    private final List<String> key = new ArrayList<>();
    private final List<String> uniques = new ArrayList<>();
    private final List<String> checks = new ArrayList<>();
    private final List<String> foreignKeys = new ArrayList<>();
    private final List<String> indexes = new ArrayList<>();
    private String options = "";

    /**
     * @param name  its name
     * @param where the place of what asks for it, for messages
     */
    TableDraft(String name, String where, Names names) {
        this.name = name;
        this.where = where;
        this.names = names;
    }

    String name() {
        return name;
    }

    String where() {
        return where;
    }

    void add(Part part) {
        part.columns().forEach(this::add);
        uniques.addAll(part.uniques());
        part.foreignKeys().forEach(it -> addForeignKey(Optional.of(it)));
    }

    /** Adds what an entity has that extends the one whose table it is: siblings may have the same column. */
    void addShared(Part part) {
        for (var column : part.columns()) {
            var other = inherited.putIfAbsent(names.key(column.name()), column);
            if (other == null || !other.equalsBut(column)) {
                add(column);
            }
        }
        part.uniques().stream().filter(it -> !uniques.contains(it)).forEach(uniques::add);
        part.foreignKeys().forEach(it -> addForeignKey(Optional.of(it)));
    }

    /** Adds a column; of two of one name, that one counts which is not only there to show the other. */
    void add(ColumnDraft column) {
        var other = columns.get(names.key(column.name()));
        if (other != null && !other.shared() && !column.shared()) {
            throw Problem.at(column.where(), "The table %s gets two columns %s: of %s and of %s.".formatted(name,
                    column.name(), other.shown(), column.shown()),
                    "Name one of them with @Column or @JoinColumn, or say insertable = false, updatable = false.");
        }
        if (other == null || other.shared()) {
            columns.put(names.key(column.name()), column);
        }
        if (column.inKey()) {
            key(column.name());
        }
    }

    /** Makes a column a part of the primary key. */
    void key(String column) {
        if (key.stream().noneMatch(it -> names.key(it).equals(names.key(column)))) {
            key.add(column);
        }
    }

    void addUnique(List<String> unique) {
        uniques.add(Clauses.unique(unique, "", "", names));
    }

    /** Adds a foreign key, once: both sides of a relation may ask for it. */
    void addForeignKey(Optional<String> clause) {
        clause.filter(it -> !foreignKeys.contains(it)).ifPresent(foreignKeys::add);
    }

    /** {@return whether it has a column of that name} */
    boolean has(String column) {
        return columns.containsKey(names.key(column));
    }

    /** Takes over what an annotation says of the whole table, once all its columns are there. */
    void settings(Note note, Reading reading) {
        if (!note.text("schema").isEmpty() || !note.text("catalog").isEmpty()) {
            throw Problem.at(reading.where(note), "@%s of the table %s names a schema or catalog.".formatted(
                    note.simpleName(), name), "Leave it out: the database that is migrated is the one of the URL.");
        }
        options = note.text("options").strip();
        for (var unique : note.notes("uniqueConstraints")) {
            var over = unique.texts("columnNames").stream().map(it -> column(it, unique, reading)).toList();
            uniques.add(Clauses.unique(over, unique.text("name"), unique.text("options"), names));
        }
        note.notes("check").forEach(it -> checks.add(Clauses.check(it, names, reading)));
        note.notes("indexes").forEach(it -> indexes.add(index(it, reading)));
    }

    private String column(String given, Note note, Reading reading) {
        var wanted = names.key(Names.unquoted(given));
        if (!columns.containsKey(wanted)) {
            throw Problem.at(reading.where(note), "@%s names the column %s, which the table %s does not have."
                    .formatted(note.simpleName(), given, name), "It has: " + columns.values().stream()
                    .map(ColumnDraft::name).collect(Collectors.joining(", ")) + ".");
        }
        return columns.get(wanted).name();
    }

    private String index(Note note, Reading reading) {
        var over = new ArrayList<String>();
        var sql = new ArrayList<String>();
        for (var one : note.text("columnList").split(",")) {
            var order = one.strip().replaceFirst("(?is)^.*\\s(ASC|DESC)$", "$1");
            var ordered = !order.equals(one.strip());
            var column = column(ordered ? one.strip().substring(0, one.strip().length() - order.length()) : one, note,
                    reading);
            over.add(column);
            sql.add(names.quoted(column) + (order.equalsIgnoreCase("DESC") && ordered ? " DESC" : ""));
        }
        var given = Names.unquoted(note.text("name"));
        var index = given.isEmpty() ? "ix_" + name + "_" + String.join("_", over) : given;
        return "CREATE %sINDEX %s ON %s (%s) %s".formatted(note.flag("unique", false) ? "UNIQUE " : "",
                names.quoted(index), names.quoted(name), String.join(", ", sql), note.text("options")).strip();
    }

    /** {@return the statements that make it: the table, then its indexes} */
    List<String> statements() {
        var lines = new ArrayList<String>();
        var keyIsSaid = false;
        for (var column : columns.values()) {
            var said = Fragment.of(column.type() + " " + column.tail(), names.dialect());
            keyIsSaid |= said.says("PRIMARY", "KEY");
            var notNull = column.notNull() && !said.says("NOT", "NULL") ? " NOT NULL" : "";
            lines.add((names.quoted(column.name()) + " " + column.type() + notNull + " " + column.tail()).strip());
        }
        if (!key.isEmpty() && !keyIsSaid) {
            lines.add("PRIMARY KEY (" + names.list(key) + ")");
        }
        columns.values().stream().filter(ColumnDraft::unique)
                .forEach(it -> lines.add(Clauses.unique(List.of(it.name()), "", "", names)));
        lines.addAll(uniques);
        columns.values().forEach(it -> lines.addAll(it.checks()));
        lines.addAll(checks);
        lines.addAll(foreignKeys);
        var statements = new ArrayList<String>();
        statements.add("CREATE TABLE %s (\n    %s\n) %s".formatted(names.quoted(name), String.join(",\n    ", lines),
                options).strip());
        statements.addAll(indexes);
        return statements;
    }

    /** {@return what its columns were called before} */
    List<Renaming> renamings() {
        return columns.values().stream().filter(it -> it.renamed().isPresent())
                .<Renaming>map(it -> new Renaming.OfColumn(name, it.renamed().get(), it.name())).toList();
    }
}
