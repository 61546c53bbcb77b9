package restrack.database.mariadb.read;

import java.util.ArrayList;
import java.util.List;
import restrack.sql.Items;
import restrack.sql.Token;
import restrack.sql.TokenKind;

/**
 * What SHOW CREATE TABLE says, cut into its parts.
 *
 * @param columns one list of tokens for each column, its name first
 * @param others  one for each key, constraint and period
 * @param options what stands behind the parentheses
 */
public record TableText(List<List<Token>> columns, List<List<Token>> others, List<Token> options) {
    /** {@return the parts of a statement} */
    public static TableText of(String text) {
        var tokens = Printed.tokens(text);
        int open = 0;
        while (open < tokens.size() - 1 && !tokens.get(open).isSymbol('(')) {
            open++;
        }
        int close = Printed.closing(tokens, open);
        var columns = new ArrayList<List<Token>>();
        var others = new ArrayList<List<Token>>();
        for (var part : Items.of(tokens.subList(open + 1, close))) {
            (part.get(0).kind() == TokenKind.QUOTED_NAME ? columns : others).add(part);
        }
        return new TableText(columns, others, tokens.subList(close + 1, tokens.size()));
    }
}
