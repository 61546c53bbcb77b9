package restrack.cli;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import restrack.MigrateException;
import restrack.adhoc.CsvFormat;
import restrack.adhoc.Load;
import restrack.adhoc.LoadFile;
import restrack.adhoc.LoadOptions;
import restrack.adhoc.Loaded;
import restrack.apply.BeforeFirstChange;
import restrack.apply.Project;
import restrack.database.OnConflict;

/** {@code migrate load}. */
@Command(name = "load", description = "Load CSV files into their tables, in one transaction.")
final class LoadCommand extends ChangingCommand {
    @Parameters(arity = "1..*", paramLabel = "DIR|FILE",
            description = "CSV files, user.csv for the table user; a folder stands for those in it. The first row "
                    + "names the columns.")
    List<String> files;

    @Option(names = "--table", paramLabel = "NAME", description = "The table, where the name of the file is another.")
    String table = "";

    @Option(names = "--delimiter", paramLabel = "CHAR", description = "What stands between fields: , (the default), "
            + "; or tab.")
    String delimiter = ",";

    @Option(names = "--null", paramLabel = "TEXT", description = "What a field without quotes says that has no value "
            + "(default: nothing).")
    String nullText = "";

    @Option(names = "--on-conflict", paramLabel = "fail|skip|update",
            description = "What to do with a row whose key is there: fail (the default), skip it, update the one that "
                    + "is there.")
    OnConflict onConflict = OnConflict.FAIL;

    @Option(names = "--dry-run", description = "Load everything, show what it came to, and roll it back.")
    boolean dryRun;

    @Mixin
    BackupFirst backup = new BackupFirst();

    @Option(names = {"-m", "--message"}, paramLabel = "MSG", description = "What it is for; kept in the event log.")
    String message = "";

    @Override
    int run() {
        try (var project = project()) {
            var format = CsvFormat.of(delimiter, nullText);
            var named = LoadFile.of(files, project.settings().workingDirectory(), table);
            requireDatabase(project);
            var before = BeforeFirstChange.NOTHING;
            if (dryRun) {
                name(project);
                backup.tellIfDue(project, this::overwrites, this);
            } else {
                before = backup.prepare(project, this::overwrites, this);
                confirm(project);
            }
            long start = System.nanoTime();
            try (var database = project.open()) {
                surroundings().interruption().concerns(database);
                var options = new LoadOptions(format, onConflict, message, dryRun);
                var loaded = new Load(project, named, options).run(database, before);
                tell(project, loaded, (System.nanoTime() - start) / 1_000_000);
                return DONE;
            } catch (MigrateException e) {
                return backup.stopped(e, project, this);
            } finally {
                surroundings().interruption().concerns(null);
            }
        }
    }

    private boolean overwrites() {
        return onConflict == OnConflict.UPDATE;
    }

    private void tell(Project project, List<Loaded> loaded, long millis) {
        long rows = loaded.stream().mapToLong(Loaded::rows).sum();
        var table = new TextTable();
        for (var each : loaded) {
            table.row(UnaryOperator.identity(), each.table(), RunReport.rows(each.rows()), each.file(),
                    each.skipped() == 0 ? "" : "(" + RunReport.rows(each.skipped()) + " skipped)");
        }
        table.lines().forEach(this::say);
        say(dryRun ? "Would have loaded " + RunReport.rows(rows) + ". Everything was rolled back (--dry-run)."
                : "Loaded " + RunReport.rows(rows) + " in " + millis + " ms.");
        answer(() -> {
            var document = new LinkedHashMap<String, Object>();
            document.put("dryRun", dryRun);
            document.put("tables", loaded.stream().map(LoadCommand::document).toList());
            document.put("rows", rows);
            document.put("ms", millis);
            return backup.with(document, project);
        });
    }

    private static Map<String, Object> document(Loaded loaded) {
        var fields = new LinkedHashMap<String, Object>();
        fields.put("file", loaded.file());
        fields.put("table", loaded.table());
        fields.put("rows", loaded.rows());
        fields.put("skipped", loaded.skipped());
        fields.put("ms", loaded.millis());
        return fields;
    }
}
