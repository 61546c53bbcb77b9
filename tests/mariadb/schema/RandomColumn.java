package tests.mariadb.schema;

import java.util.List;
import java.util.Random;

/**
 * A column of a random schema.
 *
 * @param sql       what stands behind its name
 * @param kind      its type
 * @param generated whether it is computed
 */
record RandomColumn(String name, String sql, Kind kind, boolean generated) {
    /**
     * A type.
     *
     * @param sql      its words
     * @param family   what kind of values it has
     * @param defaults what can stand behind DEFAULT
     * @param values   what can stand in a row
     */
    record Kind(String sql, Family family, List<String> defaults, List<String> values) {
        static Kind of(String sql, Family family, String defaults, String values) {
            return new Kind(sql, family, List.of(defaults.split(";")), List.of(values.split(";")));
        }

        boolean isLong() {
            return sql.contains("text") || sql.contains("blob") || sql.equals("json");
        }
    }

    enum Family { NUMBER, TEXT, BINARY, TIME, OTHER }

    private static final List<Kind> KINDS = List.of(
            Kind.of("tinyint", Family.NUMBER, "0;-1", "1;-2;100"),
            Kind.of("tinyint(1)", Family.NUMBER, "0;1", "0;1"),
            Kind.of("smallint unsigned", Family.NUMBER, "0;7", "1;2;40000"),
            Kind.of("mediumint", Family.NUMBER, "0;-5", "1;-2;70000"),
            Kind.of("int", Family.NUMBER, "0;7", "1;-2;70000"),
            Kind.of("int(5) unsigned zerofill", Family.NUMBER, "0;7", "1;2;70000"),
            Kind.of("bigint", Family.NUMBER, "0;7;(1 + 1)", "1;-2;9007199254740993"),
            Kind.of("bigint unsigned", Family.NUMBER, "0;7", "1;18446744073709551615"),
            Kind.of("decimal(8,2)", Family.NUMBER, "0;1.50", "1;-2.25;99999.5"),
            Kind.of("decimal(12,4) unsigned", Family.NUMBER, "0;1.5", "1;2.0625;99999.5"),
            Kind.of("float", Family.NUMBER, "0;1.5", "1;-2.5"),
            Kind.of("double", Family.NUMBER, "0;1.5", "1;0.1"),
            Kind.of("bit(8)", Family.OTHER, "b'101'", "b'1';b'11111111'"),
            Kind.of("year", Family.OTHER, "2020", "1999;2024"),
            Kind.of("date", Family.TIME, "'2020-01-02';(curdate())", "'2020-01-02';'1999-12-31'"),
            Kind.of("datetime", Family.TIME, "CURRENT_TIMESTAMP;'2020-01-02 03:04:05'",
                    "'2020-01-02 03:04:05';'1999-12-31'"),
            Kind.of("datetime(3)", Family.TIME, "CURRENT_TIMESTAMP(3);'2020-01-02 03:04:05.5'",
                    "'2020-01-02 03:04:05.125'"),
            Kind.of("timestamp", Family.TIME, "CURRENT_TIMESTAMP;'2020-01-02 03:04:05'",
                    "'2020-01-02 03:04:05';'2001-12-31'"),
            Kind.of("timestamp(6)", Family.TIME, "CURRENT_TIMESTAMP(6)", "'2020-01-02 03:04:05.123456'"),
            Kind.of("time", Family.OTHER, "'01:02:03'", "'10:11:12';'-01:00:00'"),
            Kind.of("char(5)", Family.TEXT, "'';'x'", "'a';'B';'12'"),
            Kind.of("varchar(20)", Family.TEXT, "'';'it''s';(concat('a','b'))", "'a';'A';'ä';'7';'a longer text'"),
            Kind.of("varchar(60)", Family.TEXT, "'';'x\\\\n'", "'a';'A';'2020-01-02';'7';''"),
            Kind.of("varchar(300)", Family.TEXT, "'x'", "'a';'b';'Ω'"),
            Kind.of("text", Family.TEXT, "'x';(upper('y'))", "'a';'b';'long'"),
            Kind.of("tinytext", Family.TEXT, "'x'", "'a';'7'"),
            Kind.of("mediumtext", Family.TEXT, "'x'", "'a';'1.5'"),
            Kind.of("varbinary(10)", Family.BINARY, "'x'", "'a';x'00ff'"),
            Kind.of("binary(4)", Family.BINARY, "'x'", "'a';x'00ff'"),
            Kind.of("blob", Family.BINARY, "'x'", "'a';x'00ff'"),
            Kind.of("enum('a','b','c')", Family.TEXT, "'a';'c'", "'a';'b';'c'"),
            Kind.of("enum('b','a')", Family.TEXT, "'a'", "'a';'b'"),
            Kind.of("enum('it''s','a,b','')", Family.TEXT, "'a,b'", "'a,b';''"),
            Kind.of("set('a','b')", Family.TEXT, "'a';'a,b'", "'a';'a,b';''"),
            Kind.of("set('a','b','c')", Family.TEXT, "'c'", "'a,c';''"),
            Kind.of("json", Family.OTHER, "'{}';(json_array())", "'{}';'[1]'"),
            Kind.of("uuid", Family.OTHER, "(uuid())", "'123e4567-e89b-12d3-a456-426655440000'"),
            Kind.of("inet6", Family.OTHER, "'::1'", "'::1';'fe80::2'"));
    private static final List<String> COLLATIONS = List.of("", "", "", " CHARACTER SET latin1", " COLLATE utf8mb4_bin",
            " CHARACTER SET ascii COLLATE ascii_bin", " CHARACTER SET utf8mb3", " COLLATE utf8mb4_unicode_ci");

    /** @param number a column of numbers that one may be computed of */
    static RandomColumn of(RandomPieces pieces, String piece, String name, String number) {
        var kind = pieces.one(piece + ".type", KINDS);
        var text = kind.family() == Family.TEXT ? pieces.one(piece + ".collation", COLLATIONS) : "";
        if (pieces.is(piece + ".generated", 8) && kind.family() == Family.NUMBER) {
            return new RandomColumn(name, kind.sql() + " AS (" + number + " % "
                    + (3 + pieces.random(piece + ".expression").nextInt(2)) + ") "
                    + pieces.one(piece + ".stored", List.of("VIRTUAL", "STORED"))
                    + comment(pieces, piece), kind, true);
        }
        boolean notNull = pieces.is(piece + ".null", 3);
        boolean said = pieces.is(piece + ".default", 2);
        var sql = new StringBuilder(kind.sql()).append(text).append(notNull ? " NOT NULL"
                : kind.sql().startsWith("timestamp") ? " NULL" : "");
        if (said || notNull && kind.sql().startsWith("timestamp")) {
            sql.append(" DEFAULT ").append(kind.defaults().get(pieces.random(piece + ".value").nextInt(
                    kind.defaults().size())));
        }
        if (kind.sql().matches("(datetime|timestamp).*") && pieces.is(piece + ".update", 3)) {
            sql.append(" ON UPDATE CURRENT_TIMESTAMP").append(kind.sql().replaceFirst("^[a-z]+", ""));
        }
        sql.append(pieces.is(piece + ".invisible", 10) && (said || !notNull) ? " INVISIBLE" : "");
        sql.append(comment(pieces, piece));
        sql.append(pieces.is(piece + ".check", 8) && kind.family() != Family.OTHER ? " CHECK (" + quoted(name) + " "
                + pieces.one(piece + ".condition", List.of("IS NOT NULL", "<> 'q'", "<> ''", "> 0")) + ")" : "");
        return new RandomColumn(name, sql.toString(), kind, false);
    }

    private static String comment(RandomPieces pieces, String piece) {
        return pieces.is(piece + ".comment", 6) ? " COMMENT " + pieces.one(piece + ".words",
                List.of("'it''s'", "'two\\nlines'", "'back\\\\slash, comma) `x`'", "'ü -- /* */'")) : "";
    }

    String value(Random random) {
        return kind.values().get(random.nextInt(kind.values().size()));
    }

    static String quoted(String name) {
        return "`" + name.replace("`", "``") + "`";
    }

    @Override
    public String toString() {
        return quoted(name) + " " + sql;
    }
}
