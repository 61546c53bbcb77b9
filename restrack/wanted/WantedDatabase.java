package restrack.wanted;

import java.sql.SQLException;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import restrack.ErrorKind;
import restrack.MigrateException;
import restrack.database.Database;
import restrack.schema.Constraint;
import restrack.schema.Definition;
import restrack.schema.Level;
import restrack.schema.Name;
import restrack.sql.Excerpt;

/** Makes the wanted schema real, in a database of its own. */
public final class WantedDatabase {
    private final Database scratch;

    private WantedDatabase(Database scratch) {
        this.scratch = scratch;
    }

    /**
     * Runs the statements of the models, in whatever order works: one that fails is tried again when others have run.
     *
     * @param wanted  the models
     * @param scratch an empty database
     * @throws MigrateException {@code bad_model}, naming the place and what the database said, where some statement
     *                          never runs; where two create the same; where a view reads what is not there
     */
    public static void build(Wanted wanted, Database scratch) {
        var database = new WantedDatabase(scratch);
        var pieces = wanted.pieces().stream().filter(it -> !database.isReserved(it)).toList();
        database.refuseTwice(pieces);
        boolean undone = scratch.dialect().hasTransactionalDdl();
        var left = undone && database.runAll(pieces) ? List.<Piece>of() : pieces;
        while (!left.isEmpty()) {
            var failed = database.failing(left);
            left = failed.size() < left.size() ? List.copyOf(failed.keySet()) : database.inCircles(failed);
        }
        pieces.forEach(database::readView);
    }

    private boolean isReserved(Piece piece) {
        return Creation.of(piece.statement())
                .filter(it -> scratch.dialect().isReserved(scratch.dialect().name(it.name().table()))).isPresent();
    }

    private void refuseTwice(List<Piece> pieces) {
        record Key(Creation.Kind namespace, Name name, String within) {
        }
        boolean byTable = scratch.dialect().models().namesTriggersByTable();
        var first = new HashMap<Key, Piece>();
        for (var piece : pieces) {
            Creation.of(piece.statement()).ifPresent(creation -> {
                var name = scratch.dialect().name(creation.name().table());
                boolean alone = creation.kind() == Creation.Kind.TRIGGER && !byTable;
                var other = first.putIfAbsent(new Key(creation.kind().namespace(), name,
                        alone ? "" : creation.within()), piece);
                if (other != null && !(creation.replaces() && isSameText(other, piece))) {
                    throw BadModel.at(piece.where(), name + " is created here and at " + other.where() + ".",
                            "Keep one of the two.");
                }
            });
        }
    }

    /** Within a text, what comes later may take the place of what stood before: pg_dump makes views in two steps. */
    private static boolean isSameText(Piece a, Piece b) {
        return a.where().substring(0, a.where().lastIndexOf(':')).equals(
                b.where().substring(0, b.where().lastIndexOf(':')));
    }

    /** {@return whether all of them run one after the other, which most models do} Otherwise nothing is done. */
    private boolean runAll(List<Piece> pieces) {
        scratch.begin();
        try {
            for (var piece : pieces) {
                scratch.run(piece.statement(), Set.of());
            }
            scratch.commit();
            return true;
        } catch (SQLException | MigrateException e) {
            scratch.rollback();
            return false;
        }
    }

    /**
     * Runs what is left when nothing helps any more: tables that refer to one another.
     *
     * @return what is left then: nothing
     */
    private List<Piece> inCircles(Map<Piece, MigrateException> failed) {
        scratch.allowForwardKeys(true);
        try {
            if (!failing(List.copyOf(failed.keySet())).isEmpty() || refersToNothing()) {
                throw cause(failed);
            }
            return List.of();
        } finally {
            scratch.allowForwardKeys(false);
        }
    }

    private boolean refersToNothing() {
        var schema = scratch.schema(Level.EXACT);
        return schema.tables().stream().flatMap(it -> it.constraints(Constraint.Kind.FOREIGN_KEY).stream())
                .anyMatch(it -> it.parent().filter(parent -> schema.table(parent).isEmpty()).isPresent());
    }

    /** {@return those that failed, each with its error, in order} */
    private Map<Piece, MigrateException> failing(List<Piece> pieces) {
        var failing = new LinkedHashMap<Piece, MigrateException>();
        for (var piece : pieces) {
            scratch.begin();
            try {
                scratch.run(piece.statement(), Set.of());
                scratch.commit();
            } catch (SQLException e) {
                scratch.rollback();
                if (!isThereAlready(piece)) {
                    failing.put(piece, scratch.explain(e, piece.where()));
                }
            } catch (MigrateException e) {
                scratch.rollback();
                failing.put(piece, BadModel.at(piece.where(), e.getMessage(), e.hint()));
            }
        }
        return failing;
    }

    /**
     * {@return whether the database itself has made a table, or has an extension} No other piece has, since two are
     * refused. What prints a schema prints such tables too: sqlite_sequence, or those behind a virtual table.
     */
    private boolean isThereAlready(Piece piece) {
        var creation = Creation.of(piece.statement());
        return creation.filter(Creation::isPlainTable).filter(it -> scratch.hasTable(it.name().table())).isPresent()
                || creation.filter(it -> it.kind() == Creation.Kind.EXTENSION)
                        .filter(it -> hasExtension(it.name().table())).isPresent();
    }

    private boolean hasExtension(String name) {
        return scratch.schema(Level.EXACT).definitions().stream().anyMatch(
                it -> it.kind() == Definition.Kind.EXTENSION && it.name().equals(scratch.dialect().name(name)));
    }

    /** {@return what is told of those that never run} An index fails because its table did. */
    private static MigrateException cause(Map<Piece, MigrateException> failed) {
        var piece = failed.keySet().stream()
                .filter(it -> Creation.of(it.statement()).filter(Creation::isPlainTable).isPresent())
                .findFirst().orElseGet(() -> failed.keySet().iterator().next());
        var error = failed.get(piece);
        return error.kind() != ErrorKind.DATABASE_ERROR ? error
                : BadModel.from(error, error.getMessage() + "\n    " + Excerpt.of(piece.statement()),
                        error.hint());
    }

    /** A view is created whatever it reads, and every later change to a table would stumble over it. */
    private void readView(Piece piece) {
        var creation = Creation.of(piece.statement());
        if (creation.isEmpty() || creation.get().kind() != Creation.Kind.VIEW
                || scratch.dialect().models().checksViews()) {
            return;
        }
        var view = scratch.dialect().quote(creation.get().name().table());
        try (var statement = scratch.connection().createStatement()) {
            statement.executeQuery("SELECT * FROM " + view + " LIMIT 0").close();
        } catch (SQLException e) {
            var error = scratch.explain(e, piece.where());
            throw BadModel.from(error, error.getMessage(), error.hint());
        }
    }
}
