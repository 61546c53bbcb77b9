package restrack.database.sqlite.draft;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import restrack.database.sqlite.grammar.Column;
import restrack.database.sqlite.grammar.Span;
import restrack.database.sqlite.grammar.SqliteSyntax;
import restrack.sql.Token;
import restrack.sql.TokenKind;
import restrack.sql.Tokens;

/** What {@code REORDER COLUMNS} does to a draft. A comment behind a column on its line goes along with it. */
public final class ReorderAction {
    private final Draft draft;

    ReorderAction(Draft draft) {
        this.draft = draft;
    }

    /** Puts the named columns first, in this order; the others follow in the order that they had. */
    void apply(Action.Reorder action) {
        var seen = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);
        var order = new ArrayList<Column>();
        for (var name : action.columns()) {
            order.add(draft.column(name));
            if (!seen.add(name)) {
                throw CannotAlter.because("The column " + name + " is named twice.", "");
            }
        }
        var columns = draft.table().columns();
        columns.stream().filter(it -> !order.contains(it)).forEach(order::add);
        if (order.equals(columns)) {
            return;
        }
        var text = draft.table().text();
        var comments = columns.stream().map(it -> comment(it, text)).toList();
        draft.edit(edits -> {
            for (int i = 0; i < columns.size(); i++) {
                var moved = order.get(i);
                edits.replace(columns.get(i).span(), moved.span().in(text));
                var comment = comments.get(columns.indexOf(moved)).in(text);
                var place = comments.get(i);
                boolean open = runsOn(comment) && text.charAt(place.end()) != '\n';
                edits.replace(place, (place.isEmpty() && !comment.isEmpty() ? " " : "") + comment + (open ? "\n" : ""));
            }
        });
        draft.copy();
    }

    /** Whether comments end with one that takes the rest of the line. */
    private static boolean runsOn(String comments) {
        var tokens = Tokens.of(comments, SqliteSyntax.SQLITE);
        return !tokens.isEmpty() && tokens.get(tokens.size() - 1).kind() == TokenKind.LINE_COMMENT;
    }

    /** The comments that end the line of a column, behind its comma; an empty span where they would be. */
    private static Span comment(Column column, String text) {
        var tokens = Tokens.of(text, SqliteSyntax.SQLITE);
        int at = column.span().end();
        boolean comma = false;
        Span found = null;
        for (var token : tokens) {
            if (token.offset() < column.span().end()) {
                continue;
            }
            if (token.isSymbol(',') && !comma) {
                // What stands before the comma stays there.
                comma = true;
                found = null;
                at = token.end();
            } else if (token.isComment()) {
                found = found == null ? new Span(token.offset(), token.end()) : new Span(found.start(), token.end());
            } else if (token.kind() != TokenKind.SPACE) {
                // Something else stands on the line: a comment before it is about that.
                return found != null && onOneLine(tokens, found.end(), token) ? new Span(at, at) : orNone(found, at);
            }
            if (token.kind() == TokenKind.SPACE && token.text().indexOf('\n') >= 0) {
                return orNone(found, at);
            }
        }
        return orNone(found, at);
    }

    private static boolean onOneLine(List<Token> tokens, int from, Token to) {
        return tokens.stream().noneMatch(it -> it.offset() >= from && it.offset() < to.offset()
                && it.text().indexOf('\n') >= 0);
    }

    private static Span orNone(Span found, int at) {
        return found == null ? new Span(at, at) : found;
    }
}
