package tests.wanted.entity;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code @MapsId}: keys that are those of other entities; and what is said of relations from outside. */
class KeysOfOthersTest {
    @TempDir
    Path folder;

    private String ddl(String text) {
        return new Sources(folder).file("Models.java", text).ddl();
    }

    @Test
    void theWholeKeyIsThatOfAnother() {
        assertEquals("""
                CREATE TABLE Person (
                    id INTEGER NOT NULL,
                    PRIMARY KEY (id)
                );
                CREATE TABLE Passport (
                    person_id INTEGER NOT NULL,
                    number VARCHAR(255),
                    PRIMARY KEY (person_id),
                    FOREIGN KEY (person_id) REFERENCES Person (id)
                );
                CREATE TABLE Visa (
                    id INTEGER NOT NULL,
                    passport_person_id INTEGER,
                    PRIMARY KEY (id),
                    FOREIGN KEY (passport_person_id) REFERENCES Passport (person_id)
                );
                """, ddl("""
                @Entity class Person { @Id @GeneratedValue Long id; }
                @Entity class Passport { @Id Long id; @OneToOne @MapsId Person person; String number; }
                @Entity class Visa { @Id int id; @ManyToOne Passport passport; }
                """));
    }

    @Test
    void aPartOfAnEmbeddedKeyIsThatOfAnother() {
        assertEquals("""
                CREATE TABLE Line (
                    place INTEGER NOT NULL,
                    o BIGINT NOT NULL,
                    PRIMARY KEY (place, o),
                    FOREIGN KEY (o) REFERENCES Orders (id) ON DELETE CASCADE
                );
                """, ddl("""
                @Entity class Line {
                    @EmbeddedId Key key;
                    @MapsId("orderId") @ManyToOne
                    @JoinColumn(name = "o", foreignKey = @ForeignKey(options = "ON DELETE CASCADE")) Orders of;
                }
                @Embeddable record Key(int place, long orderId) { }
                @Entity class Orders { @Id long id; }
                """).replaceFirst("(?s)CREATE TABLE Orders.*", ""));
    }

    @Test
    void anEmbeddedKeyInAnEmbeddedKeyIsThatOfAnother() {
        assertTrue(ddl("""
                @Embeddable record Inner(int a, int b) { }
                @Embeddable record Outer(Inner inner, int c) { }
                @Entity class P { @EmbeddedId Inner id; }
                @Entity class Q { @EmbeddedId Outer id; @MapsId("inner") @ManyToOne P p; }
                """).contains("PRIMARY KEY (p_a, p_b, c),\n    FOREIGN KEY (p_a, p_b) REFERENCES P (a, b)"));
    }

    @Test
    void anAttributeOfAnIdClassIsThatOfAnother() {
        assertTrue(ddl("""
                @Entity class P { @Id long id; }
                @Entity @IdClass(K.class) class Q { @Id long p; @Id int n; @MapsId("p") @ManyToOne P parent; }
                class K { long p; int n; }
                """).contains("PRIMARY KEY (parent_id, n)"));
    }

    @Test
    void theColumnsOfAnInheritedRelationAreNamedFromOutside() {
        assertTrue(ddl("""
                @MappedSuperclass class Base { @Id int id; @ManyToOne Who who; }
                @Entity @AssociationOverride(name = "who", joinColumns = @JoinColumn(name = "w", nullable = false),
                        foreignKey = @ForeignKey(name = "f")) class T extends Base { }
                @Entity class Who { @Id int id; }
                """).contains("    w INTEGER NOT NULL,\n    PRIMARY KEY (id),\n"
                + "    CONSTRAINT f FOREIGN KEY (w) REFERENCES Who (id)\n"));
    }

    @Test
    void theColumnsOfAnEmbeddedRelationAreNamedFromOutside() {
        var ddl = ddl("""
                @Embeddable class By { @ManyToOne Who who; int at; }
                @Entity @AssociationOverride(name = "made.who", joinColumns = @JoinColumn(name = "made_by"))
                class T { @Id int id; @AttributeOverride(name = "at", column = @Column(name = "made_at")) By made;
                    @AssociationOverrides(@AssociationOverride(name = "who",
                            joinColumns = @JoinColumn(name = "read_by"))) By read; }
                @Entity class Who { @Id int id; }
                """);
        assertTrue(ddl.contains("    made_by INTEGER,\n    made_at INTEGER NOT NULL,\n    read_by INTEGER,\n"
                + "    at INTEGER NOT NULL,\n"), ddl);
    }
}
