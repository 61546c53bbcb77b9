package restrack.lease;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;

/**
 * The table of the lease. Whoever has the turn is in its row {@code beat}; the row {@code turn} is the fence. Each
 * statement is a transaction of its own, but for what {@link #pass} gives.
 */
final class LeaseTable {
    static final String NAME = "lease";
    /** SQLSTATE classes of the SQL standard: 23, integrity constraint violation; 40, transaction rollback. */
    private static final String DUPLICATE = "23";
    private static final String UNDONE = "40";

    private final Presence presence;
    private final String table;

    LeaseTable(Presence presence, String prefix) {
        this.presence = presence;
        this.table = prefix + NAME;
    }

    /** Makes the table and its rows, where they are not there. Others may be doing the same. */
    void create(Connection connection) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute("""
                    CREATE TABLE IF NOT EXISTS %s (
                        part VARCHAR(4) NOT NULL PRIMARY KEY,
                        token BIGINT NOT NULL,
                        uses BIGINT NOT NULL,
                        claim VARCHAR(40) NOT NULL,
                        holder VARCHAR(200) NOT NULL,
                        since BIGINT NOT NULL,
                        expires BIGINT NOT NULL,
                        seat VARCHAR(200) NOT NULL,
                        node VARCHAR(200) NOT NULL,
                        home VARCHAR(200) NOT NULL
                    )%s""".formatted(table, presence.tableOptions()));
        } catch (SQLException e) {
            // PostgreSQL: two that make it at once can still meet, in its catalog.
            requireThere(connection, e);
        }
        insert(connection, "turn");
        insert(connection, "beat");
    }

    private void requireThere(Connection connection, SQLException error) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.executeQuery("SELECT 1 FROM " + table + " WHERE 1 = 0").close();
        } catch (SQLException e) {
            throw error;
        }
    }

    private void insert(Connection connection, String part) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.executeUpdate("""
                    INSERT INTO %1$s (part, token, uses, claim, holder, since, expires, seat, node, home)
                    SELECT '%2$s', 0, 0, '', '', 0, 0, '', '', ''
                    WHERE NOT EXISTS (SELECT 1 FROM %1$s WHERE part = '%2$s')""".formatted(table, part));
        } catch (SQLException e) {
            if (!is(e, DUPLICATE) && !is(e, UNDONE)) {
                throw e;
            }
        }
    }

    static boolean is(SQLException error, String sqlStateClass) {
        return error.getSQLState() != null && error.getSQLState().startsWith(sqlStateClass);
    }

    /** {@return who has the turn; nothing where the table is not there, or not complete} */
    Optional<Holder> read(Connection connection) throws SQLException {
        try (var statement = connection.createStatement(); var rows = statement.executeQuery("""
                SELECT token, claim, holder, since, expires - %s, seat, node, home FROM %s WHERE part = 'beat'"""
                .formatted(presence.now(), table))) {
            return !rows.next() ? Optional.empty() : Optional.of(new Holder(rows.getLong(1), rows.getString(2),
                    rows.getString(3), rows.getLong(4), rows.getLong(5), new Seat(rows.getString(6), rows.getString(7),
                    rows.getString(8), false)));
        } catch (SQLException e) {
            // SQLSTATE class 42: the table is not known.
            if (is(e, "42")) {
                return Optional.empty();
            }
            throw e;
        }
    }

    /**
     * Takes the turn, if nothing has changed since it was looked at.
     *
     * @param seen   whose turn it was
     * @param anyway whether the end of its lease need not be waited for
     * @return whether the row is ours now
     */
    boolean claim(Connection connection, Holder seen, Holder ours, boolean anyway) throws SQLException {
        try (var statement = connection.prepareStatement("""
                UPDATE %1$s SET token = ?, claim = ?, holder = ?, since = %2$s, expires = %2$s + ?, seat = ?, node = ?,
                    home = ?
                WHERE part = 'beat' AND token = ? AND claim = ? AND seat = ? AND (expires <= %2$s OR ? = 1)"""
                .formatted(table, presence.now()))) {
            statement.setLong(1, ours.token());
            statement.setString(2, ours.claim());
            statement.setString(3, ours.name());
            statement.setLong(4, ours.left());
            statement.setString(5, ours.seat().connection());
            statement.setString(6, ours.seat().node());
            statement.setString(7, ours.seat().home());
            statement.setLong(8, seen.token());
            statement.setString(9, seen.claim());
            statement.setString(10, seen.seat().connection());
            statement.setInt(11, anyway ? 1 : 0);
            return statement.executeUpdate() == 1;
        }
    }

    /** Makes the fence ours. Waits, for a second at most, for a transaction that has passed it before. */
    void advance(Connection connection, Holder ours) throws SQLException {
        try (var statement = connection.prepareStatement("UPDATE " + table
                + " SET token = ?, uses = 0, claim = ? WHERE part = 'turn' AND claim <> ?")) {
            statement.setQueryTimeout(1);
            statement.setLong(1, ours.token());
            statement.setString(2, ours.claim());
            statement.setString(3, ours.claim());
            statement.executeUpdate();
        }
    }

    /** {@return whether the lease is renewed} Not where somebody else has it. */
    boolean renew(Connection connection, Holder ours) throws SQLException {
        return update(connection, "expires = %s + %d".formatted(presence.now(), ours.left()), ours);
    }

    /** As {@link #renew}, from another seat. */
    boolean move(Connection connection, Holder ours) throws SQLException {
        try (var statement = connection.prepareStatement("""
                UPDATE %s SET expires = %s + ?, seat = ?, node = ? WHERE part = 'beat' AND token = ? AND claim = ?"""
                .formatted(table, presence.now()))) {
            statement.setLong(1, ours.left());
            statement.setString(2, ours.seat().connection());
            statement.setString(3, ours.seat().node());
            statement.setLong(4, ours.token());
            statement.setString(5, ours.claim());
            return statement.executeUpdate() == 1;
        }
    }

    void release(Connection connection, Holder ours) throws SQLException {
        update(connection, "holder = '', expires = 0, seat = ''", ours);
    }

    private boolean update(Connection connection, String assignments, Holder ours) throws SQLException {
        try (var statement = connection.prepareStatement("UPDATE " + table + " SET " + assignments
                + " WHERE part = 'beat' AND token = ? AND claim = ?")) {
            statement.setLong(1, ours.token());
            statement.setString(2, ours.claim());
            return statement.executeUpdate() == 1;
        }
    }

    /**
     * {@return a statement that changes one row if the transaction in which it is run passes the fence} It keeps the
     * row from then on. Without parameters, so that it can go to the server together with what begins the transaction.
     */
    String pass(Holder ours, long use) {
        return "UPDATE " + table + " SET uses = " + use + " WHERE part = 'turn' AND token = " + ours.token()
                + " AND claim = '" + ours.claim() + "'";
    }

    /**
     * {@return whether a transaction that passed the fence was committed} Waits for it, if it is still under way, and
     * keeps it from being committed later.
     *
     * @param use  the number under which it passed
     * @param next a number that is greater and has not been used
     */
    boolean passed(Connection connection, Holder ours, long use, long next) throws SQLException {
        try (var statement = connection.createStatement()) {
            return statement.executeUpdate(pass(ours, next) + " AND uses >= " + use) == 1;
        }
    }

    /** {@return the number of the last committed transaction that passed the fence; nothing if that is not ours} */
    Optional<Long> lastUse(Connection connection, Holder ours) throws SQLException {
        try (var statement = connection.prepareStatement("SELECT uses FROM " + table
                + " WHERE part = 'turn' AND token = ? AND claim = ?")) {
            statement.setLong(1, ours.token());
            statement.setString(2, ours.claim());
            try (var rows = statement.executeQuery()) {
                return rows.next() ? Optional.of(rows.getLong(1)) : Optional.empty();
            }
        }
    }
}
