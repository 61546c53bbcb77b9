package tests.alter;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import restrack.sql.Token;
import restrack.sql.TokenKind;
import tests.alter.TableText.Clause;

/** The constraints of a table by their names, those without one by the name that PostgreSQL would have given. */
final class Constraints {
    private static final Set<String> WORDS = Set.of("PRIMARY", "NOT", "UNIQUE", "CHECK", "REFERENCES", "FOREIGN");

    private final TableFacts facts;
    private final Map<String, Clause> byName = new LinkedHashMap<>();
    private final Set<String> taken = new HashSet<>();

    private Constraints(TableFacts facts) {
        this.facts = facts;
    }

    static Map<String, Clause> of(TableFacts facts) {
        var names = new Constraints(facts);
        var all = new ArrayList<Clause>();
        facts.text().columns().forEach(it -> all.addAll(it.clauses()));
        all.addAll(facts.text().constraints());
        all.removeIf(it -> !WORDS.contains(it.word()));
        all.stream().filter(it -> it.name() != null)
                .forEach(it -> names.taken.add(it.name().name().toLowerCase(Locale.ROOT)));
        for (var clause : all) {
            names.byName.put(clause.name() != null ? clause.name().name() : names.free(names.made(clause)), clause);
        }
        return names.byName;
    }

    private String made(Clause clause) {
        var columns = columns(clause);
        return facts.table() + switch (clause.word()) {
            case "PRIMARY" -> "_pkey";
            case "NOT" -> "_" + clause.column() + "_not_null";
            case "UNIQUE" -> "_" + String.join("_", columns) + "_key";
            case "CHECK" -> (columns.size() == 1 ? "_" + columns.get(0) : "") + "_check";
            default -> "_" + String.join("_", columns) + "_fkey";
        };
    }

    private String free(String name) {
        var free = name;
        for (int i = 1; !taken.add(free.toLowerCase(Locale.ROOT)); i++) {
            free = name + i;
        }
        return free;
    }

    /** {@return the columns that a constraint is about: its own, or those in its list, or those in its expression} */
    List<String> columns(Clause clause) {
        if (clause.column() != null && !clause.word().equals("CHECK")) {
            return List.of(clause.column());
        }
        var named = new ArrayList<String>();
        boolean open = false;
        for (Token token : facts.text().tokens(clause.first(), clause.last())) {
            open |= token.isSymbol('(');
            if (open && token.isName() && (token.kind() != TokenKind.STRING || !clause.word().equals("CHECK"))) {
                facts.columns().stream().filter(it -> it.name().equalsIgnoreCase(token.name()))
                        .filter(it -> !named.contains(it.name())).forEach(it -> named.add(it.name()));
            }
            if (token.isSymbol(')') && !clause.word().equals("CHECK")) {
                break;
            }
        }
        return named;
    }

    static List<String> columns(TableFacts facts, Clause clause) {
        return new Constraints(facts).columns(clause);
    }
}
