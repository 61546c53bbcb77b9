package tests.grammar;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import restrack.database.sqlite.grammar.Constraint;
import restrack.database.sqlite.grammar.CreateTable;
import restrack.database.sqlite.grammar.IndexedColumn;
import restrack.database.sqlite.grammar.Name;

/** Each clause with all that can be said in it. */
class ConstraintTest {
    @Test
    void primaryKeyOfAColumn() {
        var key = ofColumn(Constraint.PrimaryKey.class,
                "CONSTRAINT \"the key\" PRIMARY KEY desc ON CONFLICT replace AUTOINCREMENT");
        assertEquals("the key", key.name().orElseThrow().value());
        assertEquals(List.of(), key.columns());
        assertTrue(key.descending() && key.order().isPresent());
        assertTrue(key.autoincrement() && key.autoincrementSpan().isPresent());
        assertEquals(Optional.of("REPLACE"), key.conflict());
        var plain = ofColumn(Constraint.PrimaryKey.class, "PRIMARY KEY ASC");
        assertTrue(plain.order().isPresent());
        assertFalse(plain.descending() || plain.autoincrement());
        assertEquals(Optional.empty(), plain.name());
    }

    @Test
    void primaryKeyOfATable() {
        var text = "CREATE TABLE t(a, b, PRIMARY KEY (a COLLATE nocase DESC, \"b\" AUTOINCREMENT) ON CONFLICT abort)";
        var key = (Constraint.PrimaryKey) CreateTable.parse(text).constraints().get(0);
        assertEquals(List.of("a COLLATE nocase DESC", "\"b\""),
                key.columns().stream().map(IndexedColumn::span).map(it -> it.in(text)).toList());
        assertEquals("nocase", key.columns().get(0).collation().orElseThrow().value());
        assertTrue(key.columns().get(0).descending());
        assertEquals("AUTOINCREMENT", key.autoincrementSpan().orElseThrow().in(text));
        assertEquals(Optional.of("ABORT"), key.conflict());
        assertEquals(Optional.empty(), key.order());
    }

    @Test
    void uniqueAndNullAndNotNull() {
        assertEquals(Optional.of("IGNORE"), ofColumn(Constraint.Unique.class, "unique on conflict ignore").conflict());
        assertEquals(Optional.of("FAIL"), ofColumn(Constraint.NotNull.class, "NOT NULL ON CONFLICT FAIL").conflict());
        assertEquals(Optional.empty(), ofColumn(Constraint.NotNull.class, "not /* x */ null").conflict());
        ofColumn(Constraint.Nullable.class, "NULL ON CONFLICT ROLLBACK");
        var unique = ofTable(Constraint.Unique.class, "CONSTRAINT u UNIQUE (a, [b]) ON CONFLICT REPLACE");
        assertEquals(List.of("a", "b"),
                unique.columns().stream().map(it -> it.column().orElseThrow().value()).toList());
        assertEquals(Optional.of("REPLACE"), unique.conflict());
    }

    @Test
    void checksHaveTheirExpressionWithoutParentheses() {
        var text = "CREATE TABLE t(a CHECK ( (a) > 0 AND ')' <> 'x' /* in */ ) /* out */)";
        var check = (Constraint.Check) CreateTable.parse(text).allConstraints().get(0);
        assertEquals("(a) > 0 AND ')' <> 'x'", check.expression().in(text));
        assertEquals("CHECK ( (a) > 0 AND ')' <> 'x' /* in */ )", check.span().in(text));
        assertEquals(Optional.of("FAIL"), ofTable(Constraint.Check.class, "CHECK (1) ON CONFLICT FAIL").conflict());
    }

    @Test
    void defaultsAreLiteralsOrWordsOrExpressions() {
        for (var value : List.of("1", "-1", "+ 1.5e3", "- /* x */ 0x1F", "'it''s'", "x'00'", "NULL",
                "CURRENT_TIMESTAMP", "true", "word", "\"quoted\"", "[b c]", "`t`", "cascade", "(1)",
                "( now() /* x */ )", "-'a'", "- NULL")) {
            var text = "CREATE TABLE t(a DEFAULT " + value + " NOT NULL)";
            var constraints = CreateTable.parse(text).allConstraints();
            var found = (Constraint.Default) constraints.get(0);
            assertEquals(value, found.value().in(text));
            assertEquals(value.startsWith("("), found.expression());
            assertEquals(2, constraints.size());
        }
    }

    @Test
    void collationsAreNames() {
        assertEquals("NoCase", ofColumn(Constraint.Collate.class, "COLLATE \"NoCase\"").collation().value());
        assertEquals("x", ofColumn(Constraint.Collate.class, "CONSTRAINT n COLLATE 'x'").collation().value());
    }

    @Test
    void foreignKeys() {
        var key = ofColumn(Constraint.ForeignKey.class, "CONSTRAINT fk REFERENCES \"p q\" (x) ON DELETE set null"
                + " MATCH FULL ON UPDATE no action ON DELETE cascade DEFERRABLE INITIALLY DEFERRED");
        assertEquals(List.of(), key.columns());
        assertEquals("p q", key.parent().value());
        assertEquals(List.of("x"), key.parentColumns().stream().map(Name::value).toList());
        assertEquals(Optional.of("CASCADE"), key.onDelete());
        assertEquals(Optional.of("NO ACTION"), key.onUpdate());
        assertEquals(Optional.of("FULL"), key.match());
        assertTrue(key.deferrable() && key.initiallyDeferred());
        var ofTable = ofTable(Constraint.ForeignKey.class,
                "FOREIGN KEY (a, b) REFERENCES p NOT DEFERRABLE INITIALLY DEFERRED");
        assertEquals(List.of("a", "b"), ofTable.columns().stream().map(Name::value).toList());
        assertEquals(List.of(), ofTable.parentColumns());
        assertFalse(ofTable.deferrable() || ofTable.initiallyDeferred());
        assertEquals(Optional.empty(), ofTable.onDelete());
    }

    /** Very old files have them; today SQLite reads them from the file and from nowhere else. */
    @Test
    void foreignKeysOfOldFilesHaveCollationsAndOrders() {
        var key = ofTable(Constraint.ForeignKey.class,
                "FOREIGN KEY (a COLLATE nocase, b DESC) REFERENCES p (x ASC, y)");
        assertEquals(List.of("a", "b"), key.columns().stream().map(Name::value).toList());
        assertEquals(List.of("x", "y"), key.parentColumns().stream().map(Name::value).toList());
    }

    @Test
    void aDeferralApartFromItsKeyIsAPieceOfItsOwn() {
        var text = "CREATE TABLE t(a REFERENCES p NOT NULL CONSTRAINT d NOT DEFERRABLE INITIALLY IMMEDIATE)";
        var constraints = CreateTable.parse(text).allConstraints();
        assertEquals("REFERENCES p", constraints.get(0).span().in(text));
        var deferral = (Constraint.Deferral) constraints.get(2);
        assertEquals("CONSTRAINT d NOT DEFERRABLE INITIALLY IMMEDIATE", deferral.span().in(text));
        assertFalse(deferral.deferrable() || deferral.initiallyDeferred());
    }

    @Test
    void generatedColumns() {
        for (var clause : List.of("AS (a || ')')", "GENERATED ALWAYS AS (a || ')') STORED", "as(a || ')')stored",
                "CONSTRAINT n AS ( a || ')' ) VIRTUAL", "AS (a || ')') \"virtual\"")) {
            var text = "CREATE TABLE t(a, b TEXT " + clause + " NOT NULL)";
            var generated = (Constraint.Generated) CreateTable.parse(text).columns().get(1).constraints().get(0);
            assertEquals("a || ')'", generated.expression().in(text));
            assertEquals(clause, generated.span().in(text));
            assertEquals(clause.toUpperCase().contains("STORED"), generated.stored());
        }
    }

    @Test
    void aNameBelongsToTheOneConstraintBehindIt() {
        var text = "CREATE TABLE t(a CONSTRAINT x CONSTRAINT y CHECK (1) UNIQUE CONSTRAINT z, CONSTRAINT w)";
        var table = CreateTable.parse(text);
        assertEquals(List.of("CONSTRAINT x", "CONSTRAINT y CHECK (1)", "UNIQUE", "CONSTRAINT z", "CONSTRAINT w"),
                table.allConstraints().stream().map(it -> it.span().in(text)).toList());
        assertEquals(List.of("x", "z", "w"), table.allConstraints().stream()
                .filter(Constraint.Dangling.class::isInstance).map(it -> it.name().orElseThrow().value()).toList());
        assertEquals(Optional.empty(), table.allConstraints().get(2).name());
    }

    private static <T extends Constraint> T ofColumn(Class<T> kind, String clause) {
        var text = "CREATE TABLE t(a INT " + clause + " /* end */, b)";
        var constraints = CreateTable.parse(text).allConstraints();
        assertEquals(1, constraints.size(), text);
        assertEquals(clause, constraints.get(0).span().in(text));
        return kind.cast(constraints.get(0));
    }

    private static <T extends Constraint> T ofTable(Class<T> kind, String clause) {
        var text = "CREATE TABLE t(a, b, CHECK (1), " + clause + " /* end */)";
        var constraints = CreateTable.parse(text).constraints();
        assertEquals(2, constraints.size(), text);
        assertEquals(clause, constraints.get(1).span().in(text));
        return kind.cast(constraints.get(1));
    }
}
