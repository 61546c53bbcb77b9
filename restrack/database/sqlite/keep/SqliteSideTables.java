package restrack.database.sqlite.keep;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.function.Function;
import restrack.MigrateException;
import restrack.database.Home;
import restrack.database.Parcel;
import restrack.database.Returned;
import restrack.database.SideTables;
import restrack.database.Taken;
import restrack.database.sqlite.catalog.Quoted;
import restrack.sql.TableEdit;

/** Side tables in the database's own file. */
public final class SqliteSideTables implements SideTables {
    private final Connection connection;
    private final Function<SQLException, MigrateException> explained;

    /** @param explained makes an error of the database into one that the user can understand */
    public SqliteSideTables(Connection connection, Function<SQLException, MigrateException> explained) {
        this.connection = connection;
        this.explained = explained;
    }

    @Override
    public List<Taken> taken(List<TableEdit> edits) {
        return done(() -> new Removal(connection).taken(edits));
    }

    @Override
    public Parcel put(Taken taken, Home home, String side) {
        return done(() -> new Removal(connection).put(taken, home, side));
    }

    @Override
    public List<Returned> bringBack(List<Parcel> parcels) {
        return done(() -> new Homecoming(connection).bringBack(parcels));
    }

    @Override
    public void drop(String side) {
        done(() -> {
            new Sql(connection).run("DROP TABLE main." + Quoted.name(side));
            return true;
        });
    }

    @FunctionalInterface
    private interface Work<T> {
        T done() throws SQLException;
    }

    private <T> T done(Work<T> work) {
        try {
            return work.done();
        } catch (SQLException e) {
            throw explained.apply(e);
        }
    }
}
