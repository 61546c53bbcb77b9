package tests.wanted.entity;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Entities that extend entities: in one table, or each in its own. */
class InheritanceTest {
    @TempDir
    Path folder;

    private String ddl(String text) {
        return new Sources(folder).file("Models.java", text).ddl();
    }

    private String error(String text) {
        return new Sources(folder).file("Models.java", text).error();
    }

    @Test
    void allAreInTheTableOfTheTopmost() {
        assertEquals("""
                CREATE TABLE animal (
                    id INTEGER NOT NULL,
                    born DATE NOT NULL,
                    DTYPE VARCHAR(31) NOT NULL,
                    lives INTEGER,
                    friend_id INTEGER,
                    fur VARCHAR(9),
                    PRIMARY KEY (id),
                    UNIQUE (friend_id),
                    CHECK (lives > 0),
                    FOREIGN KEY (friend_id) REFERENCES animal (id)
                );
                CREATE INDEX ix_animal_fur ON animal (fur);
                CREATE TABLE Cat_toys (
                    Cat_id INTEGER NOT NULL,
                    toys VARCHAR(255) NOT NULL,
                    PRIMARY KEY (Cat_id, toys),
                    FOREIGN KEY (Cat_id) REFERENCES animal (id)
                );
                """, ddl("""
                @Entity @DiscriminatorValue("lion") class Lion extends Cat { @Column(length = 9) String fur; }
                @Entity class Cat extends Furry {
                    @Column(check = @CheckConstraint(constraint = "lives > 0")) int lives;
                    @OneToOne(optional = false) Animal friend;
                    @ElementCollection Set<String> toys;
                }
                @MappedSuperclass abstract class Furry extends Animal { }
                @Entity @Table(name = "animal", indexes = @Index(columnList = "fur"))
                abstract class Animal { @Id @GeneratedValue Long id; @Column(nullable = false) LocalDate born; }
                """));
    }

    @Test
    void whatSaysWhichEntityARowIsCanBeNamedAndTyped() {
        var root = "@Entity @DiscriminatorColumn(%s) class A { @Id int id; }\n@Entity class B extends A { }";
        assertTrue(ddl(root.formatted("name = \"kind\", length = 5")).contains("kind VARCHAR(5) NOT NULL"));
        assertTrue(ddl(root.formatted("discriminatorType = DiscriminatorType.INTEGER"))
                .contains("DTYPE INTEGER NOT NULL"));
        assertTrue(ddl(root.formatted("discriminatorType = DiscriminatorType.CHAR, options = \"DEFAULT 'A'\""))
                .contains("DTYPE CHAR(1) NOT NULL DEFAULT 'A'"));
        assertTrue(ddl(root.formatted("columnDefinition = \"TEXT COLLATE NOCASE\""))
                .contains("DTYPE TEXT COLLATE NOCASE NOT NULL"));
    }

    @Test
    void anAttributeMayShowIt() {
        assertTrue(ddl("""
                @Entity class A { @Id int id; @Column(insertable = false, updatable = false) String dtype; }
                @Entity class B extends A { }
                """).contains("DTYPE VARCHAR(31) NOT NULL"));
    }

    @Test
    void anEntityThatNoneExtendsNeedsNoSuchColumn() {
        assertFalse(ddl("@Entity @Inheritance class A { @Id int id; }").contains("DTYPE"));
        assertFalse(ddl("@Entity @Inheritance(strategy = InheritanceType.JOINED) class A { @Id int id; }\n"
                + "@Entity class B extends A { }").contains("DTYPE"));
        assertTrue(ddl("@Entity @DiscriminatorColumn class A { @Id int id; }").contains("DTYPE VARCHAR(31) NOT NULL"));
    }

    @Test
    void siblingsMayHaveTheSameColumnOfTheSameTypeOnly() {
        var model = "@Entity class A { @Id int id; }\n@Entity class B extends A { %s x; }\n"
                + "@Entity class C extends A { String x; }";
        assertTrue(ddl(model.formatted("String")).contains("    x VARCHAR(255),\n"));
        assertTrue(error(model.formatted("int")).startsWith(
                "Models.java:3: The table A gets two columns x: of B.x and of C.x."));
    }

    @Test
    void eachHasATableOfItsOwnWhoseKeyRefersToTheOneAbove() {
        assertEquals("""
                CREATE TABLE A (
                    id INTEGER NOT NULL,
                    x INTEGER NOT NULL,
                    PRIMARY KEY (id)
                );
                CREATE TABLE b (
                    a INTEGER NOT NULL,
                    y INTEGER NOT NULL,
                    PRIMARY KEY (a),
                    CONSTRAINT up FOREIGN KEY (a) REFERENCES A (id) ON DELETE CASCADE
                );
                CREATE TABLE C (
                    a INTEGER NOT NULL,
                    z INTEGER NOT NULL,
                    PRIMARY KEY (a),
                    FOREIGN KEY (a) REFERENCES b (a)
                );
                CREATE TABLE D (
                    id INTEGER NOT NULL,
                    c_a INTEGER,
                    PRIMARY KEY (id),
                    FOREIGN KEY (c_a) REFERENCES C (a)
                );
                """, ddl("""
                @Entity @Inheritance(strategy = InheritanceType.JOINED)
                class A { @Id @GeneratedValue Long id; int x; }
                @Entity @Table(name = "b")
                @PrimaryKeyJoinColumn(name = "a", foreignKey = @ForeignKey(name = "up", options = "ON DELETE CASCADE"))
                class B extends A { int y; }
                @Entity class C extends B { int z; }
                @Entity class D { @Id int id; @ManyToOne C c; }
                """));
    }

    @Test
    void aKeyOfSeveralColumnsIsInherited() {
        assertTrue(ddl("""
                @Entity @Inheritance(strategy = InheritanceType.JOINED) class A { @Id int a; @Id int b; }
                @Entity @PrimaryKeyJoinColumn(name = "c", referencedColumnName = "a")
                @PrimaryKeyJoinColumn(name = "d", referencedColumnName = "b") class B extends A { }
                """).contains("PRIMARY KEY (c, d),\n    FOREIGN KEY (c, d) REFERENCES A (a, b)"));
    }

    @Test
    void relationsFindWhatIsInherited() {
        assertTrue(ddl("""
                @Entity class A { @Id int id; @ManyToOne D d; @Column(unique = true) String code; }
                @Entity class B extends A { }
                @Entity class D { @Id int id; @OneToMany(mappedBy = "d") List<B> bs;
                    @ManyToOne @JoinColumn(name = "code", referencedColumnName = "code") B by; }
                """).contains("FOREIGN KEY (code) REFERENCES A (code)"));
    }

    @Test
    void onlyTheTopmostSaysHow() {
        assertTrue(error("@Entity @Inheritance(strategy = InheritanceType.TABLE_PER_CLASS) class A { @Id int id; }")
                .startsWith("Models.java:1: TABLE_PER_CLASS on A is not understood"));
        assertTrue(error("@Entity class A { @Id int id; }\n@Entity @Inheritance class B extends A { }")
                .startsWith("Models.java:2: @Inheritance on B, which extends A."));
    }
}
