package restrack.adopt;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import restrack.graph.Graph;
import restrack.graph.Replacements;
import restrack.graph.Revision;
import restrack.script.NaturalOrder;

/**
 * What another tool's history means in this folder.
 *
 * @param history what the other tool says
 * @param origins the revisions that it says are applied, each with the name that the tool has for what told so
 * @param unknown the names of those claims that no revision of this folder answers to
 * @param failed  the revisions that it says stopped half way
 * @param partly  squashed revisions, of which it says a part to be applied
 */
public record Mapping(ForeignHistory history, Map<String, String> origins, List<String> unknown,
                      Set<String> failed, List<Revision> partly) {
    /** What the column of our records holds; change sets of Liquibase may have longer names. */
    private static final int LONGEST = 200;

    /** The collections are copied; the map keeps its order. */
    public Mapping {
        unknown = List.copyOf(unknown);
        failed = Set.copyOf(failed);
        partly = List.copyOf(partly);
    }

    /** {@return the revisions that are applied} */
    public Set<String> revisions() {
        return origins.keySet();
    }

    /** {@return what is written into the record of a revision: {@code alembic 42d974fafb08}} */
    public String origin(String revision) {
        var origin = history.tool() + " " + origins.get(revision);
        return origin.substring(0, Math.min(LONGEST, origin.length()));
    }

    /** {@return what a history means among these revisions} */
    static Mapping of(ForeignHistory history, Graph graph) {
        var ids = new Ids(graph);
        var origins = new LinkedHashMap<String, String>();
        var unknown = new ArrayList<String>();
        var parts = new LinkedHashMap<Revision, Set<String>>();
        var told = new HashMap<Revision, String>();
        for (var claim : history.claims()) {
            var meant = new LinkedHashSet<>(ids.meant(claim));
            boolean answered = !meant.isEmpty();
            for (var id : List.copyOf(meant)) {
                ids.squash(id).ifPresent(squash -> {
                    meant.remove(id);
                    parts.computeIfAbsent(squash, key -> new HashSet<>()).add(id);
                    told.put(squash, claim.name());
                });
            }
            meant.forEach(id -> origins.putIfAbsent(id, claim.name()));
            if (claim instanceof Claim.Only) {
                // It says so of itself, whatever else has said so before.
                meant.forEach(id -> origins.put(id, claim.name()));
            }
            if (!answered && !(claim instanceof Claim.Baseline)) {
                unknown.add(claim.name());
            }
        }
        var partly = new ArrayList<Revision>();
        parts.forEach((squash, said) -> {
            if (said.containsAll(squash.replaces())) {
                origins.putIfAbsent(squash.id(), told.get(squash));
            } else {
                partly.add(squash);
            }
        });
        var failed = new HashSet<String>();
        history.failed().forEach(claim -> ids.meant(claim).forEach(id ->
                failed.add(ids.squash(id).map(Revision::id).orElse(id))));
        return new Mapping(history, origins, unknown, failed, partly);
    }

    /** The ids of a folder and those squashed in it, by what they have in common with those of other tools. */
    private static final class Ids {
        private final Graph graph;
        private final Replacements replacements;
        private final Set<String> known = new LinkedHashSet<>();
        private final Map<String, List<String>> folded = new HashMap<>();

        Ids(Graph graph) {
            this.graph = graph;
            this.replacements = Replacements.of(graph.revisions());
            for (var revision : graph.revisions()) {
                known.add(revision.id());
                revision.replaces().stream().filter(id -> squash(id).isPresent()).forEach(known::add);
            }
            known.forEach(id -> folded.computeIfAbsent(fold(id), key -> new ArrayList<>()).add(id));
        }

        /** {@return the revision that this one was squashed into} */
        Optional<Revision> squash(String id) {
            return replacements.of(id);
        }

        Set<String> meant(Claim claim) {
            if (claim instanceof Claim.Baseline baseline) {
                return notAfter(baseline.version());
            }
            var found = claim.names().stream().flatMap(name -> find(name).stream()).findFirst();
            if (found.isEmpty()) {
                return Set.of();
            }
            return claim instanceof Claim.UpTo ? upTo(found.get()) : Set.of(found.get());
        }

        /** What was squashed is in the order in which it ran, so all of it is applied where the last is. */
        private Set<String> upTo(String id) {
            var squash = squash(id);
            if (squash.isEmpty()) {
                return graph.ancestors(List.of(id), true);
            }
            var replaced = squash.get().replaces();
            var before = new LinkedHashSet<>(graph.ancestors(List.of(squash.get().id()), true));
            before.remove(squash.get().id());
            before.addAll(replaced.get(replaced.size() - 1).equals(id) ? replaced : List.of(id));
            return before;
        }

        private Optional<String> find(String name) {
            return known.contains(name) ? Optional.of(name)
                    : Optional.of(folded.getOrDefault(fold(name), List.of())).filter(it -> it.size() == 1)
                            .map(it -> it.get(0));
        }

        /** Only versions have an order; an id of random digits is neither before nor after one. */
        private Set<String> notAfter(String version) {
            var before = new LinkedHashSet<String>();
            for (var id : known) {
                var folds = fold(id);
                if (folds.matches("\\d+(_\\d+)*") && NaturalOrder.INSTANCE.compare(folds, fold(version)) <= 0) {
                    before.add(id);
                }
            }
            return before;
        }

        /** {@code 001}, {@code 1}; {@code 1.10}, {@code 1_10}; {@code ABC-1}, {@code abc_1}: one id to a person. */
        private static String fold(String id) {
            return id.strip().toLowerCase(Locale.ROOT).replace('.', '_').replace('-', '_')
                    .replaceAll("(?<=^|_)0+(?=\\d+(_|$))", "");
        }
    }
}
