package tests.alter;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import restrack.database.sqlite.grammar.SqliteSyntax;
import restrack.sql.Token;
import restrack.sql.Tokens;

/** The torture set is what it says it is. */
class TortureSetTest {
    /** Each clause of CREATE TABLE, INDEX, VIEW and TRIGGER in the documentation, as words that stand side by side. */
    private static final List<String> CLAUSES = List.of(
            "create table", "if not exists", "create table made as select", "without rowid", "strict",
            ") without rowid , strict", "primary key autoincrement", "primary key desc",
            "primary key on conflict replace", "constraint pk primary", "not null on conflict fail",
            "unique on conflict ignore", "on conflict rollback", "on conflict abort", "check (", "default (",
            "default -", "default +", "default current_timestamp", "default current_date", "default current_time",
            "default true", "default x'0aFF'", "default null", "collate nocase", "references",
            "generated always as (", "as (", "stored", "virtual", "on delete cascade", "on delete set null",
            "on delete set default", "on delete restrict", "on delete no action", "on update cascade", "match full",
            "deferrable initially deferred", "not deferrable initially immediate", "foreign key (", "primary key (",
            "unique (", "constraint", "create index", "create unique index", "desc", "asc", "where", "create view",
            "as values (", "with recursive", "create trigger", "before insert", "after update of", "before delete",
            "instead of insert", "instead of update of", "for each row when", "raise ( ignore )", "raise (rollback ,",
            "raise (abort ,", "raise (fail ,", "create virtual table", "null on conflict");

    @TempDir
    private Path folder;

    @Test
    void hasSchemasEnoughAndEachSaysWhatIsUnusual() {
        assertTrue(Torture.names().size() >= 60);
        for (var name : Torture.names()) {
            assertTrue(Torture.text(name).matches("(?s)-- [^\\r\\n]{10,}\\r?\\n.*"), name);
        }
    }

    @Test
    void everyTableHasRowsButForThoseThatAreAboutHavingNone() throws SQLException {
        var empty = new ArrayList<String>();
        for (var name : Torture.names()) {
            for (var table : tables(inventory(name))) {
                if (table.rows().isEmpty()) {
                    empty.add(name + " " + table.name());
                }
            }
        }
        assertEquals(List.of("27_autoincrement emptied", "35_empty none", "35_empty none2"), empty);
    }

    @Test
    void useEveryClauseOfTheGrammar() {
        var all = Torture.names().stream().map(it -> words(Torture.text(it))).collect(Collectors.joining("\n"));
        assertEquals(List.of(), CLAUSES.stream().filter(it -> !all.contains(words(it))).toList());
    }

    private record Table(String name, List<String> rows) {
    }

    private static List<Table> tables(Inventory inventory) {
        return inventory.names("table").stream()
                .filter(it -> inventory.lines(Fact.Kind.TABLE, it).get(0).startsWith("table"))
                .filter(it -> !it.startsWith("sqlite_"))
                .map(it -> new Table(it, inventory.lines(Fact.Kind.ROWS, it))).toList();
    }

    private Inventory inventory(String name) throws SQLException {
        var file = folder.resolve(name + ".db");
        Torture.build(name, file);
        return Inventory.of(file);
    }

    private static String words(String sql) {
        return Tokens.of(sql, SqliteSyntax.SQLITE).stream().filter(it -> !it.isSpaceOrComment()).map(Token::text)
                .map(it -> it.startsWith("x'") ? it : it.toLowerCase(Locale.ROOT))
                .collect(Collectors.joining(" ", " ", " "));
    }
}
