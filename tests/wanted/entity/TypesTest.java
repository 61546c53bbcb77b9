package tests.wanted.entity;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the types of attributes become. */
class TypesTest {
    @TempDir
    Path folder;

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "boolean x | x BOOLEAN NOT NULL",
        "Boolean x | x BOOLEAN",
        "byte x | x TINYINT NOT NULL",
        "Byte x | x TINYINT",
        "short x | x SMALLINT NOT NULL",
        "Short x | x SMALLINT",
        "int x | x INTEGER NOT NULL",
        "Integer x | x INTEGER",
        "long x | x BIGINT NOT NULL",
        "Long x | x BIGINT",
        "char x | x CHAR(1) NOT NULL",
        "Character x | x CHAR(1)",
        "float x | x FLOAT NOT NULL",
        "Float x | x FLOAT",
        "double x | x DOUBLE NOT NULL",
        "Double x | x DOUBLE",
        "String x | x VARCHAR(255)",
        "@Column(length = 40) String x | x VARCHAR(40)",
        "@Lob String x | x TEXT",
        "char[] x | x VARCHAR(255)",
        "Character[] x | x VARCHAR(255)",
        "@Lob char[] x | x TEXT",
        "BigDecimal x | x NUMERIC(38, 2)",
        "@Column(precision = 10, scale = 3) BigDecimal x | x NUMERIC(10, 3)",
        "@Column(precision = 10) BigDecimal x | x NUMERIC(10, 0)",
        "@Column(scale = 4) BigDecimal x | x NUMERIC(38, 4)",
        "BigInteger x | x NUMERIC(38, 0)",
        "@Column(precision = 9) BigInteger x | x NUMERIC(9, 0)",
        "LocalDate x | x DATE",
        "LocalTime x | x TIME",
        "OffsetTime x | x TIME",
        "LocalDateTime x | x DATETIME",
        "@Column(secondPrecision = 3) LocalDateTime x | x DATETIME",
        "Instant x | x TIMESTAMP",
        "OffsetDateTime x | x TIMESTAMP",
        "ZonedDateTime x | x TIMESTAMP",
        "Duration x | x BIGINT",
        "Year x | x INTEGER",
        "UUID x | x CHAR(36)",
        "byte[] x | x BLOB",
        "Byte[] x | x BLOB",
        "@Lob byte[] x | x BLOB",
        "Date x | x DATETIME",
        "@Temporal(TemporalType.DATE) Date x | x DATE",
        "@Temporal(TemporalType.TIME) Calendar x | x TIME",
        "@Temporal(TemporalType.TIMESTAMP) Calendar x | x DATETIME",
        "java.sql.Date x | x DATE",
        "java.sql.Time x | x TIME",
        "java.sql.Timestamp x | x DATETIME",
        "Optional<Integer> x | x INTEGER",
        "Optional<String> x | x VARCHAR(255)",
        "OptionalInt x | x INTEGER",
        "OptionalLong x | x BIGINT",
        "OptionalDouble x | x DOUBLE",
        "@Column(nullable = false) String x | x VARCHAR(255) NOT NULL",
        "@Column(nullable = false) Optional<String> x | x VARCHAR(255) NOT NULL",
        "@Basic(optional = false) String x | x VARCHAR(255) NOT NULL",
        "@Column(nullable = true) int x | x INTEGER",
        "@Column(columnDefinition = \"TEXT COLLATE NOCASE\") URI x | x TEXT COLLATE NOCASE",
        "@Column(columnDefinition = \"TEXT NOT NULL DEFAULT ''\") int x | x TEXT NOT NULL DEFAULT ''",
        "@Column(columnDefinition = \"TEXT CHECK (x IS NOT NULL)\") int x | x TEXT CHECK (x IS NOT NULL) NOT NULL"
    })
    void aTypeBecomesATypeOfTheDatabase(String attribute, String column) {
        var ddl = new Sources(folder).file("T.java", """
                @Entity
                class T {
                    @Id int id;
                    %s;
                }
                """.formatted(attribute.replace("URI", "java.net.URI"))).ddl();
        assertEquals("""
                CREATE TABLE T (
                    id INTEGER NOT NULL,
                    %s,
                    PRIMARY KEY (id)
                );
                """.formatted(column), ddl);
    }

    @Test
    void anEnumIsCountedUnlessItSaysThatItsNamesAreMeant() {
        assertColumns("""
                Color counted;
                @Enumerated(EnumType.ORDINAL) Color counted2;
                @Enumerated(EnumType.STRING) @Column(length = 9) Color named;
                @Enumerated(EnumType.STRING) @Column(columnDefinition = "VARCHAR(5)") Color free;
                Coded coded;
                """, """
                counted SMALLINT,
                counted2 SMALLINT,
                named VARCHAR(9),
                free VARCHAR(5),
                coded VARCHAR(255),
                PRIMARY KEY (id),
                CHECK (counted BETWEEN 0 AND 2),
                CHECK (counted2 BETWEEN 0 AND 2),
                CHECK (named IN ('RED', 'GREEN', 'BLUE'))""", """
                enum Color { RED, GREEN, BLUE }
                enum Coded { ONE("1"), TWO("2"); @EnumeratedValue final String code; Coded(String c) { code = c; } }
                """);
    }

    @Test
    void whatAConverterMakesOfAnAttributeIsWhatTheColumnHolds() {
        assertColumns("""
                @Convert(converter = MoneyAsText.class) Money money;
                Point point;
                @Convert(disableConversion = true) @Column(columnDefinition = "TEXT") Point raw;
                @Convert(converter = YesNo.class) boolean yes;
                int dozen;
                @Version Integer version;
                Level level;
                @Enumerated Level stored;
                """, """
                money VARCHAR(255),
                point BIGINT,
                raw TEXT,
                yes CHAR(1) NOT NULL,
                dozen VARCHAR(255) NOT NULL,
                version INTEGER,
                level VARCHAR(255),
                stored SMALLINT,
                PRIMARY KEY (id),
                CHECK (stored BETWEEN 0 AND 0)""", """
                class Money { }
                class Point { }
                abstract class AsText<X> implements AttributeConverter<X, String> { }
                abstract class MoneyAsText extends AsText<Money> { }
                @Converter(autoApply = true) abstract class Points implements AttributeConverter<Point, Long> { }
                @Converter(autoApply = true) interface Dozens extends AttributeConverter<Integer, String> { }
                @Converter(autoApply = true) interface Levels extends AttributeConverter<Level, String> { }
                enum Level { LOW }
                interface YesNo extends AttributeConverter<Boolean, Character> { }
                """);
    }

    private void assertColumns(String attributes, String columns, String otherTypes) {
        var indented = columns.replaceAll("(?m)^", "    ");
        assertEquals("CREATE TABLE T (\n    id INTEGER NOT NULL,\n" + indented + "\n);\n", new Sources(folder)
                .file("T.java", "@Entity class T { @Id int id; " + attributes + " }\n" + otherTypes).ddl());
    }
}
