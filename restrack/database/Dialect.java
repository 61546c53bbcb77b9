package restrack.database;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import restrack.MigrateException;
import restrack.config.DatabaseUrl;
import restrack.schema.Change;
import restrack.schema.Name;
import restrack.schema.Renaming;
import restrack.schema.Schema;
import restrack.sql.Statement;
import restrack.sql.Syntax;

/** How one kind of database speaks. Stateless. */
public interface Dialect {
    /** {@return its name, {@code sqlite} for instance} */
    String name();

    /** Loads what opening a database needs. An error shows when one is opened. */
    void prepare();

    /** {@return what it takes for a string, a name, a comment, a statement} */
    Syntax syntax();

    /** {@return a name as it can stand in a statement, whatever it contains} */
    String quote(String name);

    /**
     * Opens a database, creating it if there is none.
     *
     * @throws MigrateException where it cannot be opened or is no database
     */
    Database open(DatabaseUrl url, Access access);

    /**
     * Opens a database for reading; nothing is created.
     *
     * @return the database, or nothing if there is none yet
     * @throws MigrateException where it cannot be opened or is no database
     */
    Optional<Database> openForReading(DatabaseUrl url, Access access);

    /**
     * {@return what the names of files end with that hold a copy of a whole database: {@code .db}}
     */
    String copySuffix();

    /**
     * {@return a copy, opened to be looked at; the caller closes it} On a server it is loaded into a database of its
     * own, which goes when it is closed: whatever can be opened can be put in.
     *
     * @param copy a file that {@link Copies#copyTo} has written
     * @param url  the database into which it may be put
     * @throws MigrateException {@code not_a_database} where it is no copy, or what else kept it from being opened
     */
    OpenedCopy openCopy(Path copy, DatabaseUrl url, Access access);

    /** {@return a name of something in a schema, as the database compares it} */
    Name name(String text);

    /** {@return whether only the database itself makes tables of that name} A dump of a whole schema has them too. */
    boolean isReserved(Name table);

    /** {@return the statements that give something another name, which is free} */
    List<String> rename(Renaming renaming);

    /**
     * {@return the statements that carry out changes, in an order in which they run} Each {@link Change.Reorder} is
     * carried out too.
     *
     * @param changes the changes
     * @param present the schema as it is; what is in the changes is in it
     * @param wanted  the schema as it is going to be
     */
    List<Rendered> render(List<Change> changes, Schema present, Schema wanted);

    /**
     * {@return the statement that inserts rows, with {@code ?} for each column of each row}
     *
     * @param form       the table
     * @param columns    the columns that get values; for {@link OnConflict#UPDATE} the primary key is among them
     * @param onConflict what happens to a row whose key is there already
     * @param rows       how many rows
     */
    String insert(RowForm form, List<Name> columns, OnConflict onConflict, int rows);

    /** {@return what it calls the types that models speak of} */
    ColumnTypes columnTypes();

    /**
     * {@return an empty database that nobody else uses and that goes when it is closed, to try on it what scripts do}
     *
     * @param url the database that it is for; on a server the empty one is beside it
     */
    Database scratch(DatabaseUrl url, Access access);

    /**
     * {@return whether {@link Database#changes} could have anything to say of a statement, as far as its words tell}
     * Cheap; false for ordinary statements.
     */
    boolean mayNeedChanges(Statement statement);

    /**
     * {@return why a statement must not stand in a script, if so} A script that is run inside a transaction may
     * not end it, nor say what has no effect there.
     */
    Optional<Refusal> refusal(Statement statement, boolean transactional);

    /**
     * {@return what a statement is to a model that says what schema there should be; nothing where that is the same for
     * every database} {@code CREATE} and {@code ALTER TABLE} make a schema everywhere, and nothing else does.
     */
    default Optional<InModel> inModel(Statement statement) {
        return Optional.empty();
    }

    /** {@return whether each table has names of its own for its triggers} */
    default boolean namesTriggersByTable() {
        return false;
    }

    /** {@return whether a view can be made only where all that it reads is there} */
    default boolean checksViews() {
        return false;
    }

    /**
     * {@return the statement that makes or changes one of the toolkit's own tables, as it has to be said here} They hold
     * whole scripts, and ids of which two may differ in nothing but their case.
     *
     * @param statement the statement in the words that databases share: TEXT is a text of any length
     */
    default String ownTable(String statement) {
        return statement;
    }

    /** {@return whether a rollback undoes what changes the schema} Where it does not, such statements also commit. */
    boolean hasTransactionalDdl();

    /**
     * {@return whether these statements, run in one transaction, are undone as a whole when that is rolled back} Where
     * they are not, they run one by one, with a journal.
     */
    boolean isUndoneAsAWhole(List<Statement> statements);

    /** {@return whether scripts with these statements may share a transaction with others} */
    boolean mayShareTransaction(List<Statement> statements);

    /** {@return whether a statement names a file besides the database, which it would read or write} */
    boolean namesAnotherFile(Statement statement);

    /**
     * {@return what in a script outlasts it in the session, or looks back at what ran before: a pragma, a temporary
     * table, {@code last_insert_rowid()}; none if the script does neither} One that does cannot be made a part of a
     * longer script.
     */
    Optional<String> outlasts(List<Statement> statements);

    /**
     * {@return whether statements neither leave anything in their session nor look at what others have left there}
     * Where they stand alone, it may then be the session of others.
     */
    default boolean ignoresSession(List<Statement> statements) {
        return false;
    }

    /**
     * {@return how a statement of a script that runs outside a transaction is to be treated} See
     * {@link Standing}.
     */
    Standing standing(Statement statement);

    /**
     * {@return the statements that do the same as one, each of them whole by itself} Only of one that could be done in
     * part, where that would come to the same for everybody who looks on.
     */
    default List<Statement> split(Statement statement) {
        return List.of(statement);
    }

    /** {@return the database's own program, for scripts that it runs} */
    Client client();

    /**
     * A statement that must not stand where it stands.
     *
     * @param reason why, as a sentence
     * @param hint   what to write instead, as a sentence
     */
    record Refusal(String reason, String hint) {
    }

    /** What a statement is to a model. */
    enum InModel {
        /** It makes a part of the schema. */
        PART,
        /** It is about something that is not compared: rights, owners, settings of a session. */
        BESIDE,
        /** It reaches beyond the database, and would do so from a scratch database too: roles, other databases. */
        BEYOND
    }

    /** What a statement is to a script that runs outside a transaction. */
    enum Standing {
        /** Can run in a transaction of its own together with its entry in the journal. */
        TRANSACTIONAL,
        /** Changes the session only, and has to be said again when the script is resumed. */
        SESSION,
        /** Can neither be in a transaction nor be said again without thought, but does no harm when repeated. */
        REPEATABLE,
        /** Commits by itself; whether it happened is seen from what it changes. See {@link Traces}. */
        TRACED,
        /** Commits by itself, and nothing tells whether it happened: the script has to say that it may be repeated. */
        UNTRACED,
        /** Begins a transaction of the script's own. */
        BEGINS,
        /** Ends a transaction of the script's own, keeping it. */
        COMMITS,
        /** Ends a transaction of the script's own, undoing it. */
        ROLLS_BACK
    }
}
