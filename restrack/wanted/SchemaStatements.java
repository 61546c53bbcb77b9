package restrack.wanted;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import restrack.MigrateException;
import restrack.database.Dialect;
import restrack.database.ModelRules.InModel;
import restrack.sql.Excerpt;
import restrack.sql.Statement;
import restrack.sql.Token;

/** Tells the statements that make a schema from others. */
enum SchemaStatements {
    /** In a file that somebody writes, every statement has to make a part of the schema. */
    OF_FILES {
        @Override
        boolean passesOver(Statement statement) {
            return false;
        }

        @Override
        String hint() {
            return "Models say what there is, with CREATE TABLE, INDEX, VIEW and TRIGGER and with ALTER TABLE. What is "
                    + "done to rows belongs into a migration.";
        }
    },
    /** Programs print more than that, and cannot be taught otherwise: transactions, settings, rows. */
    OF_OUTPUT {
        @Override
        boolean passesOver(Statement statement) {
            var first = statement.significant().get(0).text().toUpperCase(Locale.ROOT);
            return statement.significant().stream().noneMatch(SchemaStatements::beginsAnother)
                    && (PASSED_OVER.contains(first) || first.equals("DROP") && mayFindNothing(statement));
        }

        @Override
        String hint(Statement statement) {
            return statement.starts("DROP") ? "Let the command print the tables that there should be. A DROP is passed "
                    + "over only with IF EXISTS." : hint();
        }

        @Override
        String hint() {
            return "The command has to print SQL and nothing else; whatever it has to tell belongs on its standard "
                    + "error.";
        }
    };

    private static final Set<String> PASSED_OVER = Set.of("BEGIN", "START", "COMMIT", "END", "ROLLBACK", "SAVEPOINT",
            "RELEASE", "DO", "PRAGMA", "SET", "USE", "INSERT", "REPLACE", "UPDATE", "DELETE", "SELECT", "ANALYZE",
            "VACUUM", "REINDEX", "COMMENT", "GRANT", "REVOKE", "LOCK", "UNLOCK");

    /** {@return whether a statement that makes no schema is left out in silence} */
    abstract boolean passesOver(Statement statement);

    /** {@return what to do about one that is not} */
    String hint(Statement statement) {
        return hint();
    }

    /** {@return what to do about a text that is no schema} */
    abstract String hint();

    /** A line of a log may begin with one of these words, and would take the statement on the next line with it. */
    private static boolean beginsAnother(Token token) {
        int line = token.source().lastIndexOf('\n', token.offset()) + 1;
        return (token.is("CREATE") || token.is("ALTER"))
                && token.source().substring(line, token.offset()).isBlank();
    }

    /** {@return whether a {@code DROP} is said of what is not there: {@code DROP TABLE IF EXISTS}} */
    private static boolean mayFindNothing(Statement drop) {
        var words = drop.significant();
        return words.size() > 3 && words.get(2).is("IF") && words.get(3).is("EXISTS");
    }

    /**
     * {@return the pieces among statements}
     *
     * @param name    what messages call the text that they stand in
     * @param dialect the database whose own words may make a schema too, or may say what is none
     * @throws MigrateException {@code bad_model} for one that has no place there
     */
    List<Piece> pieces(String name, List<Statement> statements, Dialect dialect) {
        var pieces = new ArrayList<Piece>();
        for (var statement : statements) {
            if (!passesOver(statement, dialect)) {
                pieces.add(piece(name, statement, dialect));
            } else if (statement.starts("DROP")) {
                takeBack(statement, pieces);
            }
        }
        return pieces;
    }

    /** A program may print something that only stands in for what comes later, and drop it again: a view, mostly. */
    private static void takeBack(Statement drop, List<Piece> pieces) {
        var cursor = drop.cursor();
        cursor.next();
        var kind = cursor.next().text();
        cursor.accept("IF", "EXISTS");
        cursor.tableName().ifPresent(gone -> pieces.removeIf(it -> Creation.of(it.statement()).filter(creation ->
                creation.kind().name().equalsIgnoreCase(kind) && creation.name().table().equals(gone.table()))
                .isPresent()));
    }

    private boolean passesOver(Statement statement, Dialect dialect) {
        return dialect.models().inModel(statement).map(it -> it == InModel.BESIDE
                && statement.significant().stream().skip(1).noneMatch(SchemaStatements::beginsAnother))
                .orElseGet(() -> passesOver(statement));
    }

    private Piece piece(String name, Statement statement, Dialect dialect) {
        var where = name + ":" + statement.line();
        if (Creation.of(statement).filter(Creation::temporary).isPresent()) {
            throw BadModel.at(where, "`" + Excerpt.of(statement) + "` is temporary, and gone with the session.",
                    "Leave out TEMP, or the statement.");
        }
        boolean part = dialect.models().inModel(statement).map(it -> it == InModel.PART)
                .orElseGet(() -> statement.starts("CREATE") || statement.starts("ALTER", "TABLE"));
        if (!part) {
            throw BadModel.at(where, "`" + Excerpt.of(statement) + "` makes no part of a schema.", hint(statement));
        }
        return new Piece(where, statement);
    }

    /** {@return what to do about something that is not closed, of which the reader of statements knows its own} */
    String hint(String own) {
        return this == OF_FILES ? own : own + " " + hint();
    }
}
