package restrack.database.sqlite.grammar;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import restrack.sql.Token;

/**
 * The outline of a {@code CREATE VIRTUAL TABLE}. What its arguments mean only its module knows.
 *
 * @param text        the whole text
 * @param ifNotExists whether IF NOT EXISTS is said
 * @param schema      the schema before the dot
 * @param name        the name of the table
 * @param module      what makes it: {@code fts5}
 * @param arguments   what stands in the parentheses between commas, each from its first to its last token
 */
public record CreateVirtualTable(String text, boolean ifNotExists, Optional<Name> schema, Name name, Name module,
        List<Span> arguments) {
    /** The list is copied. */
    public CreateVirtualTable {
        arguments = List.copyOf(arguments);
    }

    /**
     * {@return the statement that the text is}
     *
     * @throws MalformedException if it is no CREATE VIRTUAL TABLE, or more than one statement
     */
    public static CreateVirtualTable parse(String text) {
        var in = Reader.of(text);
        in.expect("CREATE", "VIRTUAL", "TABLE");
        boolean ifNotExists = in.accept("IF", "NOT", "EXISTS");
        QualifiedName name = QualifiedName.read(in, "the name of a table");
        in.expect("USING");
        Name module = in.name("the name of a module");
        var arguments = new ArrayList<Span>();
        if (in.accept('(')) {
            do {
                List<Token> argument = in.pass(token -> token.isSymbol(','));
                if (!argument.isEmpty()) {
                    arguments.add(Reader.span(argument));
                }
            } while (in.accept(','));
            in.expect(')');
        }
        in.expectEnd();
        return new CreateVirtualTable(text, ifNotExists, name.schema(), name.name(), module, arguments);
    }
}
