package tests.autogenerate;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;

/**
 * A table of a random schema.
 *
 * @param key         the columns of its primary key; empty for none
 * @param constraints other constraints, as they stand on the table
 * @param indexes     indexes: each what stands behind the name of the table, with UNIQUE in front if it is
 */
record RandomTable(String name, List<RandomColumn> columns, List<String> key, boolean autoincrement, boolean strict,
        boolean withoutRowid, List<Part> constraints, List<Part> indexes) {
    private static final List<String> COLUMNS = List.of("id", "name", "code", "note", "amount", "created", "flag",
            "group", "kind", "Ward No");

    /** A named piece, with {@code {c}} for names of columns, so that it can be spelled in many ways. */
    record Part(String name, String sql) {
        String spelled(Spelling spelling) {
            var text = new StringBuilder();
            int at = 0;
            for (int open = sql.indexOf('{'); open >= 0; open = sql.indexOf('{', at)) {
                int close = sql.indexOf('}', open);
                text.append(sql, at, open).append(spelling.name(sql.substring(open + 1, close)));
                at = close + 1;
            }
            return text.append(sql.substring(at)).toString();
        }

        boolean mentions(String column) {
            return sql.contains("{" + column + "}");
        }
    }

    static RandomTable of(Random random, String name) {
        boolean strict = random.nextInt(5) == 0;
        var names = new ArrayList<>(COLUMNS);
        Collections.shuffle(names, random);
        var columns = new ArrayList<RandomColumn>();
        for (var column : names.subList(0, 2 + random.nextInt(5))) {
            var before = columns.stream().filter(it -> it.generated().isEmpty()).map(RandomColumn::name).toList();
            columns.add(RandomColumn.of(random, column, strict, before));
        }
        return keyed(random, name, columns, strict);
    }

    static RandomTable keyed(Random random, String name, List<RandomColumn> columns, boolean strict) {
        var key = new ArrayList<String>();
        boolean autoincrement = false;
        var all = new ArrayList<>(columns);
        switch (random.nextInt(4)) {
            case 0, 1 -> {
                // The rowid under a name, or a key of its own.
                var type = random.nextInt(4) == 0 ? strict ? "INT" : "BIGINT" : "INTEGER";
                all.removeIf(it -> it.name().equals("id"));
                all.add(0, new RandomColumn("id", type, "", random.nextBoolean(), "", "", "", false));
                key.add("id");
                autoincrement = type.equals("INTEGER") && random.nextInt(4) == 0;
            }
            case 2 -> all.stream().filter(it -> it.generated().isEmpty()).limit(2).forEach(it -> key.add(it.name()));
            default -> key.clear();
        }
        boolean withoutRowid = !key.isEmpty() && !autoincrement && random.nextInt(5) == 0;
        return new RandomTable(name, all, key, autoincrement, strict, withoutRowid, List.of(), List.of())
                .withParts(random);
    }

    /** {@return the same columns with other constraints and indexes} */
    RandomTable withParts(Random random) {
        var constraints = new ArrayList<Part>();
        for (int i = random.nextInt(4); i > 0; i--) {
            var named = random.nextBoolean() ? name.replace(' ', '_') + "_c" + i : "";
            constraints.add(new Part(named, random.nextBoolean() ? unique(random) : check(random)));
        }
        var indexes = new ArrayList<Part>();
        for (int i = random.nextInt(3); i > 0; i--) {
            indexes.add(new Part(name.replace(' ', '_') + "_i" + i, index(random)));
        }
        return new RandomTable(name, columns, key, autoincrement, strict, withoutRowid, constraints, indexes);
    }

    private String unique(Random random) {
        var conflict = random.nextInt(8) == 0 ? " ON CONFLICT IGNORE" : "";
        // SQLite cannot rename a column that stands twice in one UNIQUE.
        var first = some(random);
        var other = some(random);
        var second = random.nextInt(3) > 0 || other.equals(first) ? ""
                : ", {" + other + "}" + (random.nextBoolean() ? "" : " DESC");
        return "UNIQUE ({" + first + "}" + second + ")" + conflict;
    }

    private String check(Random random) {
        var column = some(random);
        return "CHECK (" + switch (random.nextInt(5)) {
            case 0 -> "{" + column + "} IN ('a', 'b', 'x', 0, 1, 2)";
            case 1 -> "length({" + column + "}) < " + (5 + random.nextInt(3));
            case 2 -> "{" + column + "} <> '' OR {" + some(random) + "} IS NULL";
            case 3 -> "{" + column + "} > -5";
            default -> "coalesce({" + column + "}, {" + some(random) + "}) IS NOT 77";
        } + ")";
    }

    private String index(Random random) {
        var column = some(random);
        var over = switch (random.nextInt(5)) {
            case 0 -> "({" + column + "} DESC)";
            case 1 -> "({" + column + "} COLLATE NOCASE, {" + some(random) + "})";
            case 2 -> "(lower({" + column + "}))";
            default -> "({" + column + "})";
        };
        var where = random.nextInt(4) == 0 ? " WHERE {" + some(random) + "} IS NOT NULL" : "";
        return (random.nextInt(5) == 0 ? "UNIQUE " : "") + over + where;
    }

    private String some(Random random) {
        return RandomColumn.pick(random, columns).name();
    }

    String create(Spelling spelling) {
        var lines = new ArrayList<String>();
        columns.forEach(it -> lines.add(it.sql(spelling) + (autoincrement && key.contains(it.name())
                ? spelling.words(" PRIMARY KEY AUTOINCREMENT") : "")));
        if (!key.isEmpty() && !autoincrement) {
            lines.add(spelling.words("PRIMARY KEY ") + key.stream().map(spelling::name)
                    .collect(Collectors.joining(", ", "(", ")")));
        }
        constraints.forEach(it -> lines.add((it.name().isEmpty() ? "" : spelling.words("CONSTRAINT ")
                + spelling.name(it.name()) + " ") + it.spelled(spelling)));
        var options = strict && withoutRowid ? " STRICT, WITHOUT ROWID" : strict ? " STRICT"
                : withoutRowid ? " WITHOUT ROWID" : "";
        return spelling.words("CREATE TABLE ") + spelling.name(name) + " (" + spelling.line()
                + String.join("," + spelling.line(), lines) + "\n)"
                + (options.isEmpty() ? "" : spelling.words(options));
    }

    List<String> createIndexes(Spelling spelling) {
        return indexes.stream().map(it -> {
            boolean unique = it.sql().startsWith("UNIQUE");
            var rest = new Part("", it.sql().substring(unique ? 7 : 0)).spelled(spelling);
            return spelling.words(unique ? "CREATE UNIQUE INDEX " : "CREATE INDEX ") + spelling.name(it.name())
                    + spelling.words(" ON ") + spelling.name(name) + " " + rest;
        }).toList();
    }
}
