package restrack.database.postgres.render;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import restrack.sql.Statement;
import restrack.sql.Token;
import restrack.sql.TokenCursor;

/**
 * A column that {@code ALTER TABLE} gives another type, without saying by {@code USING} what becomes of its values.
 *
 * @param table  the table, as it stands in the statement
 * @param column the column, likewise
 * @param type   the type, likewise
 */
record TypeAlteration(String table, String column, String type) {
    private static final Pattern MODIFIERS = Pattern.compile("\\s*\\(([\\d\\s,-]+)\\)\\s*");

    /** {@return the columns that a statement gives another type; empty for most statements} */
    static List<TypeAlteration> of(Statement statement) {
        var found = new ArrayList<TypeAlteration>();
        var cursor = statement.cursor();
        if (!cursor.accept("ALTER", "TABLE")) {
            return found;
        }
        cursor.accept("IF", "EXISTS");
        cursor.accept("ONLY");
        var table = name(cursor);
        while (cursor.accept('.')) {
            table += "." + name(cursor);
        }
        cursor.accept('*');
        do {
            if (cursor.accept("ALTER")) {
                cursor.accept("COLUMN");
                var column = name(cursor);
                if (cursor.accept("SET", "DATA", "TYPE") || cursor.accept("TYPE")) {
                    add(found, table, column, cursor.rest());
                }
            }
        } while (cursor.skipPastComma());
        return found;
    }

    private static String name(TokenCursor cursor) {
        return cursor.atEnd() ? "" : cursor.next().text();
    }

    private static void add(List<TypeAlteration> found, String table, String column, List<Token> rest) {
        var type = new ArrayList<String>();
        boolean named = true;
        int depth = 0;
        for (var token : rest) {
            depth += token.isSymbol('(') ? 1 : token.isSymbol(')') ? -1 : 0;
            if (depth == 0 && token.isSymbol(',')) {
                break;
            }
            if (token.is("USING")) {
                return;
            }
            named &= !token.is("COLLATE");
            if (named) {
                type.add(token.text());
            }
        }
        found.add(new TypeAlteration(table, column, String.join(" ", type)));
    }

    /** {@return the type without its length or precision} */
    String bareType() {
        return MODIFIERS.matcher(type).replaceFirst(" ").strip();
    }

    /** {@return the type as the server would say it} @param bare what it calls the type without length or precision */
    String canonicalType(String bare) {
        var modifiers = MODIFIERS.matcher(type);
        if (!modifiers.find()) {
            return bare;
        }
        var said = "(" + modifiers.group(1).replaceAll("\\s", "") + ")";
        return bare.startsWith("time") ? bare.replaceFirst("\\b(?= |$)", said) : bare + said;
    }
}
