package restrack.adopt;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import restrack.ErrorKind;
import restrack.MigrateException;
import restrack.graph.Graph;
import restrack.graph.Revision;

/** What histories and schema say of a database, put together; and what a person should know of it. */
final class Findings {
    private static final int SHOWN = 5;
    private static final String NO_TRACE = "A script that changes no table leaves no trace in a schema. ";

    private static final String FINISH = "Fill it in, remove the line `-- migrate:todo …`, and run the command again; ";

    private final Graph graph;
    private final Recognition recognition;
    private final List<Mapping> mappings;
    private final List<String> notes = new ArrayList<>();

    Findings(Graph graph, Recognition recognition, List<ForeignHistory> histories) {
        this.graph = graph;
        this.recognition = recognition;
        this.mappings = histories.stream().map(it -> Mapping.of(it, graph)).toList();
        for (var mapping : mappings) {
            notes.addAll(mapping.history().doubts());
            if (!mapping.unknown().isEmpty()) {
                note("No script of this folder is what " + mapping.history().tool() + " calls "
                        + String.join(", ", mapping.unknown()) + ".");
            }
            mapping.partly().forEach(it -> note(partOf(mapping, it)));
        }
    }

    private static String partOf(Mapping mapping, Revision squash) {
        return mapping.history().words().orElseThrow() + ", and that is only a part of what was squashed into "
                + Adoption.names(List.of(squash)) + ": " + String.join(", ", squash.replaces()) + ".";
    }

    /** The schema may be that of the whole squash where the rest only changes rows, so it is not asked either. */
    private static void refusePart(Mapping mapping) {
        for (var squash : mapping.partly()) {
            var last = squash.replaces().get(squash.replaces().size() - 1);
            throw new MigrateException(ErrorKind.WITHIN_SQUASH, partOf(mapping, squash) + " Nothing was changed.",
                    "Check out the scripts from before the squash, run `migrate adopt` and `migrate upgrade " + last
                            + "` there, then come back; if you are sure that the database has all of it, say `migrate "
                            + "adopt --as " + squash.id() + "`.");
        }
    }

    Graph graph() {
        return graph;
    }

    Recognition recognition() {
        return recognition;
    }

    void note(String sentence) {
        notes.add(sentence);
    }

    /** {@return what a person should know, as sentences} */
    List<String> notes() {
        var all = new ArrayList<>(notes);
        recognition.stopped().ifPresent(it -> all.add("What comes behind "
                + (it.kind() == ErrorKind.UNFINISHED ? "a draft" : "a script that does not run on an empty database")
                + " was not looked at: " + it.getMessage()));
        var others = recognition.elsewhere();
        if (!others.isEmpty()) {
            all.add("No script makes " + Adoption.list(others) + ". Nothing is done about that.");
        }
        return all;
    }

    /** Takes note of what a schema cannot show of revisions that no tool has said to be applied. */
    void noteRows(Match match) {
        var unseen = match.revisions().stream().map(Revision::id)
                .filter(it -> mappings.stream().noneMatch(mapping -> mapping.revisions().contains(it)))
                .filter(recognition::changesRows).toList();
        int hidden = Math.max(0, unseen.size() - SHOWN);
        if (!unseen.isEmpty()) {
            note("A schema does not show whether what these scripts do to rows was done: "
                    + String.join(", ", unseen.subList(hidden, unseen.size()))
                    + (hidden > 0 ? ", and " + hidden + " before them" : "") + ".");
        }
    }

    /** {@return where the record of a revision comes from: the tool that had it applied, or what is said otherwise} */
    String origin(String revision, String otherwise) {
        return mappings.stream().filter(it -> it.revisions().contains(revision)).map(it -> it.origin(revision))
                .findFirst().orElse(otherwise);
    }

    /**
     * {@return what a history says, where the schema is that too}
     *
     * @param blindly whether it is believed where the schema is not that, or that cannot be known
     * @throws MigrateException {@code not_recognised} where what it says cannot be built; {@code within_squash} where
     *                          it says a part of what is one script by now
     */
    Optional<Match> fromHistory(boolean blindly) {
        for (var mapping : mappings) {
            refusePart(mapping);
            var history = mapping.history();
            var said = mapping.revisions();
            if (said.isEmpty()) {
                history.words().ifPresent(words -> note(words + "."));
                continue;
            }
            var words = history.words().orElseThrow();
            var match = recognition.match(said);
            if (match.isEmpty() && blindly) {
                note(words + ", and is believed.");
                return Optional.of(new Match(recognition.inOrder(said), List.of()));
            }
            if (match.isEmpty() && !said.containsAll(graph.ancestors(said, true))) {
                note(words + ", and not what comes before that in this folder.");
                continue;
            }
            if (match.isEmpty()) {
                throw unknowable(words + "; whether the schema is that cannot be known.", "migrate adopt");
            }
            note(words + (match.get().fits() ? ", and the schema is that." : ", and the schema is not that."));
            if (blindly || match.get().fits()) {
                return match;
            }
        }
        if (mappings.isEmpty()) {
            note("No history of another tool was found.");
        }
        return Optional.empty();
    }

    /**
     * {@return what a person says, beside the database}
     *
     * @param blindly whether it is taken where it cannot be known what the revisions make
     */
    Match named(List<Revision> revisions, boolean blindly) {
        var match = recognition.match(ids(revisions));
        if (match.isEmpty() && !blindly) {
            throw unknowable("Whether this database is that cannot be known.", "migrate adopt --as …");
        }
        return match.orElseGet(() -> new Match(revisions, List.of()));
    }

    /**
     * {@return the one that the schema fits, or is nearest to}
     *
     * @param target whether the nearest one is going to be worked with, so that it has to be only one
     * @throws MigrateException {@code several_fit}; {@code not_recognised}, also where a part of it is half done
     */
    Match bySchema(boolean target) {
        var matches = recognition.nearest();
        if (matches.isEmpty()) {
            throw unknowable("What any revision makes cannot be known.", "migrate adopt --as REV");
        }
        int least = matches.stream().mapToInt(it -> it.changes().size()).min().orElseThrow();
        var best = new ArrayList<>(matches.stream().filter(it -> it.changes().size() == least).toList());
        boolean fits = least == 0;
        if (fits && best.size() == 1) {
            best.addAll(0, withoutATip(best.get(0)));
        }
        if (fits && (best.size() > 1 || recognition.stopped().isPresent())) {
            throw several(best, "The schema of this database fits " + listed(best));
        }
        if (target && (best.size() > 1 || recognition.stopped().isPresent())) {
            throw several(best, "The schema of this database is as near to " + listed(best));
        }
        var only = best.stream().max(Comparator.comparingInt(it -> it.revisions().size())).orElseThrow();
        if (fits || target) {
            refuseHalfDone(only);
        }
        if (fits) {
            note("The schema is that of " + Adoption.names(only.tips(graph)) + ".");
        }
        return only;
    }

    /** What another tool says stopped half way may have made its tables, and not what it does to their rows. */
    private void refuseHalfDone(Match match) {
        var half = mappings.stream().flatMap(it -> it.failed().stream()).filter(match.ids()::contains)
                .filter(recognition::changesRows).toList();
        if (!half.isEmpty()) {
            throw new MigrateException(ErrorKind.NOT_RECOGNISED, "By its schema this database is "
                    + Adoption.names(match.tips(graph)) + ", but whether what " + String.join(", ", half)
                    + " does to rows was done cannot be known." + said() + "\nNothing was changed.",
                    "Look at the rows, finish or undo by hand what is half done, then say which revision it is: "
                            + "`migrate adopt --as REV`.");
        }
    }

    /** Where branches ran one after the other, what came last on the first one may leave no trace either. */
    private List<Match> withoutATip(Match match) {
        var tips = match.tips(graph);
        var others = new ArrayList<Match>();
        for (var tip : tips.size() > 1 ? tips : List.<Revision>of()) {
            var ids = match.ids();
            ids.remove(tip.id());
            recognition.match(ids).filter(Match::fits).ifPresent(others::add);
        }
        return others;
    }

    private MigrateException unknowable(String sentence, String command) {
        return new MigrateException(ErrorKind.NOT_RECOGNISED, sentence + " " + recognition.failure() + said()
                + "\nNothing was changed.", (recognition.isUnfinished() ? FINISH + "or look" : "Look")
                + " at the schema yourself; if you are sure, say `" + command + " --allow " + Request.DIFFERENCE
                + "`.");
    }

    private MigrateException several(List<Match> best, String sentence) {
        var stopped = recognition.stopped().map(it -> "\nWhat comes behind was not looked at: " + it.getMessage())
                .orElse("");
        boolean ofBranches = best.stream().anyMatch(it -> it.tips(graph).size() > 1);
        return new MigrateException(ErrorKind.SEVERAL_FIT, sentence + stopped + said() + "\nNothing was changed.",
                (best.size() > 1 ? NO_TRACE : "") + "Say which one it is with `--as " + (ofBranches ? "REV,REV" : "REV")
                        + "`; the scripts behind it run with the next upgrade.");
    }

    private String said() {
        return notes.stream().map(it -> "\n" + it).collect(Collectors.joining());
    }

    private String listed(List<Match> matches) {
        return (matches.size() > 1 ? "several revisions:" : "this revision:") + matches.stream()
                .map(it -> "\n    " + Adoption.names(it.tips(graph))).collect(Collectors.joining());
    }

    private static Set<String> ids(List<Revision> revisions) {
        return new Match(revisions, List.of()).ids();
    }
}
