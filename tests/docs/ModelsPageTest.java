package tests.docs;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import restrack.ErrorKind;
import restrack.MigrateException;
import restrack.config.Key;
import restrack.config.Settings;
import restrack.database.sqlite.SqliteDialect;
import restrack.schema.Renaming;
import restrack.wanted.ModelSettings;
import restrack.wanted.Models;
import restrack.wanted.Wanted;
import tests.Project;

/** What {@code docs/models.md} says of SQL and Java models is what becomes of them. */
class ModelsPageTest {
    private static final Pattern SPAN = Pattern.compile("`([^`]+)`");
    private static final String YES_NO = "abstract class YesNo implements AttributeConverter<Boolean, Character> { }\n";
    private static final List<Renaming> RENAMINGS = List.of(new Renaming.OfTable("station", "ward"),
            new Renaming.OfColumn("ward", "places", "beds"));

    private final Page page = Page.of("docs/models.md");
    @TempDir
    private Path folder;

    @Test
    void eachSettingOfModelsIsThere() {
        var said = page.section("# Models").rows().stream().map(it -> it.get(0).replace("`", "")).toList();
        assertEquals(Arrays.stream(Key.values()).map(Key::id).filter(it -> it.startsWith("models")).toList(), said);
    }

    @Test
    void theSqlModelIsWhatTheDatabaseBecomes() {
        var model = String.join("\n", page.section("## SQL").fences("sql").get(0).lines());
        var project = project("/models/ward.sql", model);
        assertBecomesTheModels(project);
        assertEquals(RENAMINGS, read().renamings());
        assertEquals(List.of("full_names", "staff", "ward", "ward_large"), project.query("""
                SELECT name FROM sqlite_schema WHERE name NOT LIKE 'migrate~_%' ESCAPE '~'
                AND name NOT LIKE 'sqlite~_%' ESCAPE '~' ORDER BY name"""));
    }

    @Test
    void theJavaModelBecomesTheTablesBelowIt() {
        var section = page.section("## Java");
        var project = project("/models/Ward.java", String.join("\n", section.fences("java").get(0).lines()));
        assertEquals(String.join("\n", section.fences("sql").get(0).lines()), ddl());
        assertEquals(Set.copyOf(RENAMINGS), Set.copyOf(read().renamings()));
        assertBecomesTheModels(project);
    }

    @Test
    void entitiesThatExtendEntitiesBecomeTheTablesBelowThem() {
        var section = page.section("### Entities that extend entities");
        assertEquals(String.join("\n", section.fences("sql").get(0).lines()),
                ddl(String.join("\n", section.fences("java").get(0).lines())));
    }

    private static void assertBecomesTheModels(Project project) {
        assertEquals(0, project.revision("--autogenerate", "-m", "first").exitCode());
        assertEquals(0, project.migrate("upgrade").exitCode());
        var check = project.migrate("check");
        assertEquals("Nothing found.\n", check.out(), check.err());
    }

    @Test
    void eachTypeBecomesTheColumnOfItsLine() {
        var said = new ArrayList<String>();
        var classes = new StringBuilder("enum Role { READ, WRITE }\n" + YES_NO);
        for (var row : page.section("### Types").rows()) {
            for (var type : spans(row.get(0))) {
                classes.append("@Entity class T%d { %s %s x; }\n".formatted(said.size(),
                        type.contains("@Id") ? "" : "@Id int id;", type.replace("URI", "java.net.URI")));
                said.add(type + ": " + spans(row.get(1)).get(0));
            }
        }
        project("/models/Types.java", classes.toString());
        var columns = ddl().lines().filter(it -> it.startsWith("    x "))
                .map(it -> it.substring(6).replaceFirst("( NOT NULL)?,$", "")).toList();
        assertEquals(said.size(), columns.size());
        var made = new ArrayList<String>();
        for (int i = 0; i < said.size(); i++) {
            made.add(said.get(i).substring(0, said.get(i).indexOf(": ") + 2) + columns.get(i));
        }
        assertEquals(String.join("\n", said), String.join("\n", made));
        assertTrue(said.size() > 40, said.size() + " types");
    }

    @Test
    void eachAnnotationBecomesWhatItsLineSays() {
        var section = page.section("### Annotations");
        var wrong = new ArrayList<String>();
        for (var row : section.rows()) {
            var written = spans(row.get(0)).get(0);
            var ddl = ddl(with(written));
            spans(row.get(1)).stream().filter(it -> !it.startsWith("@") && !says(ddl, it))
                    .forEach(it -> wrong.add(written + "\n  " + it + "\n" + ddl));
        }
        assertEquals("", String.join("\n\n", wrong));
        assertTrue(section.rows().size() > 20, section.rows().size() + " annotations");
    }

    @Test
    void whatHasNoColumnHasNone() {
        var plain = ddl(with("@Transient int x"));
        assertEquals("id INTEGER NOT NULL, a INTEGER NOT NULL, b INTEGER NOT NULL, PRIMARY KEY (id)", columns(plain));
        for (var relation : List.of("@ManyToOne T t; | @OneToMany(mappedBy = \"t\") @OrderBy(\"a\") List<Ward> wards",
                "@ManyToMany Set<T> ts; | @ManyToMany(mappedBy = \"ts\") Set<Ward> wards")) {
            var sides = relation.split(" \\| ");
            var classes = with(sides[1]).replace("class Ward {", "class Ward { " + sides[0]);
            assertEquals(columns(plain), columns(ddl(classes)));
        }
        var bare = "@ManyToOne @JoinColumn(foreignKey = @ForeignKey(ConstraintMode.NO_CONSTRAINT)) Ward ward";
        assertFalse(ddl(with(bare)).contains("REFERENCES"));
    }

    /** {@return what stands between the parentheses of the first table} */
    private static String columns(String ddl) {
        return ddl.substring(ddl.indexOf('(') + 1, ddl.indexOf(';') - 1).strip().replaceAll("\\s+", " ");
    }

    @Test
    void eachErrorIsOneThatNamesFileAndLine() {
        var rows = page.section("### What is an error").rows();
        for (var row : rows) {
            var written = spans(row.get(0)).get(0);
            var error = assertThrows(MigrateException.class, () -> ddl(with(written)), written);
            assertEquals(ErrorKind.BAD_MODEL, error.kind(), written);
            assertTrue(error.getMessage().contains("models/T.java:1: "), written + "\n" + error.getMessage());
        }
        assertEquals(8, rows.size());
    }

    /** {@return whether one of the lines that make the tables is this one} */
    private static boolean says(String ddl, String line) {
        return ddl.lines().anyMatch(it -> it.strip().replaceFirst("[,;]$", "").equals(line));
    }

    /** {@return the classes of the page with a line of one of its tables in the first of them} */
    private String with(String written) {
        var classes = String.join("\n", page.section("### Annotations").fences("java").get(0).lines());
        if (written.matches("@\\w+(\\(.*\\))?")) {
            return classes.replace("@Entity class T", "@Entity " + written + " class T");
        }
        if (written.startsWith("@EmbeddedId")) {
            return classes.replace("T { @Id @GeneratedValue Long id;", "T { " + written + ";");
        }
        if (written.startsWith("@GeneratedValue")) {
            return classes.replace("T { @Id @GeneratedValue Long id;", "T { @Id " + written + ";");
        }
        return classes.replace(" int b;", " int b; " + written + ";");
    }

    private String ddl(String classes) {
        project("/models/T.java", classes);
        return ddl();
    }

    private Project project(String file, String text) {
        return new Project(folder).file(file, text);
    }

    private Wanted read() {
        return Models.read(ModelSettings.of(Settings.load(Map.of("models", "models"), Map.of(), folder)),
                new SqliteDialect()).orElseThrow();
    }

    private String ddl() {
        return read().pieces().stream().map(it -> it.statement().text() + ";").collect(Collectors.joining("\n"));
    }

    private static List<String> spans(String cell) {
        return SPAN.matcher(cell).results().map(it -> it.group(1)).toList();
    }
}
