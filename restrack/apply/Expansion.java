package restrack.apply;

import java.util.List;
import java.util.function.BiConsumer;
import restrack.database.TableChange;
import restrack.sql.Statement;

/** Knows what the statements of a script become where the database cannot simply be given them. */
@FunctionalInterface
interface Expansion {
    /** Takes every statement as it stands. */
    Expansion NONE = (file, transactional, statements, say) -> statements.forEach(it -> say.accept(it, List.of()));

    /**
     * Goes through a script.
     *
     * @param file          the script, for messages
     * @param transactional whether it runs in one transaction
     * @param statements    its statements
     * @param say           is told each statement, with what it becomes; with nothing, if it stays as it is
     */
    void each(String file, boolean transactional, List<Statement> statements,
              BiConsumer<Statement, List<TableChange>> say);
}
