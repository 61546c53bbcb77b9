package restrack.wanted;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Pattern;
import restrack.MigrateException;
import restrack.database.Dialect;
import restrack.sql.Statements;
import restrack.sql.Tokens;
import restrack.sql.UnclosedException;

/**
 * What a text of SQL says of the wanted schema.
 *
 * @param pieces    the statements that make it
 * @param renamings what its comments say
 */
record SqlModel(List<Piece> pieces, List<Renamings.Said> renamings) {
    private static final Pattern RESTRICTION = Pattern.compile("(?m)^\\\\(un)?restrict \\w+[ \\t]*$");

    /**
     * Reads a text.
     *
     * @param name       what messages call it
     * @param bytes      the text in UTF-8
     * @param statements which statements may stand in it
     * @param dialect    how the database speaks
     * @throws MigrateException {@code bad_model} for what cannot be read, or has no place in a model
     */
    static SqlModel of(String name, byte[] bytes, SchemaStatements statements, Dialect dialect) {
        var tokens = Tokens.of(text(name, bytes), dialect.syntax());
        try {
            var all = Statements.of(tokens, dialect.syntax(), 1);
            return new SqlModel(statements.pieces(name, all, dialect), Renamings.in(name, tokens, all, dialect));
        } catch (UnclosedException e) {
            throw BadModel.from(e, e.in(name).getMessage(), statements.hint(e.hint()));
        }
    }

    private static String text(String name, byte[] bytes) {
        try {
            var text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
            return withoutRestriction(text.startsWith("\uFEFF") ? text.substring(1) : text);
        } catch (CharacterCodingException e) {
            throw BadModel.at(name, "This is not UTF-8.", "Models and the output of commands are read as UTF-8.");
        }
    }

    /** Since 2025 pg_dump guards its output with lines for psql; all else keeps its place. */
    private static String withoutRestriction(String text) {
        return RESTRICTION.matcher(text).replaceAll(it -> " ".repeat(it.group().length()));
    }
}
