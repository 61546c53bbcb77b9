package restrack.apply;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import restrack.ErrorKind;
import restrack.MigrateException;
import restrack.Migration;
import restrack.compile.MigrationCompiler;
import restrack.database.Dialect;
import restrack.graph.Revision;
import restrack.script.JavaSource;
import restrack.script.Placeholders;
import restrack.script.Script;
import restrack.script.Section;
import restrack.script.SqlScript;
import restrack.sql.Batched;
import restrack.sql.Excerpt;
import restrack.sql.Statement;

/**
 * Makes revisions into steps that are ready to run. Whatever can be wrong with a script without looking at rows is
 * found here, before the first step runs: it does not parse, does not compile, has no way down, says what no script
 * may say.
 */
public final class Planner {
    private final Dialect dialect;
    private final Placeholders placeholders;
    private final Function<JavaSource, Migration> compiler;

    /**
     * @param dialect      how the database speaks
     * @param placeholders what to replace in SQL
     * @param compiler     makes a Java script into a migration
     */
    public Planner(Dialect dialect, Placeholders placeholders, Function<JavaSource, Migration> compiler) {
        this.dialect = dialect;
        this.placeholders = placeholders;
        this.compiler = compiler;
    }

    /**
     * Plans the way up.
     *
     * @param revisions the revisions in the order in which they run
     * @param scripts   the script of a revision
     */
    public List<Step> up(List<Revision> revisions, Function<Revision, Script> scripts) {
        var steps = new ArrayList<Step>(revisions.size());
        for (var revision : revisions) {
            var script = scripts.apply(revision);
            if (script instanceof SqlScript sql) {
                steps.add(sql(Direction.UP, sql, sql.up()));
            } else if (script instanceof JavaSource java) {
                steps.add(new Step.Java(Direction.UP, java, compiler.apply(java)));
            }
        }
        return steps;
    }

    /**
     * Plans the way down.
     *
     * @throws MigrateException {@code no_way_down}, naming every script that has none
     */
    public List<Step> down(List<Revision> revisions, Function<Revision, Script> scripts) {
        var steps = new ArrayList<Step>(revisions.size());
        var oneWay = new ArrayList<Script>();
        for (var revision : revisions) {
            var script = scripts.apply(revision);
            var step = script instanceof SqlScript sql ? down(sql) : down((JavaSource) script);
            step.ifPresentOrElse(steps::add, () -> oneWay.add(script));
        }
        if (!oneWay.isEmpty()) {
            var files = oneWay.stream().map(it -> it.file().toString()).collect(Collectors.joining(", "));
            throw new MigrateException(ErrorKind.NO_WAY_DOWN, "There is no way down in " + files
                    + ". Nothing was changed.", "Write one below `-- migrate:down` (in Java: override `down`), then "
                    + "accept the edit with `migrate repair " + oneWay.get(0).revision().id()
                    + " --reason …`; or go forward with a new revision.");
        }
        return steps;
    }

    private Optional<Step> down(SqlScript script) {
        return script.down().map(section -> sql(Direction.DOWN, script, section));
    }

    private Optional<Step> down(JavaSource script) {
        var migration = compiler.apply(script);
        return MigrationCompiler.hasWayDown(migration)
                ? Optional.of(new Step.Java(Direction.DOWN, script, migration)) : Optional.empty();
    }

    private Step sql(Direction direction, SqlScript script, Section written) {
        var section = placeholders.active() ? written.replacing(placeholders) : written;
        var statements = section.statements(dialect.syntax()).stream()
                .flatMap(it -> dialect.rules().split(it).stream()).toList();
        for (var statement : statements) {
            refuse(script, section, statement);
        }
        var repeatable = section.repeatables(statements, dialect.syntax());
        boolean transactional = section.transactional() && dialect.rules().isUndoneAsAWhole(statements);
        if (!transactional) {
            new OneByOne(dialect).refuse(script, statements, repeatable);
        }
        return new Step.Sql(direction, script, section, statements, batches(script, section, statements), repeatable,
                transactional);
    }

    /** {@return the statements that run in batches, by their index} */
    private Map<Integer, Batching> batches(SqlScript script, Section section, List<Statement> statements) {
        var batches = new TreeMap<Integer, Batching>();
        section.batches(statements, dialect.syntax()).forEach((index, line) -> {
            var place = new Place(script.file().toString(), statements.get(index));
            try {
                refuseInOwnTransaction(statements.subList(0, index));
                var batched = Batched.of(statements.get(index));
                batched.refuseChangeOf(line.key());
                batches.put(index, new Batching(line, batched));
            } catch (MigrateException e) {
                throw place.put(e);
            }
        });
        return batches;
    }

    private void refuseInOwnTransaction(List<Statement> before) {
        var own = new OwnTransaction();
        before.forEach(it -> own.said(dialect.rules().standing(it)));
        if (own.isOpen()) {
            throw new MigrateException(ErrorKind.CANNOT_BATCH, "It stands between a BEGIN and a COMMIT, and each of "
                    + "its batches is a transaction of its own.", "Put the COMMIT before it.");
        }
    }

    private void refuse(SqlScript script, Section section, Statement statement) {
        dialect.rules().refusal(statement, section.transactional()).ifPresent(refusal -> {
            throw new MigrateException(ErrorKind.FORBIDDEN_STATEMENT, script.file() + ":" + statement.line() + ": `"
                    + Excerpt.of(statement) + "` cannot stand here: " + refusal.reason() + ".", refusal.hint());
        });
    }
}
