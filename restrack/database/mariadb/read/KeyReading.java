package restrack.database.mariadb.read;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import restrack.schema.Constraint;
import restrack.schema.Constraint.Kind;
import restrack.schema.Index;
import restrack.schema.Name;
import restrack.schema.Sql;
import restrack.sql.Items;
import restrack.sql.Token;
import restrack.sql.TokenKind;

/**
 * Reads the keys and constraints of one table. A unique key is a constraint, for the server does not tell them apart.
 *
 * @param table its name
 * @param text  its parts
 */
record KeyReading(String table, TableText text) {
    private static final Pattern OWN_CHECK = Pattern.compile("CONSTRAINT_\\d+");
    private static final Pattern OWN_KEY = Pattern.compile(".*_ibfk_\\d+", Pattern.DOTALL);

    /** {@return the constraints, in the order in which they are printed; those of columns first} */
    List<Constraint> constraints() {
        var constraints = new ArrayList<Constraint>();
        text.columns().forEach(it -> ColumnReading.of(it).check().ifPresent(constraints::add));
        for (var tokens : text.others()) {
            if (Printed.sees(tokens, 0, "PRIMARY", "KEY")) {
                var rest = tokens.subList(2, tokens.size());
                constraints.add(new Constraint(Kind.PRIMARY_KEY, MariaNames.of("PRIMARY"), true,
                        Printed.sql("PRIMARY KEY ", rest), columns(rest), Optional.empty()));
            } else if (Printed.sees(tokens, 0, "UNIQUE", "KEY")) {
                constraints.add(unique(tokens));
            } else if (Printed.sees(tokens, 0, "CONSTRAINT")) {
                constraints.add(named(tokens.get(1).name(), tokens.subList(2, tokens.size())));
            }
        }
        return constraints;
    }

    private static Constraint unique(List<Token> tokens) {
        var name = tokens.get(2).name();
        var rest = tokens.subList(3, tokens.size());
        var columns = columns(rest);
        return new Constraint(Kind.UNIQUE, MariaNames.of(name), isNamedFor(name, columns), Printed.sql("UNIQUE ", rest),
                columns, Optional.empty());
    }

    /** {@return whether the server calls a key over these columns so by itself} */
    static boolean isNamedFor(String index, List<Name> columns) {
        return !columns.isEmpty() && index.toLowerCase(Locale.ROOT)
                .matches(Pattern.quote(columns.get(0).key()) + "(_\\d+)?");
    }

    private Constraint named(String name, List<Token> rest) {
        if (rest.get(0).is("CHECK")) {
            return new Constraint(Kind.CHECK, MariaNames.of(name), OWN_CHECK.matcher(name).matches(), Printed.sql(rest),
                    mentioned(rest), Optional.empty());
        }
        var parent = rest.subList(Printed.closing(rest, 2) + 2, rest.size());
        var parentName = parent.get(parent.get(1).isSymbol('.') ? 2 : 0).name();
        // Not to act is what the server does anyway.
        var definition = new Sql(Printed.text(rest), Printed.normal(rest)
                .replaceAll(" ON (DELETE|UPDATE) (NO ACTION|RESTRICT)", ""));
        return new Constraint(Kind.FOREIGN_KEY, MariaNames.of(name), OWN_KEY.matcher(name).matches(), definition,
                columns(rest), Optional.of(MariaNames.of(parentName)));
    }

    /** {@return the indexes that are neither constraints nor made for one} */
    List<Index> indexes() {
        var implied = ImpliedIndexes.of(this);
        return allIndexes().stream().filter(it -> !implied.contains(it.name())).toList();
    }

    /** {@return the indexes that are no constraints} */
    List<Index> allIndexes() {
        return text.others().stream().filter(KeyReading::isIndex).map(this::index).toList();
    }

    private static boolean isIndex(List<Token> tokens) {
        return Set.of("KEY", "FULLTEXT", "SPATIAL", "VECTOR").contains(tokens.get(0).text());
    }

    private Index index(List<Token> tokens) {
        int at = tokens.get(0).is("KEY") ? 1 : 2;
        var kind = at == 1 ? "" : tokens.get(0).text() + " ";
        var rest = tokens.subList(at + 1, tokens.size());
        var name = tokens.get(at).name();
        boolean plain = at == 1 && rest.stream().allMatch(it -> it.kind() == TokenKind.QUOTED_NAME
                || it.kind() == TokenKind.SYMBOL);
        return new Index(MariaNames.of(name), Printed.sql(kind, rest), plain, "CREATE " + kind + "INDEX "
                + MariaNames.quoted(name) + " ON " + MariaNames.quoted(table) + " " + Printed.text(rest));
    }

    /** {@return the columns in the first parentheses} */
    static List<Name> columns(List<Token> tokens) {
        int open = 0;
        while (open < tokens.size() - 1 && !tokens.get(open).isSymbol('(')) {
            open++;
        }
        return Items.of(tokens.subList(open + 1, Printed.closing(tokens, open))).stream()
                .map(it -> MariaNames.of(it.get(0).name())).toList();
    }

    private List<Name> mentioned(List<Token> condition) {
        var said = condition.stream().filter(it -> it.kind() == TokenKind.QUOTED_NAME)
                .map(it -> MariaNames.of(it.name())).collect(Collectors.toSet());
        return text.columns().stream().map(it -> MariaNames.of(it.get(0).name())).filter(said::contains).toList();
    }
}
