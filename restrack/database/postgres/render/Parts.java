package restrack.database.postgres.render;

import java.util.ArrayList;
import java.util.List;
import restrack.database.postgres.read.Quoted;
import restrack.schema.Definition;
import restrack.schema.Definition.Kind;

/** The statements that a definition's text consists of, and the one that ends it. */
final class Parts {
    private Parts() {
    }

    /** {@return the statement that makes it, without those behind it} */
    static String make(Definition definition) {
        var text = definition.sql().text();
        int behind = definition.detail().beside().keySet().stream().mapToInt(it -> it.length() + 2).sum();
        return text.substring(0, text.length() - behind);
    }

    /** {@return its name as it stands in a statement; that of a function has its arguments and quotes already} */
    static String name(Definition definition) {
        return isRoutine(definition) ? definition.name().text() : Quoted.name(definition.name());
    }

    static boolean isRoutine(Definition definition) {
        return definition.kind() == Kind.FUNCTION || definition.kind() == Kind.PROCEDURE;
    }

    /** {@return whether columns may be of it} */
    static boolean isType(Definition definition) {
        return definition.kind() == Kind.ENUM || definition.kind() == Kind.DOMAIN
                || definition.kind() == Kind.COMPOSITE_TYPE;
    }

    /** {@return what the statements call its kind: {@code TYPE}} */
    static String word(Definition definition) {
        return switch (definition.kind()) {
            case ENUM, COMPOSITE_TYPE -> "TYPE";
            default -> definition.kind().name().replace('_', ' ');
        };
    }

    /** {@return the statement that ends it} */
    static String drop(Definition definition) {
        return "DROP " + word(definition) + " " + name(definition)
                + definition.owner().map(it -> " ON " + Quoted.name(it)).orElse("");
    }

    /** {@return the statements that take back what is behind the one and not behind the other} */
    static List<String> besideTakenBack(Definition from, Definition to) {
        var undo = new ArrayList<String>();
        from.detail().beside().forEach((text, back) -> {
            boolean saidAnew = !back.startsWith("DROP") && to.detail().beside().containsValue(back);
            if (!to.detail().beside().containsKey(text) && !saidAnew) {
                undo.add(0, back);
            }
        });
        return undo;
    }

    /** {@return what has to be said anew} What is said of indexes and constraints may have gone with them. */
    static List<String> besideAnew(Definition from, Definition to) {
        return to.detail().beside().keySet().stream().filter(it -> !from.detail().beside().containsKey(it)
                || it.startsWith("COMMENT ON INDEX") || it.startsWith("COMMENT ON CONSTRAINT")).toList();
    }
}
