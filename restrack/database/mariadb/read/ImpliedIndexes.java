package restrack.database.mariadb.read;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import restrack.schema.Constraint;
import restrack.schema.Index;
import restrack.schema.Name;
import restrack.sql.TokenKind;

/**
 * The indexes that the server makes for foreign keys when nobody else has made one. It names them for the key, or for
 * its first column, and takes them away when a better one comes (MariaDB documentation, "Foreign Keys"). They belong to
 * the key.
 */
public final class ImpliedIndexes {
    private ImpliedIndexes() {
    }

    static Set<Name> of(KeyReading table) {
        var keys = table.constraints().stream().filter(it -> it.kind() == Constraint.Kind.FOREIGN_KEY).toList();
        var implied = new HashSet<Name>();
        for (var index : table.allIndexes()) {
            if (keys.stream().anyMatch(it -> isFor(it, index))) {
                implied.add(index.name());
            }
        }
        return implied;
    }

    /**
     * {@return the index that the server made for a foreign key; nothing if it made none}
     *
     * @param table the statement that makes the table, as the server prints it
     */
    public static Optional<Name> of(String table, Constraint key) {
        return new KeyReading("", TableText.of(table)).allIndexes().stream().filter(it -> isFor(key, it))
                .map(Index::name).findFirst();
    }

    private static boolean isFor(Constraint key, Index index) {
        return index.plain() && columns(index).equals(key.columns()) && (key.implied()
                ? KeyReading.isNamedFor(index.name().text(), key.columns()) : index.name().equals(key.name()));
    }

    private static List<Name> columns(Index index) {
        return Printed.tokens(index.definition().text()).stream().filter(it -> it.kind() == TokenKind.QUOTED_NAME)
                .map(it -> MariaNames.of(it.name())).toList();
    }
}
