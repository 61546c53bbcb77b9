package restrack.database.sqlite;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import restrack.sql.Pragma;
import restrack.sql.Statement;

/** What scripts set for the session, and how a program that cannot connect anew sets it back. */
final class SqliteSession {
    /** Pragmas of the session that change what a statement does, with their defaults. */
    private static final Map<String, String> DEFAULTS = new LinkedHashMap<>();

    static {
        DEFAULTS.put("case_sensitive_like", "OFF");
        DEFAULTS.put("ignore_check_constraints", "OFF");
        DEFAULTS.put("legacy_alter_table", "OFF");
        DEFAULTS.put("query_only", "OFF");
        DEFAULTS.put("recursive_triggers", "OFF");
        DEFAULTS.put("reverse_unordered_selects", "OFF");
        DEFAULTS.put("trusted_schema", "ON");
        DEFAULTS.put("writable_schema", "OFF");
    }

    private SqliteSession() {
    }

    static String foreignKeys(boolean enforced) {
        return "PRAGMA foreign_keys = " + (enforced ? "ON;" : "OFF;");
    }

    /** {@return what undoes what these statements have set} */
    static List<String> renewal(List<Statement> said, boolean foreignKeys) {
        var statements = new ArrayList<String>();
        var pragmas = pragmas(said);
        DEFAULTS.forEach((name, value) -> {
            if (pragmas.contains(name)) {
                statements.add("PRAGMA " + name + " = " + value + ";");
            }
        });
        if (pragmas.contains("foreign_keys")) {
            statements.add(foreignKeys(foreignKeys));
        }
        attached(said).forEach(name -> statements.add("DETACH " + name + ";"));
        return statements;
    }

    private static Set<String> pragmas(List<Statement> said) {
        var names = new LinkedHashSet<String>();
        for (var statement : said) {
            Pragma.of(statement).ifPresent(it -> names.add(it.name().toLowerCase(Locale.ROOT)));
        }
        return names;
    }

    /** The names of attached databases as they were written: the last token of ATTACH and of DETACH. */
    private static Set<String> attached(List<Statement> said) {
        var names = new LinkedHashSet<String>();
        for (var statement : said) {
            var name = statement.significant().get(statement.significant().size() - 1).text();
            if (statement.starts("ATTACH")) {
                names.add(name);
            } else if (statement.starts("DETACH")) {
                names.remove(name);
            }
        }
        return names;
    }
}
