package restrack.database.postgres.render;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import restrack.database.postgres.read.Quoted;
import restrack.schema.Constraint;
import restrack.schema.Index;

/**
 * What has to be different in each row.
 *
 * @param terms    the columns and expressions that have to differ together
 * @param nullsToo whether two NULLs are the same
 * @param where    which rows count
 */
record Uniqueness(List<String> terms, boolean nullsToo, Optional<String> where) {
    private static final Pattern ORDER = Pattern.compile("( ASC| DESC)?( NULLS (FIRST|LAST))?$");
    /** A column or an expression, its collation, and how it is compared, which is left out. */
    private static final Pattern TERM = Pattern.compile(
            "(.+\\)|\"(?:[^\"]|\"\")*\"|[\\w$]+)( COLLATE \\S+)?( [\\w.]+)?",
            Pattern.DOTALL);
    private static final String NULLS = "NULLS NOT DISTINCT";

    /** {@return what a primary key or a UNIQUE constraint asks for} */
    static Uniqueness of(Constraint constraint) {
        return new Uniqueness(constraint.columns().stream().map(Quoted::name).toList(),
                constraint.definition().text().contains(NULLS), Optional.empty());
    }

    /** {@return what an index asks for; nothing if it asks for nothing} */
    static Optional<Uniqueness> of(Index index) {
        if (!Indexes.isUnique(index)) {
            return Optional.empty();
        }
        var text = index.definition().text();
        int open = text.indexOf(" (", text.indexOf(" USING ")) + 1;
        var terms = new ArrayList<String>();
        int end = open + 1;
        int start = end;
        int depth = 1;
        char quote = 0;
        for (; depth > 0; end++) {
            char c = text.charAt(end);
            if (quote != 0) {
                quote = c == quote ? 0 : quote;
            } else if (c == '\'' || c == '"') {
                quote = c;
            } else if (c == '(') {
                depth++;
            } else if (c == ')' && --depth == 0 || c == ',' && depth == 1) {
                terms.add(term(text.substring(start, end).strip()));
                start = end + 1;
            }
        }
        var rest = text.substring(end);
        int where = rest.indexOf(" WHERE ");
        return Optional.of(new Uniqueness(terms, rest.contains(" " + NULLS), where < 0 ? Optional.empty()
                : Optional.of(rest.substring(where + " WHERE ".length()))));
    }

    private static String term(String part) {
        var unordered = ORDER.matcher(part).replaceFirst("");
        var term = TERM.matcher(unordered);
        return !term.matches() ? unordered : term.group(1) + (term.group(2) == null ? "" : term.group(2));
    }

    /** {@return the terms with commas between them} */
    String text() {
        return String.join(", ", terms);
    }

    /** {@return a condition that is true for rows that count; empty if all do} */
    String condition() {
        var conditions = new ArrayList<String>();
        if (!nullsToo) {
            terms.forEach(it -> conditions.add(it + " IS NOT NULL"));
        }
        where.ifPresent(it -> conditions.add("(" + it + ")"));
        return String.join(" AND ", conditions);
    }
}
