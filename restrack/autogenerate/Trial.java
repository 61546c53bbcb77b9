package restrack.autogenerate;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import restrack.ErrorKind;
import restrack.MigrateException;
import restrack.database.Database;
import restrack.database.Rendered;
import restrack.schema.Change;
import restrack.schema.Described;
import restrack.schema.Equality;
import restrack.schema.Level;
import restrack.schema.Renaming;
import restrack.schema.Schema;
import restrack.sql.Statements;

/** A copy of a schema without rows, on which a draft is tried until nothing is left to do. */
final class Trial implements AutoCloseable {
    /** What one change brings along may need another; more than a few rounds never end. */
    private static final int ROUNDS = 4;

    private final Database copy;

    /** @param copy the copy; closed with the trial */
    Trial(Database copy) {
        this.copy = copy;
        copy.begin();
    }

    Schema schema() {
        return copy.schema(Level.EXACT);
    }

    Equality equality() {
        return copy.equality();
    }

    /** {@return the statements that give these things their new names} They have them afterwards. */
    List<Rendered> rename(List<Renaming> renamings) {
        var statements = new ArrayList<Rendered>();
        for (var renaming : renamings) {
            for (var text : copy.dialect().rename(renaming)) {
                statements.add(run(Rendered.of(text, List.of())));
            }
        }
        return statements;
    }

    /**
     * {@return the statements after which nothing is different}
     *
     * @param ahead what lies ahead of a present schema
     * @throws MigrateException {@code cannot_alter} where there are none
     */
    List<Rendered> reach(Function<Schema, Ahead> ahead) {
        var statements = new ArrayList<Rendered>();
        for (int round = 0;; round++) {
            var present = schema();
            var next = ahead.apply(present);
            if (next.changes().isEmpty()) {
                return statements;
            }
            var rendered = copy.dialect().render(next.changes(), present, next.goal());
            if (rendered.isEmpty() && next.changes().stream().allMatch(Change.Reorder.class::isInstance)) {
                // Columns that cannot be moved stay where they are.
                return statements;
            }
            if (round == ROUNDS) {
                throw new MigrateException(ErrorKind.CANNOT_ALTER, "No statements were found that change this:"
                        + next.changes().stream().map(it -> "\n    " + Described.of(it).line())
                        .collect(Collectors.joining()),
                        "Leave it out with `autogenerate.ignore`, or write the script by hand.");
            }
            rendered.forEach(it -> statements.add(run(it)));
        }
    }

    /**
     * Refuses to break views and triggers that nothing changes: the models cannot say them, or they are left out.
     *
     * @param before the schema as it was
     * @throws MigrateException {@code dependents}
     */
    void requireSense(Trial before) {
        var broken = new LinkedHashMap<>(copy.broken());
        broken.keySet().removeAll(before.copy.broken().keySet());
        broken.forEach((object, words) -> {
            throw new MigrateException(ErrorKind.DEPENDENTS, "The draft would break " + object
                    + ", which the models do not change: " + words + ".",
                    "Change or drop it first, in a script of its own, or leave what it "
                    + "needs out with `autogenerate.ignore`.");
        });
    }

    private Rendered run(Rendered rendered) {
        for (var statement : Statements.of(rendered.text(), copy.dialect().syntax(), 1)) {
            try {
                copy.run(statement, Set.of());
            } catch (SQLException e) {
                throw failed(rendered, copy.explain(e, "The database"));
            } catch (MigrateException e) {
                throw failed(rendered, e);
            }
        }
        return rendered;
    }

    private static MigrateException failed(Rendered rendered, MigrateException e) {
        return new MigrateException(e.kind(), "What was drafted does not run on an empty copy of the schema. "
                + e.getMessage() + "\n    " + rendered.text().replace("\n", "\n    "), e.hint(), e);
    }

    @Override
    public void close() {
        copy.close();
    }
}
