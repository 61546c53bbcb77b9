package tests.wanted.entity;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import restrack.ErrorKind;

/** Sources as people really write them. */
class UnusualSourcesTest {
    @TempDir
    Path folder;

    private Sources sources() {
        return new Sources(folder);
    }

    @Test
    void constantsCountInAnnotations() {
        assertTrue(sources().file("A.java", """
                //DEPS none:here:1
                //SOURCES Missing.java
                @Entity record A(@Id long id, @Column(length = 4 * A.LENGTH, name = A.PREFIX + "name") String name,
                        @Column(columnDefinition = \"""
                            TEXT
                            COLLATE NOCASE\""") String text, Kind kind, None none) {
                    static final int LENGTH = 10;
                    static final String PREFIX = "a_";
                    A { if (name == null) { throw new IllegalArgumentException(); } }
                    A(long id) { this(id, "", "", null, null); }
                    enum Kind { ONE { int x() { return 1; } }, TWO { int x() { return 2; } }; abstract int x(); }
                    enum None { }
                }
                """).ddl().contains("""
                    a_name VARCHAR(40),
                    text TEXT
                COLLATE NOCASE,
                    kind SMALLINT,
                    none SMALLINT,
                    PRIMARY KEY (id),
                    CHECK (kind BETWEEN 0 AND 1)
                """));
    }

    @Test
    void whatParametersStandForIsKnown() {
        assertEquals("""
                CREATE TABLE B (
                    id BIGINT NOT NULL,
                    parent_id BIGINT,
                    x VARCHAR(255),
                    a SMALLINT,
                    PRIMARY KEY (id),
                    FOREIGN KEY (parent_id) REFERENCES B (id)
                );
                CREATE TABLE B_more (
                    B_id BIGINT NOT NULL,
                    more BIGINT,
                    FOREIGN KEY (B_id) REFERENCES B (id)
                );
                """, sources().file("B.java", """
                @MappedSuperclass abstract class Base<T, P> {
                    @Id T id; @ManyToOne P parent; @ElementCollection List<T> more;
                }
                @MappedSuperclass abstract class Mid<Q> extends Base<Long, Q> { Pair<String> pair; One<Q, Short> one; }
                @Embeddable class Pair<X> { X x; }
                @Embeddable record One<X, Y>(Y a) { }
                @Entity class B extends Mid<B> { }
                """).ddl());
    }

    @Test
    void namesThatAreNoPlainNamesAreQuoted() {
        var ddl = sources().file("A.java", """
                @Entity @Table(name = "\\"order\\"")
                class A {
                    @Id int id; @Column(name = "`select`") int a; @Column(name = "with space", unique = true) int b;
                    int größe; @Column(name = "it's") int c; @Column(name = "say \\"hi\\"") int d;
                    @ManyToOne @JoinColumn(name = "group") A e;
                    @Enumerated(EnumType.STRING) @Column(name = "100%s") K k;
                    enum K { Ä, x$y }
                }
                """).ddl();
        for (var line : new String[] {"CREATE TABLE \"order\" (", "\"select\" INTEGER", "UNIQUE (\"with space\")",
            "\"größe\" INTEGER", "\"it's\" INTEGER", "\"say \"\"hi\"\"\" INTEGER",
            "FOREIGN KEY (\"group\") REFERENCES \"order\" (id)", "CHECK (\"100%s\" IN ('Ä', 'x$y'))"}) {
            assertTrue(ddl.contains(line), line + "\n" + ddl);
        }
    }

    @Test
    void twoEntitiesOfOneNameNeedTwoTables() {
        var sources = sources().file("a/T.java", "package a; @Entity public class T { @Id int id; }");
        assertEquals("b/T.java:1: The table T is asked for a second time; the first time at a/T.java:1.\n"
                + "Name one of them with @Table or @JoinTable.",
                sources.file("b/T.java", "package b; @Entity class T { @Id int id; }").error());
        var named = sources().file("a/T.java", "package a; @Entity public class T { @Id int id; }")
                .file("b/T.java", "package b; @Entity(name = \"U\") class T { @Id int id; @ManyToOne a.T t; }")
                .file("b/package-info.java", "@Deprecated package b;").file("module-info.java", "module m { }");
        assertTrue(named.ddl().contains("FOREIGN KEY (t_id) REFERENCES T (id)"));
    }

    @Test
    void aByteOrderMarkAndTheLineEndsOfWindowsDoNotMoveLines() {
        assertTrue(sources().file("T.java", "\uFEFF// ä\r\npackage a;\r\n\r\n@Entity class T {\r\n @Id int id;\r\n"
                + " java.net.URI x;\r\n}\r\n").error().startsWith("T.java:6: T.x is of type java.net.URI"));
    }

    @Test
    void whatIsNoJavaIsShownWithItsLineAndTheJavaItWasReadAs() {
        var error = sources().file("T.java", "@Entity class T {\n    @Id int id\n}\n").error(ErrorKind.COMPILE_ERROR);
        assertEquals("The models do not compile:\nT.java:2: ';' expected\n    @Id int id\nThey are read as Java "
                + Runtime.version().feature() + ".", error);
    }
}
