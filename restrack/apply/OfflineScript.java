package restrack.apply;

import java.util.ArrayList;
import java.util.List;
import restrack.database.Client;
import restrack.history.PrintedLedger;
import restrack.script.RepeatableScript;
import restrack.sql.Statement;

/** A script that grows: each step with its records, in the transactions that the toolkit would have used. */
final class OfflineScript {
    private final Client client;
    private final boolean foreignKeys;
    private final PrintedLedger ledger;
    private final Records records;
    private final StringBuilder text = new StringBuilder();
    /** The statements since the session began. */
    private final List<Statement> said = new ArrayList<>();
    private boolean empty = true;

    OfflineScript(Client client, String prefix, boolean foreignKeys) {
        this.client = client;
        this.foreignKeys = foreignKeys;
        this.ledger = new PrintedLedger(client, prefix);
        this.records = new Records(ledger);
        line(client.prologue(foreignKeys));
    }

    /** Creates the tables of the history, where they are not there. */
    void createTables() {
        comment("The tables in which the toolkit records what is applied");
        line(client.begin());
        ledger.creation().forEach(this::line);
        line(client.commit());
    }

    /** Adds a script of the history. */
    void add(Step.Sql step) {
        comment(step.direction().id() + " " + step.revision().id() + "  " + step.revision().message());
        if (step.transactional()) {
            line(client.begin());
            add(step.statements());
        } else {
            add(step.statements());
            client.renewal(said, foreignKeys).forEach(this::line);
            said.clear();
            line(client.begin());
        }
        records.write(step, 0);
        commit();
    }

    /** Adds a repeatable script. */
    void add(RepeatableScript script, List<Statement> statements) {
        comment("repeatable " + script.name());
        line(client.begin());
        add(statements);
        records.write(script, 0);
        commit();
    }

    private void add(List<Statement> statements) {
        statements.forEach(it -> line(client.statement(it)));
        said.addAll(statements);
    }

    private void commit() {
        ledger.take().forEach(this::line);
        line(client.commit());
    }

    /** Adds a comment of one line, whatever is in a message or in a file name. */
    private void comment(String comment) {
        empty = false;
        line("");
        line("-- " + comment.replaceAll("[\\p{Cntrl}\\u2028\\u2029]+", " ").strip());
    }

    private void line(String line) {
        text.append(line).append('\n');
    }

    /** {@return the whole script} */
    String text() {
        return empty ? text + "\n-- Nothing to do.\n" : text.toString();
    }
}
