package restrack.history;

import java.util.ArrayList;
import java.util.List;
import restrack.database.Client;
import restrack.database.Dialect;

/** Records as statements, for a script that the database's own program runs some other time. */
public final class PrintedLedger extends SqlLedger {
    private final Client client;
    private final Tables tables;
    private final List<String> written = new ArrayList<>();

    /**
     * @param client the program that is to run them
     * @param prefix what the names of our tables begin with
     */
    public PrintedLedger(Client client, String prefix) {
        this(client, new Tables(prefix));
    }

    private PrintedLedger(Client client, Tables tables) {
        super(tables);
        this.client = client;
        this.tables = tables;
    }

    /** {@return the statements that create the tables where they are not there, as a database has to be told them} */
    public List<String> creation(Dialect dialect) {
        return Layout.statements(tables).stream().map(it -> dialect.ownTable(it) + ";").toList();
    }

    /** {@return the statements since the last call of this} */
    public List<String> take() {
        var taken = List.copyOf(written);
        written.clear();
        return taken;
    }

    @Override
    void write(String sql, Object... values) {
        var parts = sql.split("\\?", -1);
        var statement = new StringBuilder(parts[0]);
        for (int i = 0; i < values.length; i++) {
            statement.append(printed(values[i])).append(parts[i + 1]);
        }
        written.add(statement.append(';').toString());
    }

    private String printed(Object value) {
        if (value instanceof String text) {
            return client.literal(text);
        }
        return value instanceof Expression expression ? expression.sql() : String.valueOf(value);
    }

    @Override
    Object present() {
        return new Expression(client.now());
    }

    @Override
    Object nextEvent() {
        return new Expression("(SELECT coalesce(max(id), 0) + 1 FROM " + tables.event() + ")");
    }

    /** What the database computes when it runs the script. */
    private record Expression(String sql) {
    }
}
