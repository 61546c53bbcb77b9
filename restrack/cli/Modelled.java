package restrack.cli;

import java.util.Optional;
import restrack.ErrorKind;
import restrack.MigrateException;
import restrack.apply.Project;
import restrack.apply.Repeatables;
import restrack.autogenerate.Comparison;
import restrack.autogenerate.Decisions;
import restrack.autogenerate.Draft;
import restrack.autogenerate.Drafting;
import restrack.autogenerate.Elsewhere;
import restrack.autogenerate.Ignored;
import restrack.autogenerate.Scope;
import restrack.database.Database;
import restrack.wanted.ModelSettings;
import restrack.wanted.Models;

/** The models of a project against its database, opened for one command. */
final class Modelled implements AutoCloseable {
    private final Database data;
    private final Comparison comparison;

    private Modelled(Database data, Comparison comparison) {
        this.data = data;
        this.comparison = comparison;
    }

    /** {@return the two; nothing where the project has no models} A database that does not exist yet has no tables. */
    static Optional<Modelled> open(Project project) {
        var models = Models.read(ModelSettings.of(project.settings()), project.dialect());
        if (models.isEmpty()) {
            return Optional.empty();
        }
        var data = project.openForReading().orElseGet(project::scratch);
        var empty = project.scratch();
        try {
            return Optional.of(new Modelled(data, new Comparison(data, models.get(), empty, scope(project, data))));
        } catch (RuntimeException e) {
            empty.close();
            data.close();
            throw e;
        }
    }

    /** {@return the error of a project that has none, where they are needed} */
    static MigrateException none(Project project) {
        return new MigrateException(ErrorKind.BAD_MODEL, "There are no models to compare the database with: "
                + String.join(", ", project.settings().models()) + " holds none.", "Say in "
                + project.settings().dirAsWritten() + "/migrate.properties where they are (`models = …`), or which "
                + "command prints them (`models.command = …`).");
    }

    private static Scope scope(Project project, Database data) {
        var repeatables = new Repeatables(project.dialect(), project.placeholders());
        var statements = project.repeatables().stream().flatMap(it -> repeatables.statements(it).stream()).toList();
        return new Scope(Ignored.of(project.settings().autogenerateIgnore()), project.history(data).tableNames(),
                Elsewhere.madeBy(statements));
    }

    Comparison comparison() {
        return comparison;
    }

    Draft draft(Decisions decisions) {
        return new Drafting(data, comparison, decisions).draft();
    }

    @Override
    public void close() {
        comparison.close();
        data.close();
    }
}
