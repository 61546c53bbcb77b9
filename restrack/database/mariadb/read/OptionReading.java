package restrack.database.mariadb.read;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import restrack.sql.Token;
import restrack.sql.TokenKind;

/**
 * Reads what else is said of a table. Each option is as it can stand in a statement; what a table is without anything
 * being said, InnoDB and the collation of the database, is none. The counter of AUTO_INCREMENT is a matter of rows.
 */
final class OptionReading {
    private static final Set<String> LEFT_OUT = Set.of("ENGINE=InnoDB", "AUTO_INCREMENT");

    private final List<Token> tokens;
    private final Set<String> options = new LinkedHashSet<>();
    private int at;

    private OptionReading(List<Token> tokens) {
        this.tokens = tokens;
    }

    /**
     * {@return the options}
     *
     * @param table   the parts of the table
     * @param charset whether its collation is another one than that of the database
     */
    static Set<String> options(TableText table, boolean charset) {
        var reading = new OptionReading(table.options());
        while (reading.at < reading.tokens.size()) {
            reading.next();
        }
        reading.options.removeIf(it -> LEFT_OUT.contains(it) || it.startsWith("AUTO_INCREMENT=")
                || !charset && it.startsWith("DEFAULT CHARSET="));
        table.others().stream().filter(it -> it.get(0).is("PERIOD")).map(Printed::text)
                .forEach(reading.options::add);
        return reading.options;
    }

    private void next() {
        if (Printed.sees(tokens, at, "PARTITION", "BY")) {
            options.add(oneLine(tokens.subList(at, tokens.size())));
            at = tokens.size();
        } else if (Printed.sees(tokens, at, "WITH", "SYSTEM", "VERSIONING")) {
            options.add("WITH SYSTEM VERSIONING");
            at += 3;
        } else if (tokens.get(at).kind() == TokenKind.BLOCK_COMMENT) {
            options.add(tokens.get(at++).text());
        } else {
            int start = at;
            assignment();
            if (Printed.sees(tokens, start, "DEFAULT", "CHARSET") && Printed.sees(tokens, at, "COLLATE")) {
                assignment();
            }
            options.add(Printed.text(tokens.subList(start, at)));
        }
    }

    /** Passes a name and its value. */
    private void assignment() {
        while (at < tokens.size() && !tokens.get(at).isSymbol('=')) {
            at++;
        }
        at++;
        if (at < tokens.size()) {
            at = tokens.get(at).isSymbol('(') ? Printed.closing(tokens, at) + 1 : at + 1;
        }
        at = Math.min(at, tokens.size());
    }

    /** The server breaks lines between partitions. */
    private static String oneLine(List<Token> tokens) {
        var text = new StringBuilder();
        Token last = null;
        for (var token : tokens) {
            if (last != null && last.end() < token.offset()) {
                text.append(' ');
            }
            text.append(token.text());
            last = token;
        }
        return text.toString();
    }
}
