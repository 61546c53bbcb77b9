package restrack.apply;

import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import restrack.ErrorKind;
import restrack.MigrateException;
import restrack.database.Database;
import restrack.database.ScriptRules.Standing;
import restrack.database.TableChange;
import restrack.history.History;
import restrack.sql.Statement;
import restrack.sql.Statements;

/**
 * Scripts as they run on a scratch database: so it is known what the tables are that a printed statement
 * changes, and no database of the user's is looked at.
 */
final class Replay implements Expansion, AutoCloseable {
    private final Database scratch;
    private final History history;
    private final boolean foreignKeys;
    private final List<Place> asked;
    /** So many of the statements that were asked for are still to come. */
    private int left;
    /** Whether one of them is refused whatever the rows are, and not what was run to know the tables. */
    private boolean refused;
    private Execution execution;
    private Set<String> allowed = Set.of();

    /**
     * @param project what is replayed
     * @param asked   the statements for whose sake it is done; behind the last of them nothing is run
     */
    Replay(Project project, List<Place> asked) {
        this.foreignKeys = project.settings().foreignKeys();
        this.asked = asked;
        this.left = asked.size();
        this.scratch = project.scratch();
        scratch.begin();
        this.history = project.history(scratch);
        history.create();
        scratch.commit();
    }

    /**
     * Runs what comes before the range, Java too. What was accepted then is accepted here.
     *
     * @param before  the scripts
     * @param allowed the hazards that are accepted in the range
     * @throws MigrateException naming the script that does not run on an empty database, and why
     */
    void runBefore(List<Step> before, Set<String> allowed) {
        execution = new Execution(scratch, Set.copyOf(Hazards.known()));
        try {
            for (var step : before) {
                if (step instanceof Step.Sql sql) {
                    run(sql.script().file(), sql.transactional(), sql.statements(), this::run);
                } else if (!step.transactional()) {
                    new JournaledMigration(scratch, history, execution, new Records(history), (Step.Java) step,
                            () -> { }, done -> { }).run();
                } else {
                    scratch.begin();
                    execution.run(step);
                    execution.commit(List.of(step.script().file()));
                }
            }
        } catch (MigrateException e) {
            throw failed(e);
        }
        this.allowed = Set.copyOf(allowed);
        execution = new Execution(scratch, allowed);
    }

    @Override
    public void each(String file, boolean transactional, List<Statement> statements,
                     BiConsumer<Statement, List<TableChange>> say) {
        try {
            run(Path.of(file), transactional, statements, place -> {
                say.accept(place.statement(), left > 0 ? expansion(place) : List.of());
                run(place);
            });
        } catch (MigrateException e) {
            throw refused ? e : failed(e);
        }
    }

    private List<TableChange> expansion(Place place) {
        if (!scratch.dialect().mayNeedChanges(place.statement())) {
            return List.of();
        }
        left--;
        try {
            return scratch.changes(place.statement(), allowed);
        } catch (MigrateException e) {
            refused = true;
            throw place.put(e);
        }
    }

    /** Goes through a script, in the transactions that it would have. */
    private void run(Path file, boolean transactional, List<Statement> statements, Consumer<Place> each) {
        if (transactional) {
            scratch.begin();
        }
        var own = new OwnTransaction();
        for (var statement : statements) {
            var standing = scratch.dialect().rules().standing(statement);
            boolean alone = !transactional && !own.isOpen() && standing == Standing.TRANSACTIONAL && left > 0;
            if (alone) {
                scratch.begin();
            }
            each.accept(new Place(file.toString(), statement));
            if (alone) {
                execution.commit(List.of(file));
            }
            own.said(standing);
        }
        if (left == 0) {
            scratch.rollback();
        } else if (transactional) {
            execution.commit(List.of(file));
        } else {
            renew(statements);
        }
    }

    private void run(Place place) {
        var statement = place.statement();
        if (left == 0 || statement.starts("VACUUM")) {
            return;
        }
        if (statement.starts("ATTACH") && !namesMemory(statement)) {
            throw place.put(new MigrateException(ErrorKind.FORBIDDEN_STATEMENT, "It opens another database.", ""));
        }
        execution.run(statement, place.file());
    }

    /** A file must not be opened, nor written as VACUUM INTO does it, by what only prints. */
    private static boolean namesMemory(Statement attach) {
        return attach.significant().stream().anyMatch(it -> it.isName() && it.name().equals(":memory:"));
    }

    /** What the script has set for the session is set back, as a connection of its own would do it. */
    private void renew(List<Statement> said) {
        var text = String.join("\n", scratch.dialect().client().renewal(said, foreignKeys));
        for (var statement : Statements.of(text, scratch.dialect().syntax())) {
            try {
                scratch.run(statement, Set.of());
            } catch (SQLException e) {
                throw scratch.explain(e, "The session could not be renewed");
            }
        }
    }

    private MigrateException failed(MigrateException error) {
        return new MigrateException(error.kind(), "What becomes of `" + asked.get(0).excerpt() + "` (" + asked.get(0)
                + ") depends on the table, so `--sql` tries the scripts on an empty database of its own. There this "
                + "happens:\n" + error.getMessage(), "Print the ranges before and after (`--sql A:B`) as far as they "
                + "need no such try, or let `migrate upgrade` run it.", error);
    }

    @Override
    public void close() {
        scratch.close();
    }
}
