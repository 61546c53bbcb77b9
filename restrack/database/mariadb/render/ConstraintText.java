package restrack.database.mariadb.render;

import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import restrack.database.mariadb.read.MariaNames;
import restrack.schema.Constraint;
import restrack.schema.Constraint.Kind;
import restrack.schema.Index;
import restrack.schema.Name;

/** Constraints and indexes as they stand in a CREATE TABLE, and behind ADD and DROP in an ALTER TABLE. */
final class ConstraintText {
    private ConstraintText() {
    }

    /** {@return whether a condition stands on a column itself} Then it goes by the column's name. */
    static boolean isOnColumn(Constraint constraint) {
        return constraint.kind() == Kind.CHECK && constraint.implied()
                && constraint.columns().equals(List.of(constraint.name()));
    }

    /** {@return what makes a constraint; a name that the server gave is left to it} */
    static String of(Constraint constraint) {
        var definition = constraint.definition().text();
        return switch (constraint.kind()) {
            case UNIQUE -> "UNIQUE KEY " + MariaNames.quoted(constraint.name())
                    + definition.replaceFirst("^UNIQUE", "");
            case CHECK, FOREIGN_KEY -> constraint.implied() ? definition
                    : "CONSTRAINT " + MariaNames.quoted(constraint.name()) + " " + definition;
            default -> definition;
        };
    }

    static String of(Index index) {
        var definition = index.definition().text();
        int open = definition.indexOf('(');
        return definition.substring(0, open) + "KEY " + MariaNames.quoted(index.name()) + " "
                + definition.substring(open);
    }

    /** {@return what stands behind DROP} */
    static String dropped(Constraint constraint) {
        return switch (constraint.kind()) {
            case PRIMARY_KEY -> "PRIMARY KEY";
            case UNIQUE -> "KEY " + MariaNames.quoted(constraint.name());
            case FOREIGN_KEY -> "FOREIGN KEY " + MariaNames.quoted(constraint.name());
            default -> "CONSTRAINT " + MariaNames.quoted(constraint.name());
        };
    }

    /** {@return the columns that a foreign key refers to, quoted} */
    static List<String> parentColumns(Constraint key) {
        var text = key.definition().text();
        var parent = text.substring(text.indexOf(" REFERENCES "));
        return Pattern.compile("`(?:[^`]|``)+`").matcher(parent.substring(parent.indexOf(" (")))
                .results().map(MatchResult::group).toList();
    }

    static String list(List<Name> columns) {
        return columns.stream().map(MariaNames::quoted).collect(Collectors.joining(", ", "(", ")"));
    }
}
