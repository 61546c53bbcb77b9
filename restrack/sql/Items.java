package restrack.sql;

import java.util.ArrayList;
import java.util.List;

/** What stands between commas. */
public final class Items {
    private Items() {
    }

    /** {@return the items of a list; commas in parentheses do not count} One more than there are commas. */
    public static List<List<Token>> of(List<Token> tokens) {
        var items = new ArrayList<List<Token>>();
        int depth = 0;
        int start = 0;
        for (int i = 0; i < tokens.size(); i++) {
            var token = tokens.get(i);
            depth += token.isSymbol('(') ? 1 : token.isSymbol(')') ? -1 : 0;
            if (depth == 0 && token.isSymbol(',')) {
                items.add(tokens.subList(start, i));
                start = i + 1;
            }
        }
        items.add(tokens.subList(start, tokens.size()));
        return items;
    }
}
