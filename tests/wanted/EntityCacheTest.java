package tests.wanted;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import restrack.MigrateException;
import restrack.schema.Renaming;
import restrack.wanted.Piece;
import restrack.wanted.Wanted;

/** What Java sources say is kept, and never believed for longer than it is true. */
class EntityCacheTest {
    @TempDir
    private Path temporary;
    private ModelFolder folder;

    @BeforeEach
    void folder() {
        folder = item(new ModelFolder(temporary));
    }

    private static ModelFolder item(ModelFolder folder) {
        return folder.file("models/Item.java", """
                @Entity @Renamed("thing") @Table(indexes = @Index(columnList = "label"))
                record Item(@Id @GeneratedValue long id, @Renamed("name") @Column(name = "label") String x) { }
                """);
    }

    private static String said(Wanted wanted) {
        return wanted.pieces().stream().map(it -> it.where() + " " + it.statement().text()).toList() + " "
                + wanted.renamings() + " " + wanted.classTables() + " " + wanted.unsaid().size();
    }

    /** {@return the files that are kept} */
    private List<Path> kept() throws IOException {
        if (!Files.isDirectory(folder.cache())) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder.cache())) {
            return files.sorted().toList();
        }
    }

    @Test
    void whatIsKeptIsWhatWasRead() throws IOException {
        var first = folder.read();
        assertEquals(1, kept().size());
        assertEquals(said(first), said(folder.read()));
        assertEquals(List.of("models/Item.java:2", "models/Item.java:2"), folder.places());
        assertEquals(Set.of(new Renaming.OfTable("thing", "Item"), new Renaming.OfColumn("Item", "name", "label")),
                Set.copyOf(folder.read().renamings()));
        assertEquals(1, kept().size());
    }

    /** Nothing else shows that it was asked. */
    @Test
    void whatIsKeptIsUsed() throws IOException {
        folder.read();
        var file = kept().get(0);
        Files.writeString(file, Files.readString(file).replace("label", "fromCache"));
        assertEquals(Set.of("CREATE INDEX ix_Item_fromCache ON Item (fromCache)"), Set.of(folder.read().pieces().get(1)
                .statement().text()));
    }

    @Test
    void aChangedSourceIsReadAgain() throws IOException {
        folder.read();
        folder.file("models/Item.java", "@Entity class Item { @Id int id; }");
        assertEquals(List.of("models/Item.java:1"), folder.places());
        folder.file("models/More.java", "@Entity class More { @Id int id; }");
        assertEquals(List.of("Item", "More"), folder.tables());
        Files.move(temporary.resolve("models/More.java"), temporary.resolve("models/Other.java"));
        assertEquals(List.of("models/Item.java:1", "models/Other.java:1"), folder.places());
        Files.delete(temporary.resolve("models/Item.java"));
        assertEquals(List.of("More"), folder.tables());
    }

    @Test
    void aChangedSettingCounts() {
        assertEquals(List.of("Item"), folder.tables());
        folder.setting("models.naming", "snake-case");
        assertEquals(List.of("item"), folder.tables());
        folder.file("models/Item.java", "@Entity @jakarta.persistence.SecondaryTable(name = \"x\") "
                + "class Item { @Id int id; }").setting("models.ignore-annotations",
                "jakarta.persistence.SecondaryTable");
        assertEquals(List.of("item"), folder.tables());
        folder.setting("models.ignore-annotations", "");
        assertThrows(MigrateException.class, folder::read);
    }

    @Test
    void aChangedJarCounts() throws IOException {
        var jar = temporary.resolve("lib.jar");
        library("String x;", jar);
        folder.file("models/Item.java", "@Entity class Item extends lib.Base { @Id int id; }")
                .setting("models.class-path", "lib.jar");
        assertEquals(List.of("x", "id"), columns());
        assertEquals(1, kept().size());
        library("String y;", jar);
        Files.setLastModifiedTime(jar, FileTime.fromMillis(Files.getLastModifiedTime(jar).toMillis() + 2000));
        assertEquals(List.of("y", "id"), columns());
    }

    private List<String> columns() {
        return folder.built(it -> ModelFolder.names(it, "SELECT name FROM pragma_table_info('Item')"));
    }

    private void library(String member, Path jar) throws IOException {
        ModelLibrary.compile(Map.of("lib/Base.java", "package lib; @jakarta.persistence.MappedSuperclass "
                + "public class Base { " + member + " }"), temporary.resolve("lib"));
        ModelLibrary.pack(temporary.resolve("lib"), jar);
    }

    @Test
    void aFolderOfClassesIsLookedAtEachTime() throws IOException {
        library("String x;", temporary.resolve("lib.jar"));
        folder.file("models/Item.java", "@Entity class Item extends lib.Base { @Id int id; }")
                .setting("models.class-path", "lib");
        assertEquals(List.of("x", "id"), columns());
        assertEquals(List.of(), kept());
        library("String y;", temporary.resolve("lib.jar"));
        assertEquals(List.of("y", "id"), columns());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "{", "null", "[]", "{}", "\u0000\u0000",
        "{\"pieces\":[null],\"renamings\":[],\"tables\":[]}",
        "{\"pieces\":[{\"where\":\"x\",\"sql\":\"\"}],\"renamings\":[],\"tables\":[]}",
        "{\"pieces\":[{\"where\":\"x\",\"sql\":\"CREATE TABLE 'x\"}],\"renamings\":[],\"tables\":[]}",
        "{\"pieces\":[],\"renamings\":[{}],\"tables\":[]}", "{\"pieces\":[],\"renamings\":[],\"tables\":[null]}",
        "{\"pieces\":[{\"sql\":\"CREATE TABLE x (y)\"}],\"renamings\":[],\"tables\":[]}"})
    void whatIsDamagedIsMadeAgain(String damaged) throws IOException {
        var first = said(folder.read());
        var file = kept().get(0);
        var good = Files.readString(file);
        Files.writeString(file, damaged);
        assertEquals(first, said(folder.read()));
        assertEquals(good, Files.readString(file));
    }

    @Test
    void whatIsCutOffAnywhereIsMadeAgain() throws IOException {
        var first = said(folder.read());
        var file = kept().get(0);
        var good = Files.readAllBytes(file);
        for (int length = 0; length < good.length; length += 97) {
            Files.write(file, Arrays.copyOf(good, length));
            assertEquals(first, said(folder.read()), length + " bytes");
        }
    }

    @Test
    void aCacheThatCannotBeWrittenIsDoneWithout() throws IOException {
        Files.createDirectories(folder.cache().getParent());
        Files.writeString(folder.cache(), "a file where the folder should be");
        assertEquals(List.of("Item"), folder.tables());
        assertEquals(List.of("Item"), folder.tables());
    }

    @Test
    void aCacheThatOthersCanWriteIsNotBelieved() throws IOException {
        var first = said(folder.read());
        var file = kept().get(0);
        Files.writeString(file, Files.readString(file).replace("label", "evil"));
        Files.setPosixFilePermissions(folder.cache(),
                PosixFilePermissions.fromString("rwxrwxrwx"));
        assertEquals(first, said(folder.read()));
    }

    @Test
    void manyAtOnceReadTheSame() throws Exception {
        var pool = Executors.newFixedThreadPool(4);
        try {
            var tasks = new ArrayList<Callable<String>>();
            for (int i = 0; i < 8; i++) {
                tasks.add(() -> said(folder.read()));
            }
            var all = new ArrayList<String>();
            for (var each : pool.invokeAll(tasks)) {
                all.add(each.get());
            }
            assertEquals(Set.of(said(folder.read())), Set.copyOf(all));
            assertEquals(1, kept().size());
        } finally {
            pool.shutdownNow();
        }
    }

    @Test
    void aModelThatIsWrongIsNotKept() throws IOException {
        folder.file("models/Item.java", "@Entity class Item { }");
        assertEquals(folder.error(), folder.error());
        assertEquals("models/Item.java:1: The entity Item has no @Id.", folder.error());
        assertEquals(List.of(), kept());
    }

    @Test
    void whatIsKeptOfOneProjectServesAnotherWithTheSameFiles(@TempDir Path other) {
        assertEquals(said(folder.read()), said(item(new ModelFolder(other)).read()));
        assertEquals(Set.of("models/Item.java:2"), Set.copyOf(folder.read().pieces().stream().map(Piece::where)
                .toList()));
    }
}
