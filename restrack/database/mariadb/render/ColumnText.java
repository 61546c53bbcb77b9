package restrack.database.mariadb.render;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import restrack.database.mariadb.read.MariaNames;
import restrack.schema.Column;
import restrack.schema.Constraint;
import restrack.schema.Sql;

/**
 * A column as it stands in a CREATE TABLE or behind MODIFY COLUMN, which has to say all of it: what is left out is gone
 * (MariaDB documentation, "ALTER TABLE").
 */
final class ColumnText {
    private static final List<String> BEHIND_TYPE = List.of(" WITHOUT SYSTEM VERSIONING", " INVISIBLE");

    private ColumnText() {
    }

    /** @param check the condition on the column itself */
    static String of(Column column, Optional<Constraint> check) {
        var type = column.type().text();
        var said = new StringBuilder();
        for (var words : BEHIND_TYPE) {
            if (type.endsWith(words)) {
                type = type.substring(0, type.length() - words.length());
                said.insert(0, words);
            }
        }
        var parts = Stream.of(Optional.of(MariaNames.quoted(column.name())), Optional.of(type),
                column.collation().map(it -> "CHARACTER SET " + characterSet(it.text()) + " COLLATE " + it.text()),
                column.generated().map(Sql::text), Optional.of(said.toString().strip()), nullability(column, type),
                column.defaultValue().map(it -> "DEFAULT " + it.text()), column.onUpdate().map(Sql::text),
                column.identity().map(Sql::text), column.comment().map(it -> "COMMENT " + it.text()),
                check.map(it -> it.definition().text()));
        return parts.flatMap(Optional::stream).filter(it -> !it.isEmpty()).collect(Collectors.joining(" "));
    }

    /** A timestamp of which nothing is said may be NOT NULL. */
    private static Optional<String> nullability(Column column, String type) {
        return column.generated().isPresent() || column.notNull().isPresent() ? column.notNull().map(Sql::text)
                : type.toLowerCase(Locale.ROOT).startsWith("timestamp") ? Optional.of("NULL") : Optional.empty();
    }

    /** {@return the character set of a collation} Its name begins with it. */
    static String characterSet(String collation) {
        int end = collation.indexOf('_');
        return end < 0 ? collation : collation.substring(0, end);
    }

    /** {@return the same column, without forbidding NULL} */
    static Column nullable(Column it) {
        return new Column(it.name(), it.type(), Optional.empty(), it.defaultValue(), it.collation(), it.generated(),
                it.identity(), it.onUpdate(), it.comment());
    }
}
