package restrack.graph;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import restrack.ErrorKind;
import restrack.MigrateException;

/**
 * Where a new revision goes.
 *
 * @param id        its id
 * @param revises   the ids of its parents
 * @param dependsOn the ids it depends on, resolved
 * @param labels    its branch labels
 * @param replaces  the ids that are squashed into it, oldest first; empty for any other
 */
public record NewRevision(String id, List<String> revises, List<String> dependsOn, List<String> labels,
                          List<String> replaces) {
    public NewRevision {
        revises = List.copyOf(revises);
        dependsOn = List.copyOf(dependsOn);
        labels = List.copyOf(labels);
        replaces = List.copyOf(replaces);
    }

    /** A new revision that replaces none. */
    public NewRevision(String id, List<String> revises, List<String> dependsOn, List<String> labels) {
        this(id, revises, dependsOn, labels, List.of());
    }

    /**
     * What a caller of {@code revision} asks for.
     *
     * @param id        the id, made up or from {@code --rev-id}
     * @param heads     targets that it is to follow, from {@code --head}; none means {@code head}
     * @param splice    whether a parent may be no head
     * @param labels    from {@code --branch-label}
     * @param dependsOn targets from {@code --depends-on}
     */
    public record Request(String id, List<String> heads, boolean splice, List<String> labels,
                          List<String> dependsOn) {
        public Request {
            heads = List.copyOf(heads);
            labels = List.copyOf(labels);
            dependsOn = List.copyOf(dependsOn);
        }
    }

    /**
     * {@return the new revision's place, after all checks}
     * As in Alembic, {@code --head base} makes a new base, and {@code --head heads} follows all heads at once.
     *
     * @throws MigrateException ILLEGAL_CHARS, DUPLICATE_ID, LABEL_CLASH, NOT_A_HEAD without splice, MULTIPLE_HEADS,
     *         DUPLICATE_HEADS, OVERLAP; what {@link Graph#select} throws
     */
    public static NewRevision of(Graph graph, Request request) {
        refuseNames(graph, request.id(), request.labels());
        List<Node> parents = parents(graph, request.heads().isEmpty() ? List.of("head") : request.heads());
        refuseOverlap(parents);
        if (!request.splice()) {
            refuseInnerRevisions(parents);
        }
        return new NewRevision(request.id(), ids(parents), dependencies(graph, request.dependsOn()),
                request.labels());
    }

    /**
     * {@return the place of a merge of several heads}
     *
     * @param graph     the revisions
     * @param id        its id
     * @param revisions targets, at least two revisions in all; {@code heads} means all heads
     * @param labels    its branch labels
     * @throws MigrateException as {@link #of}; USAGE if there are fewer than two revisions to merge
     */
    public static NewRevision merge(Graph graph, String id, List<String> revisions, List<String> labels) {
        NewRevision merge = of(graph, new Request(id, revisions, false, labels, List.of()));
        if (merge.revises().size() < 2) {
            throw new MigrateException(ErrorKind.USAGE, "A merge needs at least two revisions.",
                    "Name them, or say 'heads' where there are several; `migrate heads` lists them.");
        }
        return merge;
    }

    /**
     * {@return the place of the one revision that a range of others becomes}
     * It has the parents of the first, depends on what any of them depends on outside of the range, and has the labels
     * of all.
     *
     * @param graph  the revisions
     * @param range  {@code A:B}, both ends included as in {@code history}; {@code :B}, {@code A:}
     * @param id     its id
     * @param labels labels that it gets besides
     * @throws MigrateException CANNOT_SQUASH for a range of one, for one with several ways in or out, and for one that
     *         something in its middle depends on; ILLEGAL_CHARS, DUPLICATE_ID, LABEL_CLASH for the names; what
     *         {@link Plans#history} throws
     */
    public static NewRevision squash(Graph graph, String range, String id, List<String> labels) {
        return Squash.place(graph, range, id, labels);
    }

    static void refuseNames(Graph graph, String id, List<String> labels) {
        Names.legal("revision id", id);
        if (graph.find(id).isPresent()) {
            throw new MigrateException(ErrorKind.DUPLICATE_ID, "There is a revision '" + id + "' already.",
                    "Choose another --rev-id, or leave it out.");
        }
        graph.replacements().of(id).ifPresent(it -> {
            throw new MigrateException(ErrorKind.DUPLICATE_ID, "The id '" + id + "' stands for what was squashed into "
                    + it.id() + ".", "Choose another --rev-id, or leave it out.");
        });
        if (graph.labelled().containsKey(id)) {
            throw clash(id, "is a branch label of revision " + graph.labelled().get(id).id());
        }
        Set<String> seen = new HashSet<>(Set.of(id));
        for (String label : labels) {
            Names.legal("branch label", label);
            Node other = graph.named(label);
            if (other != null) {
                throw clash(label, "already stands for revision " + other.id());
            }
            if (!seen.add(label)) {
                throw clash(label, "is given twice");
            }
        }
    }

    private static MigrateException clash(String name, String how) {
        return new MigrateException(ErrorKind.LABEL_CLASH, "The name '" + name + "' " + how + ".",
                "Choose another name.");
    }

    private static List<Node> parents(Graph graph, List<String> targets) {
        var parents = new ArrayList<Node>();
        for (String text : targets) {
            for (Node node : text.equals("heads") ? graph.headNodes() : select(graph, text)) {
                if (parents.contains(node)) {
                    throw new MigrateException(ErrorKind.DUPLICATE_HEADS,
                            "Revision " + node.id() + " is named twice.", "Name each revision once.");
                }
                parents.add(node);
            }
        }
        return parents;
    }

    private static List<Node> select(Graph graph, String text) {
        Target target = Target.parse(text);
        if (target instanceof Target.Current
                || target instanceof Target.Relative relative && relative.fromCurrent()) {
            throw new MigrateException(ErrorKind.UNKNOWN_REVISION, "'" + text
                    + "' depends on a database, but a script is the same for every database.",
                    "Name a revision, or say head; `migrate heads` lists them.");
        }
        return new Resolver(graph, Set.of()).select(target);
    }

    /** A merge with what another parent already follows would be no merge. What another depends on may be merged. */
    private static void refuseOverlap(List<Node> parents) {
        var below = new LinkedHashSet<Node>();
        parents.forEach(node -> below.addAll(node.parents()));
        Set<Node> ancestors = Node.reach(below, Node::parents);
        parents.stream().filter(ancestors::contains).findFirst().ifPresent(node -> {
            throw new MigrateException(ErrorKind.OVERLAP, "Revision " + node.id()
                    + " comes before another of the revisions to follow: " + GraphErrors.ids(parents) + ".",
                    "Leave " + node.id() + " out.");
        });
    }

    private static void refuseInnerRevisions(List<Node> parents) {
        parents.stream().filter(node -> !node.children().isEmpty()).findFirst().ifPresent(node -> {
            throw new MigrateException(ErrorKind.NOT_A_HEAD, "Revision " + node.id() + " is not a head: "
                    + GraphErrors.ids(node.children()) + " already follows it.",
                    "Add --splice to begin a new branch there; `migrate heads` lists the heads.");
        });
    }

    private static List<String> dependencies(Graph graph, List<String> targets) {
        var dependencies = new LinkedHashSet<Node>();
        targets.forEach(text -> dependencies.addAll(select(graph, text)));
        return ids(List.copyOf(dependencies));
    }

    private static List<String> ids(List<Node> nodes) {
        return nodes.stream().map(Node::id).toList();
    }
}
