package restrack.database.sqlite.draft;

import java.util.List;
import restrack.database.sqlite.catalog.Catalog;
import restrack.database.sqlite.catalog.Mentioned;
import restrack.database.sqlite.catalog.SchemaObject;
import restrack.database.sqlite.grammar.SqliteSyntax;
import restrack.sql.Token;
import restrack.sql.Tokens;

/**
 * Views and triggers that take all columns of a table as they come, and give them names or places of their own: in
 * another order each would get what another one is meant for, and nothing would fail.
 */
public final class StarredOrder {
    private StarredOrder() {
    }

    /** Refuses another order of columns that some view or trigger relies on. */
    public static void refuse(Catalog catalog, Draft draft) {
        var left = draft.before().names().stream().filter(it -> draft.table().column(it).isPresent()).toList();
        if (draft.table().names().stream().filter(left::contains).toList().equals(left)) {
            return;
        }
        var relying = catalog.objects().stream().filter(it -> (it.isView() || it.isTrigger())
                && Mentioned.in(it.sql(), draft.name()) && relies(it)).map(SchemaObject::words).toList();
        if (!relying.isEmpty()) {
            throw ConstraintActions.dependents("The order of the columns of " + draft.name(), relying);
        }
    }

    private static boolean relies(SchemaObject object) {
        var tokens = Tokens.of(object.sql(), SqliteSyntax.SQLITE).stream().filter(it -> !it.isSpaceOrComment())
                .toList();
        boolean starred = false;
        boolean placed = object.isTrigger();
        for (int i = 1; i < tokens.size(); i++) {
            starred |= tokens.get(i).isSymbol('*') && isStar(tokens.get(i - 1));
            placed |= List.of("UNION", "INTERSECT", "EXCEPT").stream().anyMatch(tokens.get(i)::is);
        }
        return starred && (placed || namesColumns(tokens));
    }

    private static boolean isStar(Token before) {
        return before.is("SELECT") || before.is("DISTINCT") || before.is("ALL") || before.isSymbol(',')
                || before.isSymbol('.');
    }

    /** Whether the view says what its columns are called: {@code CREATE VIEW v (a, b) AS …}. */
    private static boolean namesColumns(List<Token> tokens) {
        return tokens.stream().takeWhile(it -> !it.is("AS")).anyMatch(it -> it.isSymbol('('));
    }
}
