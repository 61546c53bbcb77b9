package restrack.database.mariadb.read;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import restrack.schema.Column;
import restrack.schema.Constraint;
import restrack.schema.Constraint.Kind;
import restrack.schema.Index;
import restrack.schema.Name;
import restrack.schema.Sql;
import restrack.schema.Table;

/**
 * A table by what it does: names of keys do not count, what is there twice is there once, comments say nothing to the
 * server, and the width of a number is only for showing it. Except for {@code tinyint(1)}, which programs take for a
 * boolean.
 */
final class Equivalent {
    private Equivalent() {
    }

    static Table of(Table table) {
        var options = table.options().stream().filter(it -> !it.startsWith("COMMENT=")).collect(Collectors.toSet());
        return new Table(table.name(), table.columns().stream().map(Equivalent::column).toList(),
                constraints(table.constraints()), indexes(table.indexes()), Set.copyOf(options), table.text());
    }

    private static Column column(Column column) {
        var type = column.type().text();
        var plain = type.contains("zerofill") || type.startsWith("tinyint(1)") ? type
                : type.replaceFirst("^((?:tiny|small|medium|big)?int|year)\\(\\d+\\)", "$1");
        return new Column(column.name(), new Sql(type, plain), column.notNull(), column.defaultValue(),
                column.collation(), column.generated(), column.identity(), column.onUpdate(), Optional.empty());
    }

    private static List<Constraint> constraints(List<Constraint> constraints) {
        var different = new LinkedHashMap<String, Constraint>();
        for (var it : constraints) {
            var sql = plain(it.definition());
            boolean said = it.kind() == Kind.UNIQUE && constraints.stream()
                    .anyMatch(key -> key.kind() == Kind.PRIMARY_KEY
                    && plain(key.definition()).normal().replaceFirst("^PRIMARY KEY", "UNIQUE").equals(sql.normal()));
            if (!said) {
                different.putIfAbsent(sql.normal(), new Constraint(it.kind(), it.name(), true, sql, it.columns(),
                        it.parent()));
            }
        }
        return List.copyOf(different.values());
    }

    /** An index is known by its name; here that is what it does. */
    private static List<Index> indexes(List<Index> indexes) {
        var different = new LinkedHashMap<Name, Index>();
        for (var it : indexes) {
            var sql = plain(it.definition());
            var name = new Name(it.name().text(), sql.normal());
            different.putIfAbsent(name, new Index(name, sql, it.plain(), it.text()));
        }
        return List.copyOf(different.values());
    }

    /** Without a comment, and without naming the only kind of tree there is. */
    private static Sql plain(Sql definition) {
        return new Sql(definition.text(), definition.normal().replaceFirst(" COMMENT '.*$", "")
                .replaceFirst(" USING BTREE", ""));
    }
}
