package tests.wanted.entity;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import restrack.schema.Renaming;
import restrack.wanted.Piece;
import restrack.wanted.entity.Naming;

/** What classes become: names, keys, constraints, indexes. */
class TablesTest {
    @TempDir
    Path folder;

    @Test
    void aRecordAndAClassBecomeTheSameTable() {
        var expected = """
                CREATE TABLE Sample (
                    id INTEGER NOT NULL,
                    takenAt TIMESTAMP,
                    label VARCHAR(20) NOT NULL,
                    volume INTEGER NOT NULL,
                    PRIMARY KEY (id)
                );
                """;
        assertEquals(expected, new Sources(folder).file("record.java", """
                @Entity
                record Sample(@Id @GeneratedValue Long id, Instant takenAt,
                        @Column(nullable = false, length = 20) String label, int volume) {
                    static int count = 1;
                    boolean isLarge() { return volume > 10; }
                }
                """).ddl());
        assertEquals(expected, new Sources(folder).file("class.java", """
                @Entity
                class Sample {
                    static int count = 1;
                    @Id @GeneratedValue private Long id;
                    private Instant takenAt;
                    @Column(nullable = false, length = 20) private String label;
                    private int volume;
                    @Transient private String shown;
                    private transient String cached;
                    public boolean isLarge() { return volume > 10; }
                    @PrePersist void check() { }
                }
                """).ddl());
    }

    @Test
    void namesThatAreGivenStayAsTheyAre() {
        var sources = new Sources(folder).file("T.java", """
                @Entity(name = "labOrder")
                class LabOrderEntity {
                    @Id int orderId;
                    String mustChangePassword;
                    String URLPath;
                    @Column(name = "GivenName") String other;
                    @Column(name = "\\"order\\"") String reserved;
                    @ManyToOne LabOrderEntity parentOrder;
                }
                """);
        assertEquals("""
                CREATE TABLE labOrder (
                    orderId INTEGER NOT NULL,
                    mustChangePassword VARCHAR(255),
                    URLPath VARCHAR(255),
                    GivenName VARCHAR(255),
                    "order" VARCHAR(255),
                    parentOrder_orderId INTEGER,
                    PRIMARY KEY (orderId),
                    FOREIGN KEY (parentOrder_orderId) REFERENCES labOrder (orderId)
                );
                """, sources.ddl());
        assertEquals("""
                CREATE TABLE lab_order (
                    order_id INTEGER NOT NULL,
                    must_change_password VARCHAR(255),
                    url_path VARCHAR(255),
                    GivenName VARCHAR(255),
                    "order" VARCHAR(255),
                    parent_order_order_id INTEGER,
                    PRIMARY KEY (order_id),
                    FOREIGN KEY (parent_order_order_id) REFERENCES lab_order (order_id)
                );
                """, sources.named(Naming.SNAKE_CASE).ddl());
    }

    @Test
    void aTableHasWhatItsAnnotationSays() {
        assertEquals("""
                CREATE TABLE item (
                    sku TEXT NOT NULL,
                    price INTEGER NOT NULL DEFAULT 0,
                    shelf TEXT,
                    PRIMARY KEY (sku),
                    UNIQUE (shelf),
                    UNIQUE (shelf, price),
                    CONSTRAINT uq_price UNIQUE (price) ON CONFLICT IGNORE,
                    CHECK (price >= 0),
                    CONSTRAINT ck_shelf CHECK (length(shelf) < 10),
                    CONSTRAINT ck_item CHECK (price < 100 OR shelf IS NOT NULL)
                ) STRICT, WITHOUT ROWID;
                CREATE INDEX ix_item_price_shelf ON item (price, shelf DESC);
                CREATE UNIQUE INDEX item_shelf ON item (shelf) WHERE price > 0;
                """, new Sources(folder).file("T.java", """
                @Entity
                @Table(name = "item", comment = "what is sold", options = "STRICT, WITHOUT ROWID",
                    uniqueConstraints = {@UniqueConstraint(columnNames = {"shelf", "price"}),
                        @UniqueConstraint(name = "uq_price", columnNames = "price", options = "ON CONFLICT IGNORE")},
                    check = @CheckConstraint(name = "ck_item", constraint = "price < 100 OR shelf IS NOT NULL"),
                    indexes = {@Index(columnList = "price ASC, SHELF desc"),
                        @Index(name = "item_shelf", columnList = "shelf", unique = true, options = "WHERE price > 0")})
                class Item {
                    @Id @Column(columnDefinition = "TEXT") String sku;
                    @Column(options = "DEFAULT 0", check = @CheckConstraint(constraint = "price >= 0")) int price;
                    @Column(columnDefinition = "TEXT", unique = true, comment = "where it is",
                        check = @CheckConstraint(name = "ck_shelf", constraint = "length(shelf) < 10")) String shelf;
                }
                """).ddl());
    }

    @Test
    void keysCanHaveSeveralColumns() {
        assertEquals("""
                CREATE TABLE A (
                    a INTEGER NOT NULL,
                    b VARCHAR(255) NOT NULL,
                    PRIMARY KEY (a, b)
                );
                CREATE TABLE B (
                    year INTEGER NOT NULL,
                    no BIGINT NOT NULL,
                    PRIMARY KEY (year, no)
                );
                """, new Sources(folder).file("T.java", """
                @Entity @IdClass(Key.class) class A { @Id Integer a; @Id String b; }
                record Key(Integer a, String b) { }
                @Entity class B { @EmbeddedId Number number; }
                @Embeddable record Number(Integer year, @Column(name = "no") Long no) { }
                """).ddl());
    }

    @Test
    void keysAreCountedUpOrMadeByTheApplication() {
        assertEquals("""
                CREATE TABLE A (
                    id INTEGER NOT NULL,
                    PRIMARY KEY (id)
                );
                CREATE TABLE B (
                    id CHAR(36) NOT NULL,
                    PRIMARY KEY (id)
                );
                CREATE TABLE C (
                    id VARCHAR(36) NOT NULL,
                    PRIMARY KEY (id)
                );
                CREATE TABLE D (
                    id INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL
                );
                """, new Sources(folder).file("T.java", """
                @Entity class A { @Id @GeneratedValue(strategy = GenerationType.IDENTITY) short id; }
                @Entity class B { @Id @GeneratedValue UUID id; }
                @Entity class C { @Id @GeneratedValue(strategy = GenerationType.UUID) @Column(length = 36) String id; }
                @Entity class D { @Id @GeneratedValue
                    @Column(columnDefinition = "INTEGER PRIMARY KEY AUTOINCREMENT") Long id; }
                """).ddl());
    }

    @Test
    void attributesOfMappedSuperclassesComeFirst() {
        assertEquals("""
                CREATE TABLE Car (
                    id INTEGER NOT NULL,
                    version INTEGER NOT NULL,
                    label VARCHAR(9),
                    seats INTEGER NOT NULL,
                    PRIMARY KEY (id)
                );
                """, new Sources(folder).file("Car.java", """
                package app.model;
                @Entity @AttributeOverride(name = "name", column = @Column(name = "label", length = 9))
                public class Car extends Thing<Long> { int seats; }
                """).file("base/Thing.java", """
                package app.model;
                @MappedSuperclass
                abstract class Thing<K> extends Plain { @Id @GeneratedValue K id; @Version int version; String name; }
                class Plain { String nobodySeesThis; }
                """).ddl());
    }

    @Test
    void embeddedClassesAreSpreadOverColumns() {
        assertEquals("""
                CREATE TABLE Person (
                    id INTEGER NOT NULL,
                    street VARCHAR(255),
                    zip INTEGER NOT NULL,
                    work_street VARCHAR(10),
                    work_zip INTEGER NOT NULL,
                    home_id INTEGER,
                    PRIMARY KEY (id),
                    FOREIGN KEY (home_id) REFERENCES Person (id)
                );
                """, new Sources(folder).file("Person.java", """
                @Entity class Person {
                    @Id @GeneratedValue int id;
                    Address home;
                    @AttributeOverride(name = "place.street", column = @Column(name = "work_street", length = 10))
                    @AttributeOverride(name = "place.zip", column = @Column(name = "work_zip"))
                    @Embedded Work work;
                }
                @Embeddable class Work { Address place; @ManyToOne @JoinColumn(name = "home_id") Person boss; }
                @Embeddable class Address { String street; int zip; }
                """).ddl());
    }

    @Test
    void gettersAreTheAttributesWhereTheIdIsOnOne() {
        assertEquals("""
                CREATE TABLE Person (
                    extra VARCHAR(255),
                    id INTEGER NOT NULL,
                    name VARCHAR(9),
                    active BOOLEAN NOT NULL,
                    PRIMARY KEY (id)
                );
                """, new Sources(folder).file("Person.java", """
                @Entity class Person {
                    private String notThis;
                    @Access(AccessType.FIELD) private String extra;
                    @Id @GeneratedValue public int getId() { return 1; }
                    @Column(length = 9) public String getName() { return ""; }
                    public boolean isActive() { return true; }
                    @Transient public String getShown() { return ""; }
                    public String get() { return ""; }
                    public String getWith(int parameter) { return ""; }
                    public void setId(int id) { }
                }
                """).ddl());
    }

    @Test
    void oldNamesAreRenamings() {
        var model = new Sources(folder).named(Naming.SNAKE_CASE).file("T.java", """
                @Entity @Renamed("people")
                record Person(@Id int id, @Renamed("mail") String eMail, @Renamed("boss") @ManyToOne Person manager) { }
                """).file("U.java", """
                package own;
                @Entity class U { @Id @Renamed("key") int id; }
                @interface Renamed { String value(); }
                """).read();
        assertEquals(List.of(new Renaming.OfTable("people", "person"),
                new Renaming.OfColumn("person", "mail", "e_mail"),
                new Renaming.OfColumn("person", "boss", "manager_id"), new Renaming.OfColumn("u", "key", "id")),
                model.renamings());
        assertEquals(Set.of("person", "u"), model.tables());
    }

    @Test
    void eachStatementKnowsWhereItWasWritten() {
        var pieces = new Sources(folder).file("models/T.java", """
                // Things.

                @Entity
                @Table(indexes = @Index(columnList = "id"))
                class T {
                    @Id int id;

                    @ElementCollection
                    List<String> tags;
                }
                """).read().pieces();
        assertEquals(List.of("models/T.java:5", "models/T.java:5", "models/T.java:9"),
                pieces.stream().map(Piece::where).map(it -> it.replace(folder + "/", "")).toList());
    }

    @Test
    void nothingOfAModelIsRunAndTheBodiesOfItsMethodsAreNotEvenCompiled() {
        assertEquals("""
                CREATE TABLE T (
                    id INTEGER NOT NULL,
                    x VARCHAR(12),
                    PRIMARY KEY (id)
                );
                """, new Sources(folder).file("T.java", """
                @Entity class T {
                    static final int LENGTH = 3 * Lengths.SHORT;
                    static { System.exit(7); }
                    @Id int id = Integer.parseInt("");
                    @Column(length = LENGTH) String x;
                    String shown() { return generatedByTheBuild().getX(); }
                }
                interface Lengths { int SHORT = 4; }
                """).file("package-info.java", "@Deprecated package app;").file("module-info.java", "module m { }")
                .ddl());
    }

    @Test
    void annotationsThatSayNothingOfTablesArePassedOver() {
        assertEquals("""
                CREATE TABLE T (
                    id INTEGER NOT NULL,
                    PRIMARY KEY (id)
                );
                """, new Sources(folder).file("T.java", """
                @Entity @Cacheable @NamedQuery(name = "all", query = "from T") @Deprecated
                @NamedQueries({}) @NamedEntityGraph @EntityListeners(Listener.class) @ExcludeDefaultListeners
                class T { @Id @Deprecated int id; @PostLoad void loaded() { } }
                class Listener { @PersistenceContext EntityManager manager; @PrePersist void before(Object it) { } }
                """).ddl());
    }
}
