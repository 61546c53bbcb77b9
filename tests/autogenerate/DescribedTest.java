package tests.autogenerate;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import restrack.schema.Aspect;
import restrack.schema.Change;
import restrack.schema.Column;
import restrack.schema.Described;
import restrack.schema.Name;
import restrack.schema.Sql;
import restrack.schema.Table;

/** How a change reads, on whichever database. */
class DescribedTest {
    @Test
    void whatAColumnHasNoneOfIsSaidInNoDatabasesWords() {
        var table = new Table(new Name("ward", "ward"), List.of(), List.of(), List.of(), Set.of(), "");
        var plain = column(Optional.empty());
        var sorted = column(Optional.of(new Sql("german", "german")));
        assertEquals("~ collation ward.code: no collation of its own -> german",
                Described.of(new Change.AlterColumn(table, plain, sorted, Aspect.COLLATION)).line());
        assertEquals("~ collation ward.code: german -> no collation of its own",
                Described.of(new Change.AlterColumn(table, sorted, plain, Aspect.COLLATION)).line());
    }

    private static Column column(Optional<Sql> collation) {
        return new Column(new Name("code", "code"), new Sql("TEXT", "TEXT"), Optional.empty(), Optional.empty(),
                collation, Optional.empty());
    }
}
