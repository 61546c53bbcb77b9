package restrack.database.sqlite.draft;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import restrack.database.sqlite.catalog.Catalog;
import restrack.database.sqlite.catalog.Quoted;
import restrack.database.sqlite.catalog.SchemaObject;
import restrack.database.sqlite.grammar.Name;
import restrack.database.sqlite.grammar.SqliteSyntax;
import restrack.sql.Token;
import restrack.sql.TokenKind;
import restrack.sql.Tokens;

/**
 * Triggers that insert into a table without naming its columns: {@code INSERT INTO t VALUES (…)}. When columns come or
 * change places, the trigger is told which ones it meant.
 */
public final class Positional {
    private final Draft draft;

    public Positional(Draft draft) {
        this.draft = draft;
    }

    /** Mends the triggers of a database. */
    public void mend(Catalog catalog) {
        if (isOther() && !isLost()) {
            catalog.objects().stream().filter(SchemaObject::isTrigger).filter(this::isIn)
                    .forEach(it -> draft.mend(it, mended(it)));
        }
    }

    private boolean isOther() {
        return !draft.before().written().equals(draft.table().written());
    }

    /** {@return whether a column cannot be inserted into any more} */
    public boolean isLost() {
        var now = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);
        now.addAll(draft.table().written());
        return !now.containsAll(draft.before().written());
    }

    /** {@return whether a trigger does it} */
    public boolean isIn(SchemaObject trigger) {
        return !places(trigger.sql()).isEmpty();
    }

    private String mended(SchemaObject trigger) {
        var columns = " (" + String.join(", ", draft.before().written().stream().map(Quoted::word).toList()) + ")";
        var text = new StringBuilder(trigger.sql());
        var places = places(trigger.sql());
        for (int i = places.size() - 1; i >= 0; i--) {
            text.insert(places.get(i), columns);
        }
        return text.toString();
    }

    /** Where the columns would be named. */
    private List<Integer> places(String sql) {
        var places = new ArrayList<Integer>();
        var tokens = Tokens.of(sql, SqliteSyntax.SQLITE).stream().filter(it -> !it.isSpaceOrComment()).toList();
        for (int i = 0; i + 2 < tokens.size(); i++) {
            Token name = tokens.get(i + 1);
            Token next = tokens.get(i + 2);
            if (tokens.get(i).is("INTO") && name.isName() && Name.same(name.name(), draft.name())
                    && next.kind() == TokenKind.WORD && !next.is("DEFAULT")) {
                places.add(name.end());
            }
        }
        return places;
    }
}
