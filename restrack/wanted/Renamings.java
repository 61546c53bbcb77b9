package restrack.wanted;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import restrack.MigrateException;
import restrack.database.Dialect;
import restrack.schema.Renaming;
import restrack.sql.Statement;
import restrack.sql.Token;

/**
 * Finds out what the comments {@code -- renamed: …} of a text mean. Between the parentheses of a table they are about
 * its columns, elsewhere about tables.
 */
final class Renamings {
    private static final String HINT = "Write `-- renamed: old -> new`: before the CREATE TABLE of a table that has a "
            + "new name, between its parentheses for a column.";

    private final String name;
    private final Dialect dialect;
    private final List<Statement> statements;
    private final List<TableOutline> tables;

    private Renamings(String name, List<Statement> statements, Dialect dialect) {
        this.name = name;
        this.dialect = dialect;
        this.statements = statements;
        this.tables = statements.stream().flatMap(it -> TableOutline.of(it).stream()).toList();
    }

    /**
     * A renaming, and where it was said.
     *
     * @param text     what messages call the text
     * @param comment  the comment
     * @param renaming what was renamed; whether there is a table of the new name is not known yet
     */
    record Said(String text, Token comment, Renaming renaming) {
        /** {@return file and line} */
        String where() {
            return text + ":" + comment.line();
        }
    }

    /**
     * {@return the renamings that a text speaks of}
     *
     * @param name       what messages call the text
     * @param tokens     its tokens
     * @param statements its statements
     * @throws MigrateException {@code bad_model} for one that means nothing
     */
    static List<Said> in(String name, List<Token> tokens, List<Statement> statements, Dialect dialect) {
        var comments = tokens.stream().filter(RenamedComment::is).toList();
        if (comments.isEmpty()) {
            return List.of();
        }
        var renamings = new Renamings(name, statements, dialect);
        var said = new ArrayList<Said>();
        for (var token : comments) {
            var comment = RenamedComment.of(token, dialect.syntax())
                    .orElseThrow(() -> renamings.bad(token, "`" + token.text().strip() + "` is not understood."));
            said.add(new Said(name, token, renamings.renaming(comment)));
        }
        return said;
    }

    private Renaming renaming(RenamedComment comment) {
        var around = tables.stream().filter(it -> it.holds(comment.comment().offset())).findFirst();
        var renaming = around.isPresent() ? inside(comment, around.get())
                : new Renaming.OfTable(comment.from(), comment.to().orElseGet(() -> tableBeside(comment)));
        if (same(renaming.from(), renaming.to())) {
            throw bad(comment.comment(), renaming.from() + " would be renamed to itself.");
        }
        return renaming;
    }

    private Renaming inside(RenamedComment comment, TableOutline table) {
        var to = comment.to();
        if (to.isEmpty()) {
            return beside(comment, table);
        }
        if (table.columns().stream().anyMatch(it -> same(it.name(), to.get()))) {
            return new Renaming.OfColumn(table.name(), comment.from(), to.get());
        }
        if (same(table.name(), to.get())) {
            return new Renaming.OfTable(comment.from(), table.name());
        }
        throw bad(comment.comment(), table.name() + " has no column " + to.get() + ".");
    }

    private Renaming beside(RenamedComment comment, TableOutline table) {
        var columns = table.columns().stream().filter(it -> comment.isBeside(it.start(), it.end())).toList();
        if (columns.size() == 1) {
            return new Renaming.OfColumn(table.name(), comment.from(), columns.get(0).name());
        }
        if (columns.isEmpty() && comment.isBeside(table.place(), table.start())) {
            return new Renaming.OfTable(comment.from(), table.name());
        }
        throw bad(comment.comment(), columns.isEmpty() ? "No column stands on the line of this comment."
                : "Several columns stand on the line of this comment.");
    }

    /** {@return the table that ends on the line of a comment, or else the one that is created next} */
    private String tableBeside(RenamedComment comment) {
        int offset = comment.comment().offset();
        Optional<Statement> next = Optional.empty();
        for (var statement : statements) {
            int end = statement.offset() + statement.text().length();
            boolean before = end <= offset && comment.isBeside(end - 1, end);
            if (before || next.isEmpty() && end > offset) {
                next = Optional.of(statement);
            }
        }
        return next.flatMap(TableOutline::of).map(TableOutline::name)
                .orElseThrow(() -> bad(comment.comment(), "No table is created beside or below this comment."));
    }

    private boolean same(String a, String b) {
        return dialect.name(a).equals(dialect.name(b));
    }

    private MigrateException bad(Token comment, String what) {
        return BadModel.at(name + ":" + comment.line(), what, HINT);
    }
}
