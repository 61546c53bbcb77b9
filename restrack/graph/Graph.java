package restrack.graph;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import restrack.ErrorKind;
import restrack.MigrateException;

/**
 * The revisions of a folder with what they say of each other. It never changes. Revisions that are not related
 * stand in the order in which they were given, everywhere.
 *
 * <p>An applied set may hold ids that the graph does not know; they are passed over.
 */
public final class Graph {
    private final Map<String, Node> nodes;
    private final Map<String, Node> labelled;
    private final Replacements replacements;
    private BranchLabels branchLabels;
    private List<Revision> inOrder;

    Graph(Map<String, Node> nodes, Map<String, Node> labelled, Replacements replacements) {
        this.nodes = nodes;
        this.labelled = labelled;
        this.replacements = replacements;
    }

    /**
     * Makes a graph. A {@code depends-on} may name a label instead of an id; it means the revision that gives it. What
     * was squashed may be named as before; the revision that it was squashed into is meant.
     *
     * @param revisions the revisions, in the order of the folder
     * @return the graph
     * @throws MigrateException ILLEGAL_CHARS for a name that targets could not tell apart; DUPLICATE_ID;
     *         LABEL_CLASH for a label given twice or equal to an id; UNKNOWN_PARENT for a parent or dependency that
     *         is not there; SELF_LOOP, CYCLE, DEPENDENCY_SELF_LOOP, DEPENDENCY_CYCLE, naming the revisions
     */
    public static Graph of(Collection<Revision> revisions) {
        return GraphBuilder.build(revisions);
    }

    /** {@return the revision with exactly this id} */
    public Optional<Revision> find(String id) {
        return Optional.ofNullable(nodes.get(id)).map(Node::revision);
    }

    /**
     * {@return the revision with exactly this id}
     *
     * @param id a whole id, not a prefix; for what a user typed, use {@link #resolve}
     * @throws MigrateException UNKNOWN_REVISION
     */
    public Revision get(String id) {
        return node(id).revision();
    }

    /** {@return all revisions, oldest first: the order of an upgrade of an empty database to {@code heads}} */
    public List<Revision> revisions() {
        if (inOrder == null) {
            inOrder = List.copyOf(StepOrder.oldestFirst(new LinkedHashSet<>(nodes.values()), Set.of()));
        }
        return inOrder;
    }

    /** {@return the revisions that no other one revises; another branch may still depend on one of them} */
    public List<Revision> heads() {
        return revisions(headNodes());
    }

    /** {@return the revisions that revise none} */
    public List<Revision> bases() {
        return revisions(baseNodes());
    }

    /** {@return the revisions that revise this one} */
    public List<Revision> children(String id) {
        return revisions(node(id).children());
    }

    /** {@return the ids that the revision depends on without revising them, labels resolved} */
    public List<String> dependencies(String id) {
        return node(id).dependencies().stream().map(Node::id).toList();
    }

    /** {@return whether several revisions revise this one} */
    public boolean isBranchPoint(String id) {
        return node(id).children().size() > 1;
    }

    /** {@return whether it revises several others} */
    public boolean isMergePoint(String id) {
        return node(id).parents().size() > 1;
    }

    /** {@return the labels of the branch that the revision is on} A label reaches as far as in Alembic. */
    public Set<String> labels(String id) {
        return branchLabels().of(node(id));
    }

    /**
     * {@return these revisions and all that comes before them}
     *
     * @param ids              where to begin
     * @param withDependencies whether to follow {@code depends-on} as well as {@code revises}
     * @throws MigrateException UNKNOWN_REVISION for an id that is not in the graph
     */
    public Set<String> ancestors(Collection<String> ids, boolean withDependencies) {
        return reach(ids, withDependencies ? Node::before : Node::parents);
    }

    /**
     * {@return these revisions and all that comes after them}
     *
     * @param ids            where to begin
     * @param withDependents whether to follow {@code depends-on} as well as {@code revises}
     * @throws MigrateException UNKNOWN_REVISION for an id that is not in the graph
     */
    public Set<String> descendants(Collection<String> ids, boolean withDependents) {
        return reach(ids, withDependents ? Node::after : Node::children);
    }

    /**
     * {@return the applied revisions that no applied one revises}
     * This is what Alembic's {@code current} prints: the newest revision of each branch, also where another branch
     * depends on it.
     *
     * @param applied the ids that are recorded
     */
    public Set<String> current(Set<String> applied) {
        return ids(Tips.ofBranches(known(applied)));
    }

    /**
     * {@return the applied revisions that no applied one revises or depends on}
     * This is what Alembic stores in its table, and where relative targets count from.
     *
     * @param applied the ids that are recorded
     */
    public Set<String> tips(Set<String> applied) {
        return ids(Tips.of(known(applied)));
    }

    /**
     * {@return the one revision that a target means}
     *
     * @param target  an id, a unique prefix, a label, {@code head}, {@code current}, {@code LABEL@head} and so on;
     *                {@code +N} and {@code -N} count from what is applied
     * @param applied the ids that are recorded
     * @throws MigrateException MULTIPLE_HEADS if it means several; UNKNOWN_REVISION if it means none, as
     *         {@code base} does; what {@link #select} throws
     */
    public Revision resolve(String target, Set<String> applied) {
        return new Resolver(this, known(applied)).one(Target.parse(target)).map(Node::revision)
                .orElseThrow(() -> new MigrateException(ErrorKind.UNKNOWN_REVISION,
                        "'" + target + "' means no revision.", "`migrate history` lists the revisions."));
    }

    /**
     * {@return the revisions that a target means, as {@code show} and {@code edit} need them}
     * {@code heads} and {@code current} may be several, {@code base} is none.
     *
     * @param target  any target
     * @param applied the ids that are recorded
     * @throws MigrateException UNKNOWN_REVISION, AMBIGUOUS_PARTIAL, NO_SUCH_BRANCH, NOT_IN_BRANCH, MULTIPLE_HEADS,
     *         AMBIGUOUS_UPGRADE, AMBIGUOUS_WALK, RELATIVE_OUT_OF_RANGE, WALKED_TOO_FAR
     */
    public List<Revision> select(String target, Set<String> applied) {
        return revisions(new Resolver(this, known(applied)).select(Target.parse(target)));
    }

    Collection<Node> nodes() {
        return nodes.values();
    }

    Map<String, Node> labelled() {
        return labelled;
    }

    /** {@return the node with this id} Throws UNKNOWN_REVISION. */
    Node node(String id) {
        Node node = nodes.get(id);
        if (node == null) {
            throw GraphErrors.unknown(id);
        }
        return node;
    }

    /** {@return the node with this id or this label, or that into which this id was squashed; or null} */
    Node named(String name) {
        Node node = nodes.getOrDefault(name, labelled.get(name));
        return node != null ? node : replacements.of(name).map(it -> nodes.get(it.id())).orElse(null);
    }

    /** {@return which revisions were squashed into which} */
    Replacements replacements() {
        return replacements;
    }

    /** {@return the nodes of those ids that the graph knows, in the order of the folder} */
    Set<Node> known(Set<String> ids) {
        return nodes.values().stream().filter(node -> ids.contains(node.id()))
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    List<Node> headNodes() {
        return nodes.values().stream().filter(node -> node.children().isEmpty()).toList();
    }

    List<Node> baseNodes() {
        return nodes.values().stream().filter(node -> node.parents().isEmpty()).toList();
    }

    BranchLabels branchLabels() {
        if (branchLabels == null) {
            branchLabels = BranchLabels.spread(labelled);
        }
        return branchLabels;
    }

    static List<Revision> revisions(Collection<Node> nodes) {
        return nodes.stream().map(Node::revision).toList();
    }

    private Set<String> reach(Collection<String> ids, Function<Node, List<Node>> next) {
        var from = new ArrayList<Node>();
        ids.forEach(id -> from.add(node(id)));
        return ids(Node.reach(from, next));
    }

    private static Set<String> ids(Collection<Node> nodes) {
        return nodes.stream().map(Node::id).collect(Collectors.toCollection(LinkedHashSet::new));
    }
}
