package restrack.adhoc;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import restrack.ErrorKind;
import restrack.MigrateException;
import restrack.apply.BeforeFirstChange;
import restrack.apply.Project;
import restrack.database.BrokenKey;
import restrack.database.Database;
import restrack.database.RowForm;
import restrack.history.Event;
import restrack.history.History;

/**
 * CSV files that become rows, all of them in one transaction with their entries in the log. Foreign keys are looked at
 * when all rows are there, so that neither the order of files nor that of rows matters.
 */
public final class Load {
    private final Project project;
    private final List<LoadFile> files;
    private final LoadOptions options;

    /**
     * @param project the project
     * @param files   the files
     * @param options what the user says of the load
     */
    public Load(Project project, List<LoadFile> files, LoadOptions options) {
        this.project = project;
        this.files = List.copyOf(files);
        this.options = options;
    }

    /**
     * Loads the files.
     *
     * @param database the database, open
     * @param before   what is done under the lock, before anything is changed
     * @return what was loaded, file by file
     * @throws MigrateException {@code bad_data} naming file, line and column of up to ten mistakes, or the rows whose
     *                          foreign keys lead nowhere; everything is rolled back then
     */
    public List<Loaded> run(Database database, BeforeFirstChange before) {
        var history = project.history(database);
        database.loading().begin();
        try {
            if (!options.dryRun()) {
                // First, because where such statements commit, they must not commit rows.
                history.create();
            }
            var forms = forms(database, history);
            var first = before.run(database);
            var loaded = load(database, forms);
            if (options.dryRun()) {
                database.rollback();
            } else {
                log(history, first, loaded);
                database.commit();
            }
            return loaded;
        } catch (RuntimeException | Error e) {
            database.rollback();
            throw e;
        }
    }

    /** Before the first row: all tables have to be there. */
    private Map<LoadFile, RowForm> forms(Database database, History history) {
        var forms = new LinkedHashMap<LoadFile, RowForm>();
        for (var file : files) {
            if (history.tableNames().contains(file.table().toLowerCase(Locale.ROOT))
                    || database.dialect().isReserved(database.dialect().name(file.table()))) {
                throw new MigrateException(ErrorKind.BAD_DATA, file.shown() + ": The table " + file.table()
                        + " is not yours to fill.", "Nothing was loaded.");
            }
            forms.put(file, database.loading().form(file.table()).orElseThrow(() -> new MigrateException(
                    ErrorKind.BAD_DATA,
                    file.shown() + ": There is no table '" + file.table() + "'.", "A file is named like its table: "
                    + "user.csv; or `--table` names it. Nothing was loaded.")));
        }
        return forms;
    }

    private List<Loaded> load(Database database, Map<LoadFile, RowForm> forms) {
        var tables = new HashSet<String>();
        forms.values().forEach(it -> tables.add(it.table()));
        boolean check = project.settings().foreignKeys();
        var before = check ? database.loading().brokenKeys(tables) : List.<BrokenKey>of();
        database.loading().expect(tables);
        var problems = new Problems();
        var loaded = new ArrayList<Loaded>();
        try (var watch = database.watch()) {
            forms.forEach((file, form) -> loaded.add(new TableLoad(database, watch, problems, file)
                    .run(form, options.format(), options.onConflict())));
        }
        problems.refuse();
        if (check) {
            var broken = new ArrayList<>(database.loading().brokenKeys(tables));
            broken.removeAll(new HashSet<>(before));
            broken.forEach(it -> problems.add(database.loading().words(it)));
            problems.refuse();
        }
        if (!options.dryRun()) {
            database.loading().finish(tables);
        }
        return loaded;
    }

    private void log(History history, Optional<Event> first, List<Loaded> loaded) {
        history.lastEvent();
        first.ifPresent(history::log);
        for (var each : loaded) {
            var detail = "into " + each.table() + (each.skipped() == 0 ? "" : ", " + each.skipped() + " skipped");
            history.log(new Event("load", each.file(), options.message(), each.millis(), detail, null, each.rows()));
        }
    }
}
