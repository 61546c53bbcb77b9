package restrack.adopt;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import restrack.graph.Graph;
import restrack.graph.Revision;
import restrack.script.NaturalOrder;

/**
 * What another tool's history means in this folder.
 *
 * @param history what the other tool says
 * @param origins the revisions that it says are applied, each with the name that the tool has for what told so
 * @param unknown the names of those claims that no revision of this folder answers to
 */
public record Mapping(ForeignHistory history, Map<String, String> origins, List<String> unknown) {
    /** What the column of our records holds; change sets of Liquibase may have longer names. */
    private static final int LONGEST = 200;

    /** The list is copied; the map keeps its order. */
    public Mapping {
        unknown = List.copyOf(unknown);
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
        for (var claim : history.claims()) {
            var meant = ids.meant(claim);
            meant.forEach(id -> origins.putIfAbsent(id, claim.name()));
            if (claim instanceof Claim.Only) {
                // It says so of itself, whatever else has said so before.
                meant.forEach(id -> origins.put(id, claim.name()));
            }
            if (meant.isEmpty() && !(claim instanceof Claim.Baseline)) {
                unknown.add(claim.name());
            }
        }
        return new Mapping(history, origins, unknown);
    }

    /** The ids of a folder by what they have in common with those of other tools. */
    private static final class Ids {
        private final Graph graph;
        private final Map<String, List<String>> folded = new HashMap<>();

        Ids(Graph graph) {
            this.graph = graph;
            for (var revision : graph.revisions()) {
                folded.computeIfAbsent(fold(revision.id()), key -> new ArrayList<>()).add(revision.id());
            }
        }

        Set<String> meant(Claim claim) {
            if (claim instanceof Claim.Baseline baseline) {
                return notAfter(baseline.version());
            }
            var found = claim.names().stream().flatMap(name -> find(name).stream()).findFirst();
            if (found.isEmpty()) {
                return Set.of();
            }
            return claim instanceof Claim.UpTo ? graph.ancestors(List.of(found.get()), true) : Set.of(found.get());
        }

        private Optional<String> find(String name) {
            var same = graph.find(name).map(Revision::id);
            return same.isPresent() ? same
                    : Optional.of(folded.getOrDefault(fold(name), List.of())).filter(it -> it.size() == 1)
                            .map(it -> it.get(0));
        }

        /** Only versions have an order; an id of random digits is neither before nor after one. */
        private Set<String> notAfter(String version) {
            var before = new LinkedHashSet<String>();
            for (var revision : graph.revisions()) {
                var id = fold(revision.id());
                if (id.matches("\\d+(_\\d+)*") && NaturalOrder.INSTANCE.compare(id, fold(version)) <= 0) {
                    before.add(revision.id());
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
