package restrack.database.mariadb.trace;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import restrack.database.mariadb.trace.Subjects.Span;
import restrack.database.mariadb.trace.Subjects.Verb;
import restrack.database.mariadb.trace.Thing.Kind;
import restrack.sql.Statement;
import restrack.sql.Token;

/** Reads from a statement what it is about (MariaDB documentation, "Data Definition"). */
final class SubjectsReader {
    private static final Set<String> KINDS = Set.of("TABLE", "TABLES", "VIEW", "SEQUENCE", "INDEX", "TRIGGER",
            "PROCEDURE", "FUNCTION", "PACKAGE", "EVENT", "DATABASE", "SCHEMA", "USER", "ROLE", "SERVER", "TABLESPACE");

    private final List<Token> tokens;
    private final String database;
    private final List<Thing> targets = new ArrayList<>();
    private final List<Thing> needed = new ArrayList<>();
    private final List<Span> own = new ArrayList<>();
    private String obstacle = "";
    private boolean restless;
    private int at;

    private SubjectsReader(Statement statement, String database) {
        this.tokens = statement.significant();
        this.database = database;
    }

    /** {@return what a statement is about, that is run in a database} */
    static Subjects read(Statement statement, String database) {
        return new SubjectsReader(statement, database).read();
    }

    private Subjects read() {
        var verb = verb();
        boolean replaces = verb == Verb.CREATE && accept("OR", "REPLACE");
        var kind = kind();
        if (verb == Verb.OTHER || kind.isEmpty()) {
            return Subjects.UNKNOWN;
        }
        switch (kind) {
            case "TABLE" -> table(verb, replaces);
            case "VIEW" -> names(Kind.TABLE, verb == Verb.DROP);
            case "SEQUENCE" -> {
                names(Kind.SEQUENCE, verb == Verb.DROP);
                restless = replaces || has("RESTART");
            }
            case "INDEX" -> {
                skipTo("ON");
                names(Kind.TABLE, false);
            }
            case "TRIGGER" -> trigger(verb);
            case "PROCEDURE" -> names(Kind.PROCEDURE, false);
            case "FUNCTION" -> names(Kind.FUNCTION, false);
            case "PACKAGE" -> names(accept("BODY") ? Kind.PACKAGE_BODY : Kind.PACKAGE, false);
            case "EVENT" -> {
                names(Kind.EVENT, false);
                obstacle = "an event cannot be made a second time without its running";
            }
            case "DATABASE" -> database();
            default -> {
                return Subjects.UNKNOWN;
            }
        }
        return targets.isEmpty() ? Subjects.UNKNOWN : new Subjects(verb, kind, List.copyOf(targets),
                List.copyOf(needed), List.copyOf(own), obstacle, restless);
    }

    private Verb verb() {
        if (tokens.isEmpty()) {
            return Verb.OTHER;
        }
        var first = tokens.get(at++);
        for (var verb : List.of(Verb.CREATE, Verb.ALTER, Verb.DROP, Verb.RENAME)) {
            if (first.is(verb.name())) {
                return verb;
            }
        }
        return Verb.OTHER;
    }

    /** Passes words like UNIQUE, TEMPORARY, {@code DEFINER = x} up to the kind, and IF EXISTS behind it. */
    private String kind() {
        while (at < tokens.size()) {
            var word = tokens.get(at++).text().toUpperCase(Locale.ROOT);
            if (KINDS.contains(word)) {
                ifExists();
                return word.equals("TABLES") ? "TABLE" : word.equals("SCHEMA") ? "DATABASE" : word;
            }
        }
        return "";
    }

    private void ifExists() {
        if (!accept("IF", "NOT", "EXISTS")) {
            accept("IF", "EXISTS");
        }
    }

    private void table(Verb verb, boolean replaces) {
        names(Kind.TABLE, verb == Verb.DROP);
        switch (verb) {
            case CREATE -> {
                restless = replaces;
                accept('(');
                if (accept("LIKE")) {
                    name(Kind.TABLE, needed, false);
                } else if (has("SELECT")) {
                    obstacle = "whether the rows that it selects are all there cannot be seen";
                }
            }
            case ALTER -> altered();
            case RENAME -> renamed();
            default -> {
            }
        }
    }

    private void altered() {
        for (int depth = 0; at < tokens.size();) {
            var token = tokens.get(at++);
            depth += token.isSymbol('(') ? 1 : token.isSymbol(')') ? -1 : 0;
            if (depth > 0) {
                continue;
            }
            if (token.is("RENAME") && !next("COLUMN") && !next("INDEX") && !next("KEY") && !next("CONSTRAINT")) {
                if (!accept("TO") && !accept("AS")) {
                    accept('=');
                }
                name(Kind.TABLE, targets, true);
            } else if (token.is("EXCHANGE")) {
                skipTo("TABLE");
                name(Kind.TABLE, targets, true);
                restless = true;
            } else if (token.is("TRUNCATE") || token.is("TABLESPACE")) {
                restless = true;
            }
        }
    }

    private void renamed() {
        var seen = new HashSet<>(targets);
        while (at < tokens.size()) {
            if (tokens.get(at).is("TO") || tokens.get(at).isSymbol(',')) {
                at++;
                int before = targets.size();
                name(Kind.TABLE, targets, true);
                if (targets.size() > before && !seen.add(targets.get(before))) {
                    // It goes in a circle: tables that are defined alike have changed places.
                    restless = true;
                    targets.remove(before);
                }
            } else {
                at++;
            }
        }
    }

    private void trigger(Verb verb) {
        names(Kind.TRIGGER, false);
        if (verb == Verb.CREATE && skipTo("ON")) {
            name(Kind.TABLE, needed, true);
            skipTo("ROW");
            if (accept("FOLLOWS") || accept("PRECEDES")) {
                name(Kind.TRIGGER, needed, true);
            }
        }
    }

    private void database() {
        at = Math.min(at, tokens.size());
        if (at < tokens.size() && tokens.get(at).isName()) {
            targets.add(new Thing(Kind.DATABASE, tokens.get(at).name(), ""));
        }
        obstacle = "it is about a whole database";
    }

    private void names(Kind kind, boolean several) {
        name(kind, targets, true);
        while (several && accept(',')) {
            name(kind, targets, true);
        }
    }

    /** Takes a name that comes next, perhaps with a database before it. */
    private void name(Kind kind, List<Thing> into, boolean named) {
        if (at >= tokens.size() || !tokens.get(at).isName()) {
            return;
        }
        int first = at;
        var name = tokens.get(at++).name();
        var schema = "";
        if (at + 1 < tokens.size() && tokens.get(at).isSymbol('.') && tokens.get(at + 1).isName()) {
            schema = name;
            name = tokens.get(at + 1).name();
            at += 2;
        }
        if (schema.equals(database)) {
            schema = "";
        }
        if (!schema.isEmpty()) {
            obstacle = schema + "." + name + " is in another database";
        }
        into.add(new Thing(kind, schema, name));
        if (named) {
            own.add(new Span(first, at));
        }
    }

    private boolean next(String word) {
        return at < tokens.size() && tokens.get(at).is(word);
    }

    private boolean has(String word) {
        return tokens.stream().skip(at).anyMatch(it -> it.is(word));
    }

    private boolean skipTo(String word) {
        while (at < tokens.size()) {
            if (tokens.get(at++).is(word)) {
                return true;
            }
        }
        return false;
    }

    private boolean accept(String... words) {
        for (int i = 0; i < words.length; i++) {
            if (at + i >= tokens.size() || !tokens.get(at + i).is(words[i])) {
                return false;
            }
        }
        at += words.length;
        return true;
    }

    private boolean accept(char symbol) {
        boolean found = at < tokens.size() && tokens.get(at).isSymbol(symbol);
        at += found ? 1 : 0;
        return found;
    }
}
