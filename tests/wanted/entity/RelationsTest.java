package tests.wanted.entity;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What becomes of attributes that refer to other entities, or hold several things. */
class RelationsTest {
    private static final String TEAM = """
            CREATE TABLE Team (
                id INTEGER NOT NULL,
                PRIMARY KEY (id)
            );
            """;

    @TempDir
    Path folder;

    @Test
    void aReferenceIsAColumnWithAForeignKey() {
        assertModel("""
                @Entity class Person {
                    @Id @GeneratedValue Long id;
                    @ManyToOne Team team;
                    @ManyToOne(optional = false) Optional<Team> second;
                    @ManyToOne @JoinColumn(name = "third", nullable = false, unique = true, options = "DEFAULT 1",
                        check = @CheckConstraint(constraint = "third > 0"),
                        foreignKey = @ForeignKey(name = "fk_third", options = "ON DELETE CASCADE")) Team t;
                    @OneToOne @JoinColumn(foreignKey = @ForeignKey(ConstraintMode.NO_CONSTRAINT)) Team fourth;
                    @ManyToOne(targetEntity = Team.class, fetch = FetchType.LAZY, cascade = CascadeType.ALL)
                    @JoinColumn(columnDefinition = "BIGINT", foreignKey = @ForeignKey(
                        foreignKeyDefinition = "FOREIGN KEY (fifth_id) REFERENCES Team ON DELETE CASCADE"))
                    Object fifth;
                }
                @Entity class Team { @Id @GeneratedValue Long id; }
                """, """
                CREATE TABLE Person (
                    id INTEGER NOT NULL,
                    team_id INTEGER,
                    second_id INTEGER NOT NULL,
                    third INTEGER NOT NULL DEFAULT 1,
                    fourth_id INTEGER,
                    fifth_id BIGINT,
                    PRIMARY KEY (id),
                    UNIQUE (third),
                    UNIQUE (fourth_id),
                    CHECK (third > 0),
                    FOREIGN KEY (team_id) REFERENCES Team (id),
                    FOREIGN KEY (second_id) REFERENCES Team (id),
                    CONSTRAINT fk_third FOREIGN KEY (third) REFERENCES Team (id) ON DELETE CASCADE,
                    FOREIGN KEY (fifth_id) REFERENCES Team ON DELETE CASCADE
                );
                """ + TEAM);
    }

    @Test
    void aReferenceHasTheTypeOfWhatItRefersTo() {
        assertModel("""
                @Entity record Country(@Id @Column(columnDefinition = "CHAR(2) COLLATE NOCASE NOT NULL") String code,
                    @Column(unique = true, length = 80) String name) { }
                @Entity record City(@Id UUID id, @ManyToOne Country country,
                    @ManyToOne @JoinColumn(referencedColumnName = "NAME", name = "country_name") Country byName) { }
                @Entity record Mayor(@Id @OneToOne City city, @Id int since) { }
                @Entity record Deputy(@Id int id, @ManyToOne Mayor mayor) { }
                """, """
                CREATE TABLE Country (
                    code CHAR(2) COLLATE NOCASE NOT NULL,
                    name VARCHAR(80),
                    PRIMARY KEY (code),
                    UNIQUE (name)
                );
                CREATE TABLE City (
                    id CHAR(36) NOT NULL,
                    country_code CHAR(2),
                    country_name VARCHAR(80),
                    PRIMARY KEY (id),
                    FOREIGN KEY (country_code) REFERENCES Country (code),
                    FOREIGN KEY (country_name) REFERENCES Country (name)
                );
                CREATE TABLE Mayor (
                    city_id CHAR(36) NOT NULL,
                    since INTEGER NOT NULL,
                    PRIMARY KEY (city_id, since),
                    FOREIGN KEY (city_id) REFERENCES City (id)
                );
                CREATE TABLE Deputy (
                    id INTEGER NOT NULL,
                    mayor_city_id CHAR(36),
                    mayor_since INTEGER,
                    PRIMARY KEY (id),
                    FOREIGN KEY (mayor_city_id, mayor_since) REFERENCES Mayor (city_id, since)
                );
                """);
    }

    @Test
    void aKeyOfSeveralColumnsIsReferredToByAll() {
        assertModel("""
                @Entity class A {
                    @EmbeddedId Key key;
                    @ManyToOne @JoinColumn(name = "x", insertable = false, updatable = false) Team team;
                }
                @Embeddable record Key(long x, String y) { }
                @Entity class Team { @Id @GeneratedValue Long id; }
                @Entity class B {
                    @Id int id;
                    @ManyToOne @JoinColumns(value = {@JoinColumn(name = "ay", referencedColumnName = "y"),
                        @JoinColumn(name = "ax", referencedColumnName = "x")},
                        foreignKey = @ForeignKey(name = "fk")) A a;
                }
                """, """
                CREATE TABLE A (
                    x BIGINT NOT NULL,
                    y VARCHAR(255) NOT NULL,
                    PRIMARY KEY (x, y),
                    FOREIGN KEY (x) REFERENCES Team (id)
                );
                """ + TEAM + """
                CREATE TABLE B (
                    id INTEGER NOT NULL,
                    ay VARCHAR(255),
                    ax BIGINT,
                    PRIMARY KEY (id),
                    CONSTRAINT fk FOREIGN KEY (ay, ax) REFERENCES A (y, x)
                );
                """);
    }

    @Test
    void theOtherSideOfARelationHasNoColumn() {
        assertModel("""
                @Entity class Team {
                    @Id @GeneratedValue Long id;
                    @OneToMany(mappedBy = "team") List<Person> people;
                    @OneToMany(mappedBy = "team") @MapKey(name = "id") Map<Integer, Person> byId;
                    @OneToOne(mappedBy = "led") Person leader;
                }
                @Entity class Person { @Id int id; @ManyToOne Team team; @OneToOne Team led; }
                """, TEAM + """
                CREATE TABLE Person (
                    id INTEGER NOT NULL,
                    team_id INTEGER,
                    led_id INTEGER,
                    PRIMARY KEY (id),
                    UNIQUE (led_id),
                    FOREIGN KEY (team_id) REFERENCES Team (id),
                    FOREIGN KEY (led_id) REFERENCES Team (id)
                );
                """);
    }

    @Test
    void manyToManyIsATableOfItsOwn() {
        assertModel("""
                @Entity class Person {
                    @Id @GeneratedValue Integer id;
                    @ManyToMany Set<Team> teams;
                    @ManyToMany List<Person> friends;
                    @ManyToMany @OrderColumn @JoinTable(name = "choice",
                        joinColumns = @JoinColumn(name = "who", foreignKey = @ForeignKey(name = "fk_who")),
                        inverseJoinColumns = @JoinColumn(name = "what"), inverseForeignKey = @ForeignKey(options =
                        "ON DELETE CASCADE"), indexes = @Index(columnList = "what")) List<Team> chosen;
                }
                @Entity class Team { @Id @GeneratedValue Long id; @ManyToMany(mappedBy = "teams") Set<Person> members; }
                """, """
                CREATE TABLE Person (
                    id INTEGER NOT NULL,
                    PRIMARY KEY (id)
                );
                """ + TEAM + """
                CREATE TABLE Person_Team (
                    members_id INTEGER NOT NULL,
                    teams_id INTEGER NOT NULL,
                    PRIMARY KEY (members_id, teams_id),
                    FOREIGN KEY (members_id) REFERENCES Person (id),
                    FOREIGN KEY (teams_id) REFERENCES Team (id)
                );
                CREATE TABLE Person_Person (
                    Person_id INTEGER NOT NULL,
                    friends_id INTEGER NOT NULL,
                    FOREIGN KEY (Person_id) REFERENCES Person (id),
                    FOREIGN KEY (friends_id) REFERENCES Person (id)
                );
                CREATE TABLE choice (
                    who INTEGER NOT NULL,
                    chosen_ORDER INTEGER NOT NULL,
                    what INTEGER NOT NULL,
                    PRIMARY KEY (who, chosen_ORDER),
                    CONSTRAINT fk_who FOREIGN KEY (who) REFERENCES Person (id),
                    FOREIGN KEY (what) REFERENCES Team (id) ON DELETE CASCADE
                );
                CREATE INDEX ix_choice_what ON choice (what);
                """);
    }

    @Test
    void oneToManyThatNobodyOwnsIsATableOrAColumnOfTheOthers() {
        assertModel("""
                @Entity class Team {
                    @Id @GeneratedValue Long id;
                    @OneToMany Set<Person> people;
                    @OneToMany @JoinColumn(name = "guest_of") List<Person> guests;
                    @OneToMany @JoinColumn(name = "led_by") List<Person> led;
                }
                @Entity @Table(indexes = @Index(name = "g", columnList = "guest_of")) class Person {
                    @Id int id;
                    @ManyToOne(optional = false) @JoinColumn(name = "led_by") Team leader;
                }
                """, TEAM + """
                CREATE TABLE Person (
                    id INTEGER NOT NULL,
                    led_by INTEGER NOT NULL,
                    guest_of INTEGER,
                    PRIMARY KEY (id),
                    FOREIGN KEY (led_by) REFERENCES Team (id),
                    FOREIGN KEY (guest_of) REFERENCES Team (id)
                );
                CREATE INDEX g ON Person (guest_of);
                CREATE TABLE Team_Person (
                    Team_id INTEGER NOT NULL,
                    people_id INTEGER NOT NULL,
                    PRIMARY KEY (Team_id, people_id),
                    UNIQUE (people_id),
                    FOREIGN KEY (Team_id) REFERENCES Team (id),
                    FOREIGN KEY (people_id) REFERENCES Person (id)
                );
                """);
    }

    @Test
    void valuesThatAreCollectedHaveATable() {
        assertModel("""
                @Entity class Team {
                    @Id @GeneratedValue Long id;
                    @ElementCollection @Column(name = "tag", length = 9) Set<String> tags;
                    @ElementCollection @CollectionTable(name = "team_point", joinColumns = @JoinColumn(name = "team"))
                    List<Point> points;
                    @ElementCollection @Enumerated(EnumType.STRING) @OrderColumn(name = "at") List<Color> colors;
                }
                @Embeddable record Point(int x, Integer y) { }
                enum Color { RED }
                """, TEAM + """
                CREATE TABLE Team_tags (
                    Team_id INTEGER NOT NULL,
                    tag VARCHAR(9) NOT NULL,
                    PRIMARY KEY (Team_id, tag),
                    FOREIGN KEY (Team_id) REFERENCES Team (id)
                );
                CREATE TABLE team_point (
                    team INTEGER NOT NULL,
                    x INTEGER NOT NULL,
                    y INTEGER,
                    FOREIGN KEY (team) REFERENCES Team (id)
                );
                CREATE TABLE Team_colors (
                    Team_id INTEGER NOT NULL,
                    at INTEGER NOT NULL,
                    colors VARCHAR(255),
                    PRIMARY KEY (Team_id, at),
                    CHECK (colors IN ('RED')),
                    FOREIGN KEY (Team_id) REFERENCES Team (id)
                );
                """);
    }

    private void assertModel(String source, String ddl) {
        assertEquals(ddl, new Sources(folder).file("Model.java", source).ddl());
    }
}
