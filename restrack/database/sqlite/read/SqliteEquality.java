package restrack.database.sqlite.read;

import java.sql.Connection;
import java.sql.SQLException;
import restrack.database.sqlite.grammar.CreateIndex;
import restrack.database.sqlite.grammar.CreateTable;
import restrack.schema.Column;
import restrack.schema.Constraint;
import restrack.schema.Equality;
import restrack.schema.Index;
import restrack.schema.Sql;
import restrack.schema.Table;

/**
 * Lets SQLite say whether two things behave the same, on the wanted tables. What it cannot make sense of there is not
 * the same as anything.
 */
public final class SqliteEquality implements Equality {
    private final Connection connection;
    private final Programs programs;

    /**
     * @param connection a database that has the wanted tables; what is tried there is taken back, so a transaction may
     *                   be open
     */
    public SqliteEquality(Connection connection) {
        this.connection = connection;
        this.programs = new Programs(connection);
    }

    @Override
    public boolean sameDefault(Table wanted, Column a, Column b) {
        try {
            return DefaultTrial.of(connection, wanted, b, a.defaultValue())
                    .isLike(DefaultTrial.of(connection, wanted, b, b.defaultValue()));
        } catch (SQLException e) {
            return false;
        }
    }

    @Override
    public boolean sameGenerated(Table wanted, Column a, Column b) {
        var one = generated(a);
        var other = generated(b);
        return kind(one).equals(kind(other)) && programs.same(wanted, expression(one), expression(other));
    }

    @Override
    public boolean same(Table wanted, Constraint a, Constraint b) {
        return a.kind() == Constraint.Kind.CHECK && b.kind() == Constraint.Kind.CHECK
                && programs.same(wanted, expression(a.definition().text()), expression(b.definition().text()));
    }

    @Override
    public boolean same(Table wanted, Index a, Index b) {
        var table = ParsedTable.of(CreateTable.parse(wanted.text()));
        var one = IndexReading.of(table, CreateIndex.parse(a.text()));
        var other = IndexReading.of(table, CreateIndex.parse(b.text()));
        boolean alike = one.unique() == other.unique() && one.parts().size() == other.parts().size()
                && programs.same(wanted, one.where().map(Sql::text), other.where().map(Sql::text));
        for (int i = 0; alike && i < one.parts().size(); i++) {
            alike = same(wanted, one.parts().get(i), other.parts().get(i));
        }
        return alike;
    }

    private boolean same(Table wanted, KeyPart a, KeyPart b) {
        boolean alike = a.descending() == b.descending() && a.collationKey().equals(b.collationKey());
        return alike && (a.expression().equals(b.expression()) || a.column().isEmpty() && b.column().isEmpty()
                && programs.same(wanted, a.expression().text(), b.expression().text()));
    }

    /** What stands in the outermost parentheses. */
    private static String expression(String text) {
        return text.substring(text.indexOf('(') + 1, text.lastIndexOf(')'));
    }

    /** What stands behind them: STORED or VIRTUAL. */
    private static String kind(String text) {
        return text.substring(text.lastIndexOf(')') + 1);
    }

    private static String generated(Column column) {
        return column.generated().orElseThrow().text();
    }
}
