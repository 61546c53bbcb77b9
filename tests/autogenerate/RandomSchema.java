package tests.autogenerate;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.regex.Pattern;
import tests.autogenerate.RandomTable.Part;

/**
 * A random schema over all that is compared.
 *
 * @param tables      its tables
 * @param definitions views and triggers: the name, and the statement
 */
record RandomSchema(List<RandomTable> tables, List<Part> definitions) {
    private static final List<String> TABLES = List.of("ward", "staff", "order", "patient", "lab result");
    private static final List<String> ACTIONS = List.of("", " ON DELETE CASCADE", " ON DELETE SET NULL",
            " ON UPDATE CASCADE ON DELETE RESTRICT", " DEFERRABLE INITIALLY DEFERRED",
            " ON DELETE NO ACTION NOT DEFERRABLE");

    static RandomSchema of(Random random) {
        var tables = new ArrayList<RandomTable>();
        for (var name : TABLES) {
            if (random.nextInt(3) > 0) {
                tables.add(RandomTable.of(random, name));
            }
        }
        return new RandomSchema(tables, List.of()).related(random);
    }

    /** {@return a schema that has much in common with this one} */
    RandomSchema changed(Random random) {
        var changed = new ArrayList<RandomTable>();
        for (var table : tables) {
            int what = random.nextInt(10);
            if (what == 0) {
                continue;
            }
            changed.add(what < 4 ? table : what < 6 ? table.withParts(random) : columns(random, table));
        }
        for (var name : TABLES) {
            if (random.nextInt(6) == 0 && changed.stream().noneMatch(it -> it.name().equals(name))
                    && tables.stream().noneMatch(it -> it.name().equals(name))) {
                changed.add(RandomTable.of(random, name));
            }
        }
        var kept = new ArrayList<>(definitions);
        kept.removeIf(it -> random.nextInt(3) == 0);
        return random.nextBoolean() ? new RandomSchema(changed, kept).consistent()
                : new RandomSchema(changed, kept).related(random);
    }

    private static RandomTable columns(Random random, RandomTable table) {
        var columns = new ArrayList<RandomColumn>();
        boolean strict = random.nextInt(6) == 0 ? !table.strict() : table.strict();
        for (var column : table.columns()) {
            int what = random.nextInt(8);
            if (what == 0 && table.columns().size() > 2) {
                continue;
            }
            var before = columns.stream().filter(it -> it.generated().isEmpty()).map(RandomColumn::name).toList();
            columns.add(what < 3 || strict != table.strict()
                    ? RandomColumn.of(random, column.name(), strict, before) : column);
        }
        if (random.nextInt(2) == 0) {
            var name = RandomColumn.pick(random, List.of("name", "note", "amount", "extra"));
            if (columns.stream().noneMatch(it -> it.name().equals(name))) {
                columns.add(random.nextInt(columns.size() + 1), RandomColumn.of(random, name, strict, List.of()));
            }
        }
        if (random.nextInt(4) == 0 || columns.isEmpty()) {
            return RandomTable.keyed(random, table.name(), columns.isEmpty() ? table.columns() : columns, strict);
        }
        return new RandomTable(table.name(), columns, table.key(), table.autoincrement(), strict,
                table.withoutRowid(), table.constraints(), table.indexes());
    }

    /** Adds foreign keys, views and triggers. */
    private RandomSchema related(Random random) {
        var related = new ArrayList<RandomTable>();
        for (var table : tables) {
            var constraints = new ArrayList<>(table.constraints());
            constraints.removeIf(it -> it.sql().startsWith("FOREIGN"));
            for (int i = random.nextInt(3); i > 0 && !tables.isEmpty(); i--) {
                var parent = RandomColumn.pick(random, tables);
                if (parent.key().size() == 1) {
                    var named = random.nextBoolean() ? table.name().replace(' ', '_') + "_f" + i : "";
                    constraints.add(new Part(named, "FOREIGN KEY ({" + RandomColumn.pick(random, table.columns()).name()
                            + "}) REFERENCES {" + parent.name() + "}" + (random.nextBoolean() ? ""
                            : " ({" + parent.key().get(0) + "})") + RandomColumn.pick(random, ACTIONS)));
                }
            }
            related.add(new RandomTable(table.name(), table.columns(), table.key(), table.autoincrement(),
                    table.strict(), table.withoutRowid(), constraints, table.indexes()));
        }
        var definitions = new ArrayList<Part>();
        for (int i = random.nextInt(3); i > 0 && !related.isEmpty(); i--) {
            definitions.add(definition(random, RandomColumn.pick(random, related), i));
        }
        return new RandomSchema(related, definitions).consistent();
    }

    private static Part definition(Random random, RandomTable table, int number) {
        var column = RandomColumn.pick(random, table.columns());
        if (random.nextBoolean()) {
            return new Part("v" + number, "CREATE VIEW v" + number + " AS SELECT {" + column.name() + "} FROM {"
                    + table.name() + "}" + (random.nextBoolean() ? " WHERE 1" : ""));
        }
        return new Part("r" + number, "CREATE TRIGGER r" + number + " AFTER DELETE ON {" + table.name()
                + "} BEGIN SELECT old.{" + column.name() + "}" + (random.nextBoolean() ? ", 'x; y'" : "") + "; END");
    }

    /** {@return the same without what mentions something that is not there} */
    RandomSchema consistent() {
        var kept = new ArrayList<RandomTable>();
        tables.forEach(it -> kept.add(consistent(it)));
        if (!kept.equals(tables)) {
            return new RandomSchema(kept, definitions).consistent();
        }
        var definitions = new ArrayList<>(this.definitions);
        definitions.removeIf(it -> kept.stream().noneMatch(table -> it.mentions(table.name())
                && table.columns().stream().anyMatch(column -> it.mentions(column.name()))));
        return new RandomSchema(kept, definitions);
    }

    private RandomTable consistent(RandomTable table) {
        var names = table.columns().stream().map(RandomColumn::name).toList();
        var plain = table.columns().stream().filter(it -> it.generated().isEmpty()).map(RandomColumn::name).toList();
        var columns = new ArrayList<RandomColumn>();
        for (var column : table.columns()) {
            boolean lost = !column.generated().isEmpty() && !plain.contains(column.generated());
            columns.add(lost ? new RandomColumn(column.name(), column.type(), column.collation(), false, "", "", "",
                    false) : column);
        }
        var key = plain.containsAll(table.key()) ? table.key() : List.<String>of();
        boolean autoincrement = table.autoincrement() && !key.isEmpty()
                && columns.stream().anyMatch(it -> it.name().equals(key.get(0)) && it.type().equals("INTEGER"));
        var constraints = new ArrayList<>(table.constraints());
        constraints.removeIf(it -> it.sql().startsWith("FOREIGN") ? !isConsistent(it, names)
                : !mentionsOnly(it, names));
        // SQLite cannot rename a column that is the primary key and UNIQUE besides.
        constraints.removeIf(it -> key.size() == 1 && it.sql().startsWith("UNIQUE ({" + key.get(0) + "})"));
        var indexes = new ArrayList<>(table.indexes());
        indexes.removeIf(it -> !mentionsOnly(it, names));
        return new RandomTable(table.name(), columns, key, autoincrement, table.strict(),
                table.withoutRowid() && !key.isEmpty() && !autoincrement, constraints, indexes);
    }

    private static boolean mentionsOnly(Part part, List<String> names) {
        int mentions = part.sql().split("\\{[A-Za-z]", -1).length - 1;
        return mentions == names.stream()
                .mapToInt(it -> part.sql().split(Pattern.quote("{" + it + "}"), -1).length - 1).sum();
    }

    private boolean isConsistent(Part key, List<String> names) {
        boolean own = names.stream().anyMatch(it -> key.sql().startsWith("FOREIGN KEY ({" + it + "})"));
        return own && tables.stream().anyMatch(it -> key.sql().contains("REFERENCES {" + it.name() + "}")
                && it.key().size() == 1 && (!key.sql().contains("} ({")
                || key.sql().contains("} ({" + it.key().get(0) + "})")));
    }

    /** {@return the statements that make it} */
    List<String> statements(Spelling spelling) {
        var statements = new ArrayList<String>();
        tables.forEach(it -> statements.add(it.create(spelling)));
        tables.forEach(it -> statements.addAll(it.createIndexes(spelling)));
        definitions.forEach(it -> statements.add(it.spelled(spelling)));
        return statements;
    }
}
