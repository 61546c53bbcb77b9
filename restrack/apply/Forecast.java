package restrack.apply;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import restrack.MigrateException;
import restrack.database.Database;
import restrack.database.Dialect;
import restrack.database.TableChange;
import restrack.sql.Statement;
import restrack.sql.TableEdit;
import restrack.sql.TableName;

/**
 * Says of each change to a table how it is going to be made, and of statements in batches how many they are. How a
 * table is changed depends on what the scripts before have made of it, so their definitions are tried on a copy of the
 * schema without rows.
 */
final class Forecast {
    private final Database database;
    private final Database scratch;
    /** By the name that a table has on the way, the one that it has now; only where they differ. */
    private final Map<String, String> names = new HashMap<>();
    /** Why the copy may no longer be what the database is going to be; empty while it is. */
    private String doubt = "";

    private Forecast(Database database, Database scratch) {
        this.database = database;
        this.scratch = scratch;
    }

    /** {@return whether there could be anything to say} Cheap: it looks at the statements alone. */
    static boolean possible(List<Step> steps, Dialect dialect) {
        return steps.stream().anyMatch(step -> step instanceof Step.Sql sql
                && (!sql.batches().isEmpty() || sql.statements().stream().anyMatch(dialect::mayNeedChanges)));
    }

    /** As below, for the database of a project, or for an empty one where it is not there yet. */
    static Map<String, List<Outlook>> of(List<Step> steps, Project project) {
        if (!possible(steps, project.dialect())) {
            return Map.of();
        }
        return project.read(database -> of(steps, database)).orElseGet(() -> {
            try (var empty = project.scratch()) {
                return of(steps, empty);
            }
        });
    }

    /**
     * {@return what is to be expected of each step, by its revision}
     *
     * @param steps    the steps in the order in which they run
     * @param database the database as it is; it is only read
     */
    static Map<String, List<Outlook>> of(List<Step> steps, Database database) {
        var outlooks = new LinkedHashMap<String, List<Outlook>>();
        try (var scratch = database.scratch()) {
            scratch.begin();
            var forecast = new Forecast(database, scratch);
            for (var step : steps) {
                outlooks.put(step.revision().id(), forecast.of(step));
            }
            scratch.rollback();
        }
        return outlooks;
    }

    private List<Outlook> of(Step step) {
        if (!(step instanceof Step.Sql sql)) {
            doubt = "it depends on what " + step.script().file() + " does, which is Java";
            return List.of();
        }
        var outlook = new ArrayList<Outlook>();
        for (int i = 0; i < sql.statements().size(); i++) {
            var place = new Place(sql.script().file().toString(), sql.statements().get(i));
            if (sql.batches().containsKey(i)) {
                outlook.add(of(place, sql.batches().get(i)));
            } else if (isDefinition(place.statement())) {
                outlook.addAll(of(place));
            }
        }
        return outlook;
    }

    private Outlook of(Place place, Batching batching) {
        var table = batching.statement().table();
        var now = nameNow(table.table());
        if (!database.hasTable(now)) {
            return new Outlook.Unknown(place, table, "there is no such table yet");
        }
        long rows = database.rows().count(now);
        return new Outlook.InBatches(place, table, batching.how().size(), batching.keyWords(), rows,
                batching.batches(rows));
    }

    /** What changes rows only is not tried: there are none. */
    private static boolean isDefinition(Statement statement) {
        return statement.starts("CREATE") || statement.starts("ALTER") || statement.starts("DROP");
    }

    private List<Outlook> of(Place place) {
        var statement = place.statement();
        var outlook = new ArrayList<Outlook>();
        try {
            if (scratch.dialect().mayNeedChanges(statement)) {
                for (var change : scratch.changes(statement)) {
                    outlook.add(new Outlook.Change(place, change, database.cost(asItIsNow(change))));
                }
            }
            scratch.run(statement, Set.copyOf(Hazards.known()));
        } catch (MigrateException e) {
            outlook.clear();
            outlook.add(doubt.isEmpty() ? new Outlook.Refused(place, place.put(e))
                    : new Outlook.Unknown(place, table(statement), doubt));
        } catch (SQLException e) {
            // It may need rows; if it is wrong, it fails when it runs.
            doubt = doubt.isEmpty() ? "it depends on what " + place + " does with the rows that are there" : doubt;
        }
        TableEdit.of(statement).forEach(this::note);
        return outlook;
    }

    private void note(TableEdit edit) {
        if (edit instanceof TableEdit.Rename rename) {
            names.put(key(rename.to()), nameNow(rename.table().table()));
            names.remove(key(rename.table().table()));
        }
    }

    private TableChange asItIsNow(TableChange change) {
        var table = new TableName(change.table().schema(), nameNow(change.table().table()));
        return new TableChange(table, change.way(), change.notes(), change.statements(), change.refilled());
    }

    private String nameNow(String name) {
        return names.getOrDefault(key(name), name);
    }

    private static String key(String name) {
        return name.toLowerCase(Locale.ROOT);
    }

    /** {@return the table that an {@code ALTER TABLE} names} */
    static TableName table(Statement statement) {
        var cursor = statement.cursor();
        cursor.accept("ALTER", "TABLE");
        cursor.accept("IF", "EXISTS");
        cursor.accept("ONLY");
        return cursor.tableName().orElse(new TableName("", ""));
    }
}
