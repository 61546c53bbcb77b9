package restrack.apply;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import restrack.ErrorKind;
import restrack.MigrateException;
import restrack.database.Database;
import restrack.database.Dialect;
import restrack.database.TableChange;
import restrack.history.JournalEntry;
import restrack.sql.Items;
import restrack.sql.Statement;
import restrack.sql.TableEdit;
import restrack.sql.Token;
import restrack.sql.TokenCursor;

/**
 * Finds what is going to be refused, before the first script runs: changes to tables that nothing before them in the
 * plan touches. Where something could still clear the way, nothing is said; the statement is looked at again when its
 * turn comes.
 */
final class Beforehand {
    /** A table that is copied may be all of the database, sorted indexes too, and be written to a log besides. */
    private static final int MOST_COPIES = 6;

    private static final List<String> FREEING = List.of("CONSTRAINT", "FOREIGN", "KEY", "INDEX");

    private final Database database;
    private final Set<String> allowed;
    private final List<JournalEntry> journal;
    private final boolean roomy;
    private final List<MigrateException> refusals = new ArrayList<>();
    /** The names in the statements so far, keywords included, in lower case. */
    private final Set<String> mentioned = new HashSet<>();
    /** The tables that the plan creates, likewise. */
    private final Set<String> created = new HashSet<>();
    /** Whether the rows of tables that were not mentioned are certainly as they are now. */
    private boolean rowsKnown = true;
    /** Whether what stands in the way of a change, an index or a view, is certainly still there. */
    private boolean schemaKnown = true;

    /**
     * @param database the database, which is only read
     * @param allowed  the hazards that the user accepts
     * @param journal  how far scripts have come already: what is done of them is not looked at again
     */
    Beforehand(Database database, Set<String> allowed, List<JournalEntry> journal) {
        this.database = database;
        this.allowed = allowed;
        this.journal = journal;
        this.roomy = database.freeBytes().orElse(Long.MAX_VALUE) / MOST_COPIES > database.bytes();
    }

    /** {@return whether anything could be refused, as far as the words of the scripts tell} */
    static boolean possible(List<Step> steps, Dialect dialect) {
        return Forecast.possible(steps, dialect) || steps.stream().anyMatch(step -> step instanceof Step.Sql sql
                && sql.statements().stream().anyMatch(dialect::mayBeRefused));
    }

    /** {@return what is certainly going to be refused, in the order of the plan} */
    List<MigrateException> refusals(List<Step> steps) {
        return refusals(steps, false);
    }

    /**
     * {@return the same before these steps run} The first one is left to itself, if it has room: when it is refused,
     * nothing has happened, and its rows are not looked at twice.
     */
    List<MigrateException> refusalsBeforeRun(List<Step> steps) {
        return refusals(steps, roomy);
    }

    private List<MigrateException> refusals(List<Step> steps, boolean butTheFirst) {
        for (var step : steps) {
            boolean skipped = butTheFirst && step == steps.get(0) && step.transactional();
            if (!(step instanceof Step.Sql sql) || !look(sql, !skipped)) {
                break;
            }
        }
        return refusals;
    }

    /** {@return whether anything can be said of what comes behind this script} */
    private boolean look(Step.Sql step, boolean closely) {
        var half = journal.stream().filter(it -> it.revision().equals(step.revision().id())
                && it.direction().equals(step.direction().id())).findFirst();
        for (int i = half.map(JournalEntry::done).orElse(0); i < step.statements().size(); i++) {
            var statement = step.statements().get(i);
            if (half.isPresent() && half.get().hasStarted() && i == half.get().done()) {
                // It may be done: the journal finds out.
                note(statement);
                continue;
            }
            if (step.batches().containsKey(i)) {
                look(new Place(step.script().file().toString(), statement), step.batches().get(i));
            }
            if (closely && database.dialect().mayBeRefused(statement) && !isTouched(statement)) {
                look(new Place(step.script().file().toString(), statement));
            }
            if (database.dialect().rules().mayDoAnything(statement)) {
                return false;
            }
            note(statement);
        }
        return true;
    }

    /** Whether the plan has done something to a table that the statement mentions, or its own is not there. */
    private boolean isTouched(Statement statement) {
        var table = Forecast.table(statement);
        return !table.schema().isEmpty() || !database.hasTable(table.table()) || names(statement)
                .anyMatch(it -> mentioned.contains(it) && (created.contains(it) || database.hasTable(it)));
    }

    /** Looks for the key by which batches go, if nothing before them could make or break it. */
    private void look(Place place, Batching batching) {
        if (names(place.statement()).anyMatch(mentioned::contains)
                || !database.hasTable(batching.statement().table().table())) {
            return;
        }
        try {
            batching.key(database);
        } catch (MigrateException e) {
            refusals.add(place.put(e));
        }
    }

    private void look(Place place) {
        try {
            for (var change : database.changes(place.statement())) {
                if (!roomy) {
                    requireRoom(change);
                }
            }
            database.refuse(place.statement(), allowed);
        } catch (MigrateException e) {
            if (isCertain(e.kind())) {
                refusals.add(place.put(e));
            }
        }
    }

    private boolean isCertain(ErrorKind kind) {
        return switch (kind) {
            case HAZARD, ROWS_IN_THE_WAY -> rowsKnown;
            case DEPENDENTS, CANNOT_ALTER, BAD_SCRIPT -> schemaKnown;
            case DISK_FULL -> true;
            default -> false;
        };
    }

    private void requireRoom(TableChange change) {
        long needed = database.cost(change).bytes();
        var free = database.freeBytes();
        if (free.isPresent() && free.getAsLong() < needed) {
            throw new MigrateException(ErrorKind.DISK_FULL, "Changing " + change.table() + " (" + change.way().words()
                    + ") needs " + Size.of(needed) + " of disk while it runs, and the disk with the database has "
                    + Size.of(free.getAsLong()) + " left. Nothing was changed.",
                    "Make room, then run the command again.");
        }
    }

    private void note(Statement statement) {
        if (onlyFrees(statement)) {
            schemaKnown = false;
            return;
        }
        boolean changesRows = Stream.of("INSERT", "UPDATE", "DELETE", "REPLACE", "WITH").anyMatch(statement::starts)
                || statement.starts("DROP", "TABLE");
        // Through a trigger or a foreign key, rows of other tables may change with those of an existing one.
        if (rowsKnown && changesRows && names(statement).anyMatch(database::hasTable)) {
            rowsKnown = false;
        }
        schemaKnown &= !statement.starts("DROP") && !database.dialect().mayNeedChanges(statement);
        names(statement).forEach(mentioned::add);
        for (var edit : TableEdit.of(statement)) {
            if (edit instanceof TableEdit.Create create) {
                created.add(create.table().table().toLowerCase(Locale.ROOT));
            }
        }
    }

    /** Whether a statement takes constraints and indexes away and nothing else: the rows are what they were. */
    private static boolean onlyFrees(Statement statement) {
        var cursor = statement.cursor();
        return cursor.accept("ALTER", "TABLE") && cursor.tableName().isPresent() && !cursor.atEnd()
                && Items.of(cursor.rest()).stream().map(TokenCursor::new).allMatch(it -> it.accept("DROP")
                        && FREEING.stream().anyMatch(it::accept));
    }

    private static Stream<String> names(Statement statement) {
        return statement.significant().stream().filter(Token::isName).map(it -> it.name().toLowerCase(Locale.ROOT));
    }
}
