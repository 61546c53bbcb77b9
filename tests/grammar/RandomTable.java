package tests.grammar;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Random;

/**
 * CREATE TABLE statements made by SQLite's grammar, by chance: every clause, in orders and spellings that nobody
 * writes by hand. Most of them SQLite accepts.
 */
final class RandomTable {
    private static final List<String> TABLES = List.of("t", "main.t", "\"a table\"", "[t[1]", "`t``1`", "'t''1'",
            "temp", "été", "Main . \"x\"\"y\"", "left", "indexed", "key", "t$1");
    private static final List<String> COLUMNS = List.of("a", "B", "c_1", "\"d d\"", "[e, e]", "`f``f`", "'g''g'", "key",
            "\"primary\"", "temp", "end", "é", "left", "indexed", "generated", "always", "stored", "desc", "no",
            "action", "rowid_", "current_date", "\"h)\"", "[--]", "if", "strict", "without", "match", "like", "x");
    private static final List<String> TYPES = List.of("INT", "integer", "INTEGER", "TEXT", "\"TEXT\"", "'some text'",
            "'it''s' x (3)", "x '' y", "VARCHAR ( 20 )", "varchar(+20)", "DECIMAL(10,2)", "decimal ( -1 , + 2.5 )",
            "DOUBLE PRECISION", "unsigned big int", "NATIVE CHARACTER (70)", "blob", "REAL", "DATETIME", "key", "match",
            "character 'set' x", "always", "stored virtual", "INT/*8*/EGER", "float --\n(3)", "generated");
    private static final List<String> STRICT_TYPES = List.of("INT", "INTEGER", "REAL", "text", "BLOB", "ANY");
    private static final List<String> VALUES = List.of("1", "-1", "+ 1.5", "- 0x1F", "1e3", "'it''s'", "x'0a'", "NULL",
            "CURRENT_TIMESTAMP", "- CURRENT_TIME", "true", "word", "\"quoted\"", "[b)]", "`t`", "key", "indexed",
            "-'s'", "(1)", "( 1 + (2) )", "(')' || \"a\")", "(lower('X') /* ) */)", "(CASE WHEN 1 THEN 2 END)",
            "1_000");
    private static final List<String> CHECKS = List.of("1", "1 < 2", "'a)' <> \"b(\"", "length('x') IN (1, 2)",
            "CASE WHEN 1 THEN 1 ELSE 0 END", "1 NOTNULL AND NOT 0", "(1, 2) = (1, 2)", "'a' LIKE 'b' ESCAPE 'c'");
    private static final List<String> COLLATIONS = List.of("NOCASE", "binary", "\"rtrim\"", "'nocase'", "[BINARY]");
    private static final List<String> SPACES = List.of(" ", " ", " ", " ", "\n    ", "\r\n", "\t", " /* a, b) */ ",
            "/**/", " -- it's (\n", "\n\n-- \"\n/* ' */", "/* ; */");

    private final Random random;
    private final List<String> tokens = new ArrayList<>();
    private final List<String> columns = new ArrayList<>();
    private boolean keyed;

    private RandomTable(Random random) {
        this.random = random;
    }

    /** {@return a statement in pieces, most of them single tokens} */
    static List<String> tokens(Random random) {
        var table = new RandomTable(random);
        table.statement();
        return table.tokens;
    }

    /** {@return the pieces with white space and comments between them, which are left out only where they can be} */
    static String text(Random random, List<String> tokens) {
        var text = new StringBuilder();
        for (var token : tokens) {
            boolean apart = text.length() > 0 && "(),.;".indexOf(text.charAt(text.length() - 1)) < 0
                    && "(),.;".indexOf(token.charAt(0)) < 0;
            text.append(apart || random.nextInt(3) == 0 ? one(random, SPACES) : "").append(token);
        }
        return text.append(one(random, List.of("", "", ";", " -- end", "\n;\n/* end */", ";;"))).toString();
    }

    static <T> T one(Random random, List<T> list) {
        return list.get(random.nextInt(list.size()));
    }

    private void statement() {
        boolean strict = chance(6);
        boolean withoutRowid = chance(6);
        keyword(chance(8) ? "CREATE TEMP TABLE" : "CREATE TABLE");
        keyword(chance(5) ? "IF NOT EXISTS" : "");
        var name = one(random, TABLES);
        add(tokens.contains("TEMP") && name.contains(".") ? "t" : name);
        add("(");
        var names = new ArrayList<>(COLUMNS);
        Collections.shuffle(names, random);
        columns.addAll(names.subList(0, 1 + random.nextInt(6)));
        int key = chance(2) ? random.nextInt(columns.size()) : -1;
        for (int i = 0; i < columns.size(); i++) {
            add(i == 0 ? "" : ",");
            column(i, i == key, strict);
        }
        add(columns.size() > 0 && (withoutRowid && !keyed || chance(2)) ? "," : "");
        if (tokens.get(tokens.size() - 1).equals(",")) {
            constraints(withoutRowid && !keyed);
        }
        add(")");
        options(strict, withoutRowid);
    }

    private void column(int index, boolean key, boolean strict) {
        add(columns.get(index));
        boolean integer = key && chance(2);
        String type = integer ? "INTEGER" : one(random, strict ? STRICT_TYPES : TYPES);
        add(strict || integer || !chance(5) ? type : "");
        boolean generated = !key && index > 0 && chance(6);
        if (generated) {
            generated();
        }
        for (int i = random.nextInt(4); i > 0; i--) {
            named();
            columnConstraint(generated);
        }
        if (key) {
            named();
            keyed = true;
            keyword("PRIMARY KEY");
            keyword(integer || !chance(3) ? "" : one(random, List.of("ASC", "DESC")));
            conflict();
            keyword(integer && chance(3) ? "AUTOINCREMENT" : "");
        }
        if (chance(12)) {
            named();
            columnConstraint(generated);
        }
        if (chance(20)) {
            keyword("CONSTRAINT");
            add("dangling");
        }
    }

    private void generated() {
        named();
        keyword(chance(2) ? "GENERATED ALWAYS AS" : "AS");
        add("(");
        add(one(random, List.of("1", "1 + 1", "'a' || ')'", columns.get(0).startsWith("'") ? "2" : quoted())));
        add(")");
        keyword(one(random, List.of("", "STORED", "VIRTUAL")));
    }

    private String quoted() {
        return columns.get(0).matches("\\w+") ? '"' + columns.get(0) + '"' : columns.get(0);
    }

    private void columnConstraint(boolean generated) {
        switch (random.nextInt(8)) {
            case 0 -> {
                keyword("NOT NULL");
                conflict();
            }
            case 1 -> {
                keyword("NULL");
                conflict();
            }
            case 2 -> {
                keyword("UNIQUE");
                conflict();
            }
            case 3 -> check();
            case 4 -> {
                keyword("COLLATE");
                add(one(random, COLLATIONS));
            }
            case 5 -> {
                keyword("REFERENCES");
                references(1);
            }
            case 6 -> deferral();
            default -> {
                keyword(generated ? "NULL" : "DEFAULT");
                add(generated ? "" : one(random, VALUES));
            }
        }
    }

    private void constraints(boolean key) {
        boolean due = key;
        for (int i = random.nextInt(3); i >= 0 || due; i--) {
            named();
            switch (due ? 0 : random.nextInt(5)) {
                case 0 -> {
                    keyword(keyed ? "UNIQUE" : "PRIMARY KEY");
                    keyed = true;
                    due = false;
                    indexed();
                    conflict();
                }
                case 1 -> {
                    keyword("UNIQUE");
                    indexed();
                    conflict();
                }
                case 2 -> {
                    check();
                    conflict();
                }
                case 3 -> {
                    keyword("FOREIGN KEY");
                    var some = someColumns();
                    names(some);
                    keyword("REFERENCES");
                    references(some.size());
                    if (chance(3)) {
                        deferral();
                    }
                }
                default -> {
                    keyword("CONSTRAINT");
                    add("dangling");
                }
            }
            add(i > 0 && !chance(4) ? "," : "");
        }
        while (tokens.get(tokens.size() - 1).equals(",")) {
            tokens.remove(tokens.size() - 1);
        }
    }

    private void indexed() {
        add("(");
        var some = someColumns();
        for (int i = 0; i < some.size(); i++) {
            add(i == 0 ? "" : ",");
            add(chance(8) ? "(" + some.get(i) + ")" : some.get(i));
            if (chance(4)) {
                keyword("COLLATE");
                add(one(random, COLLATIONS));
            }
            keyword(one(random, List.of("", "", "ASC", "DESC")));
        }
        add(")");
    }

    private List<String> someColumns() {
        var some = new ArrayList<>(columns);
        Collections.shuffle(some, random);
        return some.subList(0, 1 + random.nextInt(some.size()));
    }

    private void check() {
        keyword("CHECK");
        add("(");
        add(one(random, CHECKS));
        add(")");
    }

    private void references(int count) {
        add(one(random, List.of("p", "\"p q\"", "[P]", "'p'", "key", "t")));
        if (chance(2)) {
            names(COLUMNS.subList(0, count));
        }
        for (int i = random.nextInt(3); i > 0; i--) {
            keyword(one(random, List.of("ON DELETE", "ON UPDATE", "ON INSERT", "MATCH")));
            keyword(tokens.get(tokens.size() - 1).equalsIgnoreCase("MATCH")
                    ? one(random, List.of("FULL", "SIMPLE"))
                    : one(random, List.of("SET NULL", "SET DEFAULT", "CASCADE", "RESTRICT", "NO ACTION")));
        }
    }

    private void names(List<String> names) {
        add("(");
        for (int i = 0; i < names.size(); i++) {
            add(i == 0 ? "" : ",");
            add(names.get(i));
        }
        add(")");
    }

    private void deferral() {
        keyword(chance(2) ? "NOT DEFERRABLE" : "DEFERRABLE");
        keyword(one(random, List.of("", "INITIALLY DEFERRED", "INITIALLY IMMEDIATE")));
    }

    private void conflict() {
        if (chance(5)) {
            keyword("ON CONFLICT");
            keyword(one(random, List.of("ROLLBACK", "ABORT", "FAIL", "IGNORE", "REPLACE")));
        }
    }

    private void named() {
        while (chance(6)) {
            keyword("CONSTRAINT");
            add(one(random, List.of("n", "\"n n\"", "[n]", "'n'", "`n`", "key", "left")));
        }
    }

    private void options(boolean strict, boolean withoutRowid) {
        if (strict) {
            keyword("STRICT");
            add(withoutRowid || chance(9) ? "," : "");
            keyword(tokens.get(tokens.size() - 1).equals(",") && !withoutRowid ? "STRICT" : "");
        }
        keyword(withoutRowid ? "WITHOUT ROWID" : "");
    }

    private boolean chance(int of) {
        return random.nextInt(of) == 0;
    }

    private void add(String token) {
        if (!token.isEmpty()) {
            tokens.add(token);
        }
    }

    /** Each word is a piece, now and then in lower case. */
    private void keyword(String words) {
        for (var word : words.split(" ")) {
            add(chance(3) ? word.toLowerCase(Locale.ROOT) : word);
        }
    }
}
