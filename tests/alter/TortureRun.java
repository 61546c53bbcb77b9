package tests.alter;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import restrack.ErrorKind;
import restrack.MigrateException;
import restrack.config.DatabaseUrl;
import restrack.database.Access;
import restrack.database.sqlite.SqliteDialect;
import restrack.database.sqlite.grammar.SqliteSyntax;
import restrack.sql.Statements;
import tests.alter.Change.Hazard;
import tests.alter.Change.Option;
import tests.alter.Fact.Kind;

/** Puts one schema through every change that applies to its tables, and says what went wrong. */
final class TortureRun {
    private final Path source;
    private final Path copy;
    private final byte[] bytes;
    private final Inventory before;
    private final List<String> wrong = new ArrayList<>();
    private int count;

    private TortureRun(String schema, Path folder) throws SQLException {
        source = folder.resolve("source.db");
        copy = folder.resolve("copy.db");
        Torture.build(schema, source);
        before = Inventory.of(source);
        bytes = read(source);
    }

    /** {@return what went wrong, a sentence each} */
    static List<String> of(String schema, Path folder) throws SQLException {
        var run = new TortureRun(schema, folder);
        for (var table : run.before.names("table")) {
            if (run.before.lines(Kind.TABLE, table).get(0).startsWith("table") && !table.startsWith("sqlite_")) {
                var facts = new TableFacts(run.before, table);
                for (var change : AllChanges.of(facts, run.source)) {
                    run.check(facts, facts.needsApplication() ? change.may(true, ErrorKind.CANNOT_ALTER) : change);
                }
            } else {
                run.refuse(table);
            }
        }
        run.before.names("view").forEach(run::refuse);
        return run.wrong;
    }

    /** Virtual tables and what they keep their contents in, views and SQLite's own tables are not to be altered. */
    private void refuse(String object) {
        for (var action : List.of("ALTER COLUMN rowid TYPE TEXT", "ADD CONSTRAINT zz CHECK (1)", "SET STRICT",
                "ADD COLUMN zz_new INT UNIQUE", "DROP COLUMN rowid CASCADE")) {
            var change = Change.of("ALTER TABLE " + Connections.name(object) + " " + action, null);
            try {
                var refused = run(change.statement(), Set.of(), count++ % 2 == 0);
                if (refused.isEmpty() || refused.get().kind() != ErrorKind.CANNOT_ALTER) {
                    wrong(change, "was not refused as it had to be: " + refused.map(it -> it.kind() + " " + it));
                }
                same(change);
            } catch (SQLException e) {
                // What SQLite has a statement for, it refuses itself.
                if (!action.startsWith("ADD COLUMN")) {
                    wrong(change, "threw " + e);
                }
                same(change);
            } catch (RuntimeException e) {
                wrong(change, "threw " + e);
            }
        }
    }

    private void check(TableFacts facts, Change change) throws SQLException {
        boolean foreignKeys = count++ % 2 == 0;
        if (change.text() == null) {
            judge(facts, change, null, foreignKeys);
            return;
        }
        try (var oracle = Oracle.of(new Oracle.Wanted(source, before, facts.table(), change.text(), change.values(),
                change.without()))) {
            judge(facts, change, oracle, foreignKeys);
        }
    }

    private void judge(TableFacts facts, Change change, Oracle oracle, boolean foreignKeys) throws SQLException {
        var impossible = oracle == null ? Optional.<String>empty() : oracle.reason();
        var reasons = EnumSet.noneOf(ErrorKind.class);
        reasons.addAll(change.may());
        if (impossible.isPresent()) {
            reasons.addAll(oracle.kinds());
        }
        if (before.lines(Kind.INTEGRITY, "").contains("CHECK constraint failed in " + facts.table())) {
            reasons.add(ErrorKind.ROWS_IN_THE_WAY);
        }
        if (change.hazard() != Hazard.NO) {
            reasons.add(ErrorKind.HAZARD);
        }
        try {
            var refused = run(change.statement(), Set.of(), foreignKeys);
            if (refused.isPresent()) {
                if (!reasons.contains(refused.get().kind())) {
                    wrong(change, "was refused (" + refused.get().kind() + ": " + refused.get().getMessage()
                            + "), for which there is no reason" + (reasons.isEmpty() ? "." : " but " + reasons + "."));
                }
                same(change);
                if (refused.get().kind() == ErrorKind.HAZARD && change.hazard() != Hazard.NO && impossible.isEmpty()) {
                    refused = run(change.statement(), Set.of("change-data"), foreignKeys);
                }
            } else if (change.hazard() == Hazard.YES) {
                wrong(change, "was done, though it changes what values mean.");
            }
            if (refused.isPresent()) {
                return;
            }
            if (impossible.isPresent() || change.has(Option.REFUSED)) {
                wrong(change, "was done, though it had to be refused: " + impossible.orElse("" + change.may()));
            } else if (oracle == null) {
                var after = Inventory.of(copy);
                (change.statement().endsWith(" CASCADE") ? Cascades.differences(change, facts, after)
                        : Renames.differences(change, before, after)).forEach(it -> wrong(change, it));
            } else {
                done(facts, change, oracle);
            }
        } catch (SQLException | RuntimeException | AssertionError e) {
            wrong(change, "threw " + e + " at " + e.getStackTrace()[0]
                    + (impossible.isPresent() ? " (expected: " + impossible.get() + ")" : ""));
        }
    }

    /** Runs a statement on a fresh copy; the refusal, if it was refused. */
    private Optional<MigrateException> run(String sql, Set<String> allowed, boolean foreignKeys) throws SQLException {
        write(copy, bytes);
        var url = DatabaseUrl.parse("jdbc:sqlite:" + copy, copy.getParent());
        var access = new Access(Duration.ofSeconds(5), foreignKeys, holders -> { });
        try (var database = new SqliteDialect().open(url, access)) {
            database.begin();
            try {
                for (var statement : Statements.of(sql, SqliteSyntax.SQLITE)) {
                    database.run(statement, allowed);
                }
                database.commit();
            } catch (MigrateException e) {
                database.rollback();
                return Optional.of(e);
            } catch (SQLException e) {
                // What SQLite itself has is given to it as it stands, and what it then says is said by who runs it.
                database.rollback();
                if (!sql.contains(" RENAME ")) {
                    throw e;
                }
                return Optional.of(new MigrateException(ErrorKind.CANNOT_ALTER, e.getMessage(), ""));
            } finally {
                var session = Connections.lines(database.connection(), "SELECT * FROM pragma_foreign_keys, "
                        + "pragma_writable_schema, pragma_legacy_alter_table, pragma_ignore_check_constraints, "
                        + "pragma_defer_foreign_keys").toString();
                if (!session.equals("[" + (foreignKeys ? 1 : 0) + " | 0 | 0 | 0 | 0]")) {
                    wrong.add(sql + ": the session is " + session);
                }
            }
            return Optional.empty();
        }
    }

    private void same(Change change) {
        if (Arrays.equals(read(copy), bytes)) {
            return;
        }
        Comparison.differences(before, Inventory.of(copy))
                .forEach(it -> wrong(change, "was refused, and yet something is different. " + it));
    }

    private void done(TableFacts facts, Change change, Oracle oracle) throws SQLException {
        var after = Inventory.of(copy);
        var found = new ArrayList<>(Comparison.differences(before, after, Outcome.of(facts, change, oracle)));
        if (found.isEmpty() && !change.has(Option.OTHER_TYPES)) {
            try (var connection = Connections.open(copy)) {
                var wanted = Behaviour.of(oracle.connection(), facts.table());
                var got = Behaviour.of(connection, facts.table());
                Expectation.Check.becomes(wanted).complaint(wanted, got)
                        .ifPresent(it -> found.add("The behaviour: " + it));
            }
        }
        found.forEach(it -> wrong(change, it));
    }

    private void wrong(Change change, String what) {
        wrong.add(change.statement() + ": " + what);
    }

    private static byte[] read(Path file) {
        try {
            return Files.readAllBytes(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void write(Path file, byte[] bytes) {
        try {
            Files.write(file, bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
