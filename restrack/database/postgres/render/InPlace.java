package restrack.database.postgres.render;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import restrack.schema.Definition;
import restrack.schema.Definition.Kind;

/** Changes of definitions for which PostgreSQL has a statement, so that nothing that needs them has to go. */
final class InPlace {
    private InPlace() {
    }

    /** {@return whether there are such statements} Of an enum it has to be known besides what uses its new values. */
    static boolean canBecome(Definition from, Definition to) {
        if (Parts.make(from).equals(Parts.make(to))) {
            return true;
        }
        var before = from.detail().parts();
        var after = to.detail().parts();
        return switch (to.kind()) {
            case EXTENSION, SEQUENCE -> true;
            case ENUM -> EnumValues.isOnlyMore(before, after);
            case DOMAIN -> before.get(0).equals(after.get(0));
            case COMPOSITE_TYPE -> Attributes.canBecome(before, after);
            // PostgreSQL documentation, "CREATE VIEW": the same columns in the same order, and more behind them.
            case VIEW -> after.size() >= before.size() && after.subList(0, before.size()).equals(before);
            // "CREATE FUNCTION": neither the result nor names of arguments may change, nor defaults go.
            case FUNCTION, PROCEDURE -> before.subList(0, 2).equals(after.subList(0, 2))
                    && Integer.parseInt(after.get(2)) >= Integer.parseInt(before.get(2));
            default -> false;
        };
    }

    /** {@return the statements} Only if {@link #canBecome}. */
    static List<String> statements(Definition from, Definition to) {
        var statements = new ArrayList<>(Parts.besideTakenBack(from, to));
        if (to.kind() == Kind.DOMAIN) {
            statements.removeIf(it -> it.startsWith("ALTER DOMAIN"));
        }
        if (!Parts.make(from).equals(Parts.make(to)) || to.kind() == Kind.DOMAIN) {
            statements.addAll(change(from, to));
        }
        statements.addAll(Parts.besideAnew(from, to));
        if (to.kind() == Kind.DOMAIN) {
            statements.removeIf(to.detail().beside().keySet().stream().filter(it -> it.startsWith("ALTER DOMAIN"))
                    .collect(Collectors.toSet())::contains);
        }
        return statements;
    }

    /** One that is in the search path says no schema: then it comes into the first one, whatever that is called. */
    private static String extension(Definition to) {
        var move = "ALTER EXTENSION " + Parts.name(to) + " SET SCHEMA ";
        var words = Parts.make(to).split(" WITH SCHEMA ", 2);
        return words.length == 2 ? move + words[1]
                : "DO $$ BEGIN EXECUTE '" + move + "' || quote_ident(current_schema()); END $$";
    }

    private static List<String> change(Definition from, Definition to) {
        return switch (to.kind()) {
            case ENUM -> EnumValues.added(to, from.detail().parts());
            case DOMAIN -> domain(from, to);
            case COMPOSITE_TYPE -> Attributes.changed(to, from.detail().parts());
            case SEQUENCE -> sequence(from, to);
            case EXTENSION -> List.of(extension(to));
            case VIEW -> List.of(Parts.make(to).replaceFirst("^CREATE VIEW", "CREATE OR REPLACE VIEW"));
            default -> List.of(Parts.make(to));
        };
    }

    private static List<String> domain(Definition from, Definition to) {
        var alter = "ALTER DOMAIN " + Parts.name(to) + " ";
        var before = from.detail().parts();
        var after = to.detail().parts();
        var statements = new ArrayList<String>();
        before.stream().skip(3).filter(it -> !after.contains(it))
                .forEach(it -> statements.add(alter + "DROP CONSTRAINT " + constraint(it)));
        if (!before.get(1).equals(after.get(1))) {
            statements.add(alter + (after.get(1).isEmpty() ? "DROP DEFAULT" : "SET " + after.get(1)));
        }
        if (!before.get(2).equals(after.get(2))) {
            statements.add(alter + (after.get(2).isEmpty() ? "DROP NOT NULL" : "SET NOT NULL"));
        }
        after.stream().skip(3).filter(it -> !before.contains(it)).forEach(it -> statements.add(alter + "ADD " + it));
        return statements;
    }

    /** {@return the name, as it is written, in {@code CONSTRAINT name CHECK …}} */
    private static String constraint(String text) {
        return Attributes.name(text.substring("CONSTRAINT ".length()));
    }

    private static List<String> sequence(Definition from, Definition to) {
        var alter = "ALTER SEQUENCE " + Parts.name(to) + " ";
        var statements = new ArrayList<String>();
        var options = to.detail().parts().stream().filter(it -> !from.detail().parts().contains(it)).toList();
        if (!options.isEmpty()) {
            statements.add(alter + String.join(" ", options));
        }
        boolean unlogged = Parts.make(to).startsWith("CREATE UNLOGGED");
        if (unlogged != Parts.make(from).startsWith("CREATE UNLOGGED")) {
            statements.add(alter + (unlogged ? "SET UNLOGGED" : "SET LOGGED"));
        }
        return statements;
    }
}
