package restrack.adopt;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import restrack.ErrorKind;
import restrack.MigrateException;
import restrack.apply.Agreement;
import restrack.apply.Done;
import restrack.apply.Project;
import restrack.apply.Rebuilt;
import restrack.apply.State;
import restrack.autogenerate.Alignment;
import restrack.database.Database;
import restrack.graph.Graph;
import restrack.graph.Plans;
import restrack.graph.Revision;
import restrack.schema.Level;
import restrack.schema.Name;

/**
 * Takes a database over: finds out which revision it is, from the history of another tool or by its schema, and
 * records that. A history is believed only where the schema is what it says.
 */
public final class Adoption implements AutoCloseable {
    private final Project project;
    private final Request request;
    private Rebuilt wanted;

    /**
     * @param project the project
     * @param request what a person says of the database
     */
    public Adoption(Project project, Request request) {
        this.project = project;
        this.request = request;
    }

    /**
     * {@return what the database is} Nothing is changed.
     *
     * @throws MigrateException {@code several_fit} where its schema fits several revisions and nobody says which,
     *                          {@code not_recognised} where the revision that is named cannot be built,
     *                          {@code already_recorded} where something is said of a database with records,
     *                          {@code half_applied} where the first script stopped half way,
     *                          {@code busy} where Liquibase is at work
     */
    public Verdict verdict() {
        if (project.scriptsOrNone().byId().isEmpty()) {
            throw new MigrateException(ErrorKind.NO_SCRIPTS, "There are no scripts in "
                    + project.settings().dirAsWritten() + ", so there is nothing that this database could be.",
                    "`migrate adopt --import DIR` makes them of another tool's; `migrate adopt --baseline` writes the "
                            + "first one from the schema of this database.");
        }
        var state = project.state();
        if (!state.applied().isEmpty()) {
            return recorded(state);
        }
        Agreement.requireNoneHalfApplied(state.snapshot());
        return project.read(database -> verdict(state.graph(), database)).orElseGet(() ->
                new Verdict.Nothing(List.of("There is no database yet; `migrate upgrade` makes it.")));
    }

    private Verdict recorded(State state) {
        if (!request.isPlain()) {
            throw new MigrateException(ErrorKind.ALREADY_RECORDED, "This database has records already: "
                    + names(state.current()) + ". Nothing was changed.",
                    "`migrate status` shows them; `migrate stamp` changes them.");
        }
        return new Verdict.Nothing(List.of("This database has records already."));
    }

    private Verdict verdict(Graph graph, Database data) {
        var histories = ForeignHistories.in(data, data.names());
        var recognition = new Recognition(project, project.scripts(), data);
        var findings = new Findings(graph, recognition, histories);
        boolean blindly = request.allowsDifference() && !request.align();
        var said = request.as().isEmpty() ? findings.fromHistory(blindly) : named(findings, blindly);
        var match = said.or(() -> recognised(findings));
        if (match.isEmpty()) {
            return new Verdict.Nothing(findings.notes());
        }
        var found = match.get();
        if (!found.fits() && !request.align()) {
            if (said.isEmpty() || !blindly) {
                return new Verdict.Apart(found.tips(graph), found.differences(), findings.notes());
            }
            found.differences().forEach(it -> findings.note("Left as it is: " + it.line()));
        }
        findings.noteRows(found);
        var seen = new Verdict.Seen(Adopting.schema(project, data), histories);
        var adopted = found.revisions().stream()
                .map(it -> new Verdict.Adopted(it, findings.origin(it.id(), otherwise(found)))).toList();
        return new Verdict.Known(adopted, request.align() ? Optional.of(alignment(recognition, found, data))
                : Optional.empty(), seen, findings.notes());
    }

    private String otherwise(Match match) {
        return !match.fits() && request.align() ? "aligned" : !request.as().isEmpty() ? request.origin() : "recognised";
    }

    /** What a person says it is. */
    private Optional<Match> named(Findings findings, boolean blindly) {
        var revisions = Plans.stamp(findings.graph(), Set.of(), request.as(), true).recorded();
        if (revisions.isEmpty()) {
            throw new MigrateException(ErrorKind.USAGE, "'" + String.join(",", request.as()) + "' means no revision.",
                    "A database in which no script ran needs no adoption: `migrate upgrade`.");
        }
        return Optional.of(findings.named(revisions, blindly));
    }

    /** What the schema says it is, or is nearest to; nothing where there is nothing of the scripts. */
    private Optional<Match> recognised(Findings findings) {
        if (!findings.recognition().hasAnything() && findings.recognition().stopped().isEmpty()) {
            findings.note("There is nothing of these scripts in this database; `migrate upgrade` applies them.");
            return Optional.empty();
        }
        return Optional.of(findings.bySchema(request.align()));
    }

    private Alignment alignment(Recognition recognition, Match match, Database data) {
        wanted = recognition.build(match.revisions()).orElseThrow();
        var extent = recognition.extent();
        var schema = wanted.database().schema(Level.EXACT);
        return Alignment.of(data, present -> extent.goal(present, schema), wanted.database().equality());
    }

    /**
     * Records what was found, after the alignment if there is one, in one transaction.
     *
     * @param known    what was found
     * @param database the database, open for writing
     * @return what was recorded
     * @throws MigrateException {@code busy} where the database is not what it was when it was looked at; what
     *                          {@link Alignment#run} throws. Nothing is changed then.
     */
    public List<Done> carryOut(Verdict.Known known, Database database) {
        return new Adopting(project, database).run(known, request.allowed());
    }

    static String names(List<Revision> revisions) {
        return revisions.stream().map(it -> it.message().isEmpty() ? it.id() : it.id() + " (" + it.message() + ")")
                .collect(Collectors.joining(", "));
    }

    static String list(List<Name> names) {
        var texts = new ArrayList<String>();
        names.forEach(it -> texts.add(it.text()));
        return String.join(", ", texts);
    }

    @Override
    public void close() {
        if (wanted != null) {
            wanted.close();
        }
    }
}
