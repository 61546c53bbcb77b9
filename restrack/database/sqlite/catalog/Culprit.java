package restrack.database.sqlite.catalog;

import java.sql.SQLException;
import java.util.Comparator;
import java.util.Optional;

/**
 * A view or trigger that SQLite names when it cannot make sense of it.
 *
 * @param object  the view or trigger
 * @param message what SQLite says of it
 */
public record Culprit(SchemaObject object, String message) {
    /** {@return whom an error names; nothing if it is about something else} */
    public static Optional<Culprit> of(SQLException error, Catalog catalog) {
        var message = String.valueOf(error.getMessage());
        int start = message.indexOf("error in ");
        if (start < 0) {
            return Optional.empty();
        }
        // The name is not quoted there, whatever is in it: the longest that fits is meant.
        return catalog.objects().stream().filter(it -> it.isView() || it.isTrigger())
                .filter(it -> message.startsWith(it.type() + " " + it.name(), start + 9))
                .max(Comparator.comparingInt(it -> it.name().length()))
                .map(it -> new Culprit(it, detail(message, start + 9 + it.type().length() + 1 + it.name().length())));
    }

    private static String detail(String message, int from) {
        int colon = message.indexOf(": ", from);
        var detail = colon < 0 ? message.substring(from) : message.substring(colon + 2);
        boolean closed = detail.endsWith(")") && message.contains(" (error in ");
        return closed ? detail.substring(0, detail.length() - 1) : detail;
    }
}
