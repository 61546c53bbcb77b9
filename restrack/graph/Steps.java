package restrack.graph;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import restrack.ErrorKind;
import restrack.MigrateException;

/** Finds the revision that {@code +N}, {@code -N} and the like mean. */
final class Steps {
    private final Graph graph;
    private final Resolver resolver;
    private final Set<Node> applied;

    Steps(Graph graph, Resolver resolver, Set<Node> applied) {
        this.graph = graph;
        this.resolver = resolver;
        this.applied = applied;
    }

    /**
     * Walks all the steps.
     *
     * @throws MigrateException RELATIVE_OUT_OF_RANGE if there are not so many from what is applied, WALKED_TOO_FAR if
     *         there are not so many from a revision; AMBIGUOUS_UPGRADE, AMBIGUOUS_WALK
     */
    Walk to(Target.Relative target) {
        Walk walk = asFarAsPossible(target);
        if (walk.taken() == Math.abs(target.steps())) {
            return walk;
        }
        if (target.fromCurrent()) {
            throw outOfRange(target, walk.taken());
        }
        throw new MigrateException(ErrorKind.WALKED_TOO_FAR, "'" + target.text() + "' leads beyond the "
                + (target.steps() > 0 ? "newest revision" : "first revision") + " after " + count(walk.taken()) + ".",
                "`migrate history` lists the revisions.");
    }

    /** Walks the steps as far as there are revisions. */
    Walk asFarAsPossible(Target.Relative target) {
        if (target.fromCurrent() && target.steps() == 0) {
            throw outOfRange(target, 0);
        }
        return target.steps() > 0
                ? Walk.up(graph, startUp(target), target.steps(), branch(target))
                : Walk.down(startDown(target), -target.steps());
    }

    /** {@return the error for more steps from what is applied than there are} */
    static MigrateException outOfRange(Target.Relative target, int there) {
        return new MigrateException(ErrorKind.RELATIVE_OUT_OF_RANGE, "'" + target.text() + "' asks for "
                + count(Math.abs(target.steps())) + " from what is applied, and there " + (there == 1 ? "is " : "are ")
                + (there == 0 ? "none" : "only " + there) + ".",
                "`migrate current` shows what is applied, `migrate history` what there is.");
    }

    private static String count(int steps) {
        return steps == 1 ? "1 step" : steps + " steps";
    }

    private Predicate<Node> branch(Target.Relative target) {
        return target.branch().map(resolver::branch).map(Resolver::lineage).<Predicate<Node>>map(set -> set::contains)
                .orElse(node -> true);
    }

    private Optional<Node> startUp(Target.Relative target) {
        if (target.from().isPresent()) {
            return resolver.one(target.from().get());
        }
        List<Node> starts = resolver.onBranch(target.branch(), Tips.of(applied));
        if (starts.isEmpty() && target.branch().isPresent()) {
            starts = Tips.of(new LinkedHashSet<>(resolver.onBranch(target.branch(), applied)));
        }
        if (starts.size() > 1) {
            throw new MigrateException(ErrorKind.AMBIGUOUS_UPGRADE, "'" + target.text()
                    + "' could count from several current revisions: " + GraphErrors.ids(starts) + ".",
                    "Say LABEL@" + target.sign() + " or REV" + target.sign() + " for one of them.");
        }
        return starts.stream().findFirst();
    }

    private Optional<Node> startDown(Target.Relative target) {
        return target.from().isPresent()
                ? resolver.one(Target.on(target.branch(), target.from().get()))
                : Optional.of(tipOf(target));
    }

    /** {@return the applied revision that steps down count from} */
    Node tipOf(Target.Relative target) {
        List<Node> starts = resolver.onBranch(target.branch(), Tips.of(applied));
        if (starts.isEmpty()) {
            starts = resolver.onBranch(target.branch(), Tips.ofBranches(applied));
        }
        if (starts.isEmpty()) {
            throw outOfRange(target, 0);
        }
        if (starts.size() > 1) {
            throw new MigrateException(ErrorKind.AMBIGUOUS_WALK, "'" + target.text()
                    + "' could count from several current revisions: " + GraphErrors.ids(starts) + ".",
                    "Say LABEL@" + target.sign() + ", or name the revision to go to.");
        }
        return starts.get(0);
    }
}
