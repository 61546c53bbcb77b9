package restrack.database.sqlite.catalog;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.sqlite.Collation;
import org.sqlite.Function;

/**
 * Collations and functions that only the application has. Where SQLite has to understand a schema that names them, but
 * never to sort or to compute with them, something else can stand in for them for as long as that takes.
 */
public final class StandIns implements AutoCloseable {
    private static final Pattern MISSING =
            Pattern.compile("no such (collation sequence|function): (.*?)\\)?$", Pattern.DOTALL);

    private final Connection connection;
    private final List<String> collations = new ArrayList<>();
    private final List<String> functions = new ArrayList<>();
    private boolean frozen;

    StandIns(Connection connection) {
        this.connection = connection;
    }

    /** Runs a statement; whenever a collation or a function is missing, it gets a stand-in and another try. */
    public void run(String sql) throws SQLException {
        while (true) {
            try (var statement = connection.createStatement()) {
                statement.execute(sql);
                return;
            } catch (SQLException e) {
                if (frozen || !add(e)) {
                    throw e;
                }
            }
        }
    }

    /** Says that from now on what is missing is the fault of whoever names it. */
    void freeze() {
        frozen = true;
    }

    /** {@return whether an error is about a collation or a function that is not there} */
    public static boolean isMissing(SQLException error) {
        return MISSING.matcher(String.valueOf(error.getMessage())).find()
                || String.valueOf(error.getMessage()).contains("unknown function: ");
    }

    private boolean add(SQLException error) throws SQLException {
        var missing = MISSING.matcher(String.valueOf(error.getMessage()));
        if (!missing.find()) {
            return false;
        }
        var name = missing.group(2);
        return missing.group(1).startsWith("collation") ? addCollation(name) : addFunction(name);
    }

    private boolean addCollation(String name) throws SQLException {
        if (collations.contains(name)) {
            return false;
        }
        Collation.create(connection, name, new Bytes());
        return collations.add(name);
    }

    private boolean addFunction(String name) throws SQLException {
        if (functions.contains(name)) {
            return false;
        }
        Function.create(connection, name, new Unknown(name), -1, Function.FLAG_DETERMINISTIC);
        return functions.add(name);
    }

    /** {@return stand-ins for the same on another connection} */
    StandIns on(Connection other) throws SQLException {
        var same = new StandIns(other);
        for (var name : collations) {
            same.addCollation(name);
        }
        for (var name : functions) {
            same.addFunction(name);
        }
        return same;
    }

    /** {@return the collations that had to be stood in for} */
    List<String> collations() {
        return List.copyOf(collations);
    }

    /** Takes them away: what follows must not sort or compute with them. */
    @Override
    public void close() throws SQLException {
        for (var name : collations) {
            Collation.destroy(connection, name);
        }
        for (var name : functions) {
            Function.destroy(connection, name, -1);
        }
    }

    private static final class Bytes extends Collation {
        @Override
        protected int xCompare(String one, String other) {
            return one.compareTo(other);
        }
    }

    private static final class Unknown extends Function {
        private final String name;

        Unknown(String name) {
            this.name = name;
        }

        @Override
        protected void xFunc() throws SQLException {
            error("the function " + name + " is only there when the application runs");
        }
    }
}
