package restrack.apply;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import restrack.database.Client;
import restrack.database.Dialect;
import restrack.database.ScriptRules.Standing;
import restrack.database.TableChange;
import restrack.history.PrintedLedger;
import restrack.script.RepeatableScript;
import restrack.sql.Statement;
import restrack.sql.Statements;

/** A script that grows: each step with its records, in the transactions that the toolkit would have used. */
final class OfflineScript {
    private final Dialect dialect;
    private final Client client;
    private final boolean foreignKeys;
    private final PrintedLedger ledger;
    private final Records records;
    private final StringBuilder text = new StringBuilder();
    /** The statements since the session began. */
    private final List<Statement> said = new ArrayList<>();
    private boolean empty = true;
    /** Whether the program knows already that tables are going to be changed. */
    private boolean changing;

    OfflineScript(Dialect dialect, String prefix, boolean foreignKeys) {
        this.dialect = dialect;
        this.client = dialect.client();
        this.foreignKeys = foreignKeys;
        this.ledger = new PrintedLedger(client, prefix);
        this.records = new Records(ledger);
        line(client.prologue(foreignKeys));
    }

    /** Creates the tables of the history, where they are not there. */
    void createTables() {
        comment("The tables in which the toolkit records what is applied");
        line(client.begin());
        ledger.creation(dialect).forEach(this::line);
        line(client.commit());
    }

    /** Adds a script of the history, with what its statements become. */
    void add(Step.Sql step, Expansion expansion) {
        comment(step.direction().id() + " " + step.revision().id() + "  " + step.revision().message());
        var file = step.script().file().toString();
        if (isWhole(step)) {
            line(client.begin());
            expansion.each(file, true, step.statements(), (statement, changes) -> {
                sayBatches(step, statement);
                add(statement, changes);
            });
            said.addAll(step.statements());
        } else {
            var own = new OwnTransaction();
            expansion.each(file, false, step.statements(), (statement, changes) -> {
                sayBatches(step, statement);
                addOutside(statement, changes, own);
                own.said(dialect.rules().standing(statement));
            });
            said.addAll(step.statements());
            client.renewal(said, foreignKeys).forEach(this::line);
            said.clear();
            line(client.begin());
        }
        records.write(step, 0);
        commit();
    }

    /** Batches, printed as whole statements, are in one transaction with the record wherever that can be. */
    private boolean isWhole(Step.Sql step) {
        return step.transactional() || !step.batches().isEmpty()
                && step.statements().stream().allMatch(it -> dialect.rules().refusal(it, true).isEmpty());
    }

    private void sayBatches(Step.Sql step, Statement statement) {
        step.batches().values().stream().filter(it -> it.statement().statement() == statement)
                .forEach(it -> line("-- All at once here; the toolkit runs it in batches of " + it.how().size()
                        + " by " + onOneLine(it.keyWords())));
    }

    /** Adds a repeatable script, with what its statements become. */
    void add(RepeatableScript script, List<Statement> statements, Expansion expansion) {
        comment("repeatable " + script.name());
        line(client.begin());
        expansion.each(script.file().toString(), true, statements, this::add);
        said.addAll(statements);
        records.write(script, 0);
        commit();
    }

    private void add(Statement statement, List<TableChange> changes) {
        if (changes.isEmpty()) {
            line(client.statement(statement));
            return;
        }
        var ways = changes.stream().map(it -> it.way().words()).distinct().collect(Collectors.joining(", "));
        line("-- " + onOneLine(statement.text().replaceAll("\\s+", " ")) + "  (" + ways + ")");
        if (!changing && changes.stream().anyMatch(it -> it.statements().size() > 1)) {
            changing = true;
            client.beforeChanges().forEach(this::line);
        }
        for (var change : changes) {
            for (var text : change.statements()) {
                Statements.of(text, dialect.syntax()).forEach(it -> line(client.statement(it)));
            }
        }
    }

    /** A change to a table is several statements, which outside a transaction need one of their own. */
    private void addOutside(Statement statement, List<TableChange> changes, OwnTransaction own) {
        boolean alone = !changes.isEmpty() && !own.isOpen()
                && dialect.rules().standing(statement) == Standing.TRANSACTIONAL;
        if (alone) {
            line(client.begin());
        }
        add(statement, changes);
        if (alone) {
            line(client.commit());
        }
    }

    private void commit() {
        ledger.take().forEach(this::line);
        line(client.commit());
    }

    /** Adds a comment of one line, whatever is in a message or in a file name. */
    private void comment(String comment) {
        empty = false;
        line("");
        line("-- " + onOneLine(comment));
    }

    private static String onOneLine(String text) {
        return text.replaceAll("[\\p{Cntrl}\\u2028\\u2029]+", " ").strip();
    }

    private void line(String line) {
        text.append(line).append('\n');
    }

    /** {@return the whole script} */
    String text() {
        return empty ? text + "\n-- Nothing to do.\n" : text.toString();
    }
}
