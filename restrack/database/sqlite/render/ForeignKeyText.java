package restrack.database.sqlite.render;

import java.util.List;
import restrack.database.sqlite.grammar.Constraint.ForeignKey;
import restrack.database.sqlite.grammar.CreateTable;
import restrack.database.sqlite.grammar.Name;
import restrack.schema.Constraint;

/**
 * What a foreign key says, taken apart.
 *
 * @param columns       its columns
 * @param parent        the table that it refers to
 * @param parentColumns the columns there; empty where the primary key is meant
 * @param onDelete      what happens when a row goes there, in upper case; empty if nothing is said
 */
record ForeignKeyText(List<String> columns, String parent, List<String> parentColumns, String onDelete) {
    static ForeignKeyText of(Constraint constraint) {
        var key = (ForeignKey) CreateTable.parse("CREATE TABLE t (c, " + constraint.definition().text() + "\n)")
                .constraints().get(0);
        return new ForeignKeyText(key.columns().stream().map(Name::value).toList(), key.parent().value(),
                key.parentColumns().stream().map(Name::value).toList(), key.onDelete().orElse(""));
    }
}
