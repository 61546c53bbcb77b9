package restrack.apply;

import java.util.List;
import java.util.Map;
import java.util.Set;
import restrack.Migration;
import restrack.compile.MigrationCompiler;
import restrack.database.Dialect;
import restrack.graph.Revision;
import restrack.script.JavaSource;
import restrack.script.Script;
import restrack.script.Section;
import restrack.script.SqlScript;
import restrack.sql.Statement;

/** One script of a plan, ready to run: its statements are cut, its class is compiled. */
public sealed interface Step {
    /** {@return which way it runs} */
    Direction direction();

    /** {@return the script} */
    Script script();

    /** {@return whether it runs in one transaction with its record} */
    boolean transactional();

    /** {@return whether it may share its transaction with its neighbours without anybody seeing a difference} */
    boolean mayShareTransaction(Dialect dialect);

    /** {@return the revision that is applied or taken back} */
    default Revision revision() {
        return script().revision();
    }

    /**
     * A SQL script.
     *
     * @param direction  which way
     * @param script     the script
     * @param section    the section that runs, its placeholders replaced
     * @param statements the statements of the section
     * @param batches    those of them that run in batches, by their index
     * @param repeatable those that say of themselves that they may be run twice, by their index
     * @param transactional whether they run in one transaction: the script does not say otherwise, and the database
     *                      undoes such statements as a whole
     */
    record Sql(Direction direction, SqlScript script, Section section, List<Statement> statements,
               Map<Integer, Batching> batches, Set<Integer> repeatable, boolean transactional) implements Step {
        @Override
        public boolean mayShareTransaction(Dialect dialect) {
            return transactional() && dialect.rules().mayShareTransaction(statements);
        }
    }

    /**
     * A Java script.
     *
     * @param direction which way
     * @param script    the script
     * @param migration an instance of its class
     */
    record Java(Direction direction, JavaSource script, Migration migration) implements Step {
        @Override
        public boolean transactional() {
            return !MigrationCompiler.isInBatches(migration, direction.id());
        }

        @Override
        public boolean mayShareTransaction(Dialect dialect) {
            return false;
        }
    }
}
