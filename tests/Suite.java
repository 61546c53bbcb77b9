package tests;

import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClasspathRoots;

import java.io.PrintStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import org.junit.platform.engine.DiscoverySelector;
import org.junit.platform.engine.Filter;
import org.junit.platform.engine.FilterResult;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.engine.TestTag;
import org.junit.platform.engine.support.descriptor.ClassSource;
import org.junit.platform.engine.support.descriptor.MethodSource;
import org.junit.platform.launcher.PostDiscoveryFilter;
import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.TestIdentifier;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;

/** Finds the tests in the jar that this class came in, runs them and counts. */
public final class Suite implements TestExecutionListener {
    private static final String QUICK = "--quick";
    private static final String TIMES = "--times";
    private static final TestTag SLOW = TestTag.create("slow");
    private static final TestTag TORTURE = TestTag.create("torture");

    private final PrintStream out;
    private int passed;
    private int failed;
    private int skipped;
    private final SortedMap<String, Integer> reasons = new TreeMap<>();

    private Suite(PrintStream out) {
        this.out = out;
    }

    /**
     * Runs the tests and prints a line for each failure and skip, then the totals. All of them are run by as many
     * processes as the machine has processors.
     *
     * @param arguments parts of class or method names to choose by, none means all; {@code --quick} leaves out what is
     *                  torture: random, killed, raced; {@code --times} says of each class how many seconds it took
     * @return 0 if there were tests and none failed
     */
    public static int run(String... arguments) {
        var out = System.out;
        boolean quick = List.of(arguments).contains(QUICK);
        boolean times = List.of(arguments).contains(TIMES);
        var names = Arrays.stream(arguments).filter(it -> !it.startsWith("--")).toArray(String[]::new);
        var queue = TestQueue.ofThisWorker();
        var counts = queue.isPresent() ? work(queue.get(), quick, times, out)
                : names.length == 0 && Runtime.getRuntime().availableProcessors() > 1 ? TestQueue.share(out, arguments)
                : new Suite(out).execute(selectClasspathRoots(Set.of(ownRoot())), named(names), quick(quick));
        if (queue.isEmpty()) {
            counts.reasons().forEach((reason, count) -> out.println("Skipped " + count + ": " + reason));
            out.println(counts);
        }
        return counts.failed() == 0 && counts.passed() > 0 ? 0 : 1;
    }

    /** Runs what no other worker has taken yet; what takes long comes first. */
    private static Counts work(TestQueue queue, boolean quick, boolean times, PrintStream out) {
        var counts = Counts.NONE;
        for (var type : classes(quick)) {
            if (queue.take(type)) {
                long start = System.nanoTime();
                counts = counts.plus(new Suite(out).execute(List.of(selectClass(type))));
                if (times) {
                    out.println(TimeUnit.NANOSECONDS.toSeconds(System.nanoTime() - start) + " s " + type);
                }
            }
        }
        queue.done(counts);
        return counts;
    }

    private static List<String> classes(boolean quick) {
        var plan = LauncherFactory.create().discover(LauncherDiscoveryRequestBuilder.request()
                .selectors(selectClasspathRoots(Set.of(ownRoot()))).filters(quick(quick)).build());
        return plan.getRoots().stream().flatMap(it -> plan.getChildren(it).stream())
                .sorted(Comparator.comparing(it -> Collections.disjoint(it.getTags(), Set.of(SLOW, TORTURE))))
                .map(it -> ((ClassSource) it.getSource().orElseThrow()).getClassName()).toList();
    }

    private Counts execute(List<? extends DiscoverySelector> selectors, Filter<?>... filters) {
        LauncherFactory.create().execute(LauncherDiscoveryRequestBuilder.request()
                .selectors(selectors).filters(filters).build(), this);
        return new Counts(passed, failed, skipped, reasons);
    }

    private static Path ownRoot() {
        try {
            return Path.of(Suite.class.getProtectionDomain().getCodeSource().getLocation().toURI());
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    private static PostDiscoveryFilter quick(boolean quick) {
        return test -> FilterResult.includedIf(!quick || !test.getTags().contains(TORTURE));
    }

    private static PostDiscoveryFilter named(String... names) {
        return test -> FilterResult.includedIf(names.length == 0 || test.getSource()
                .filter(MethodSource.class::isInstance).map(MethodSource.class::cast)
                .filter(it -> Arrays.stream(names).anyMatch((it.getClassName() + "." + it.getMethodName())::contains))
                .isPresent());
    }

    @Override
    public void executionFinished(TestIdentifier test, TestExecutionResult result) {
        boolean broken = result.getStatus() == TestExecutionResult.Status.FAILED;
        result.getThrowable().filter(it -> broken).ifPresent(thrown -> out.print("FAILED " + describe(test) + "\n"
                + trace(thrown)));
        if (result.getStatus() == TestExecutionResult.Status.ABORTED) {
            executionSkipped(test, result.getThrowable().map(Throwable::getMessage).orElse("aborted"));
        } else if (broken) {
            failed++;
        } else if (test.isTest()) {
            passed++;
        }
    }

    @Override
    public void executionSkipped(TestIdentifier test, String reason) {
        out.println("SKIPPED " + describe(test) + ": " + reason);
        skipped++;
        reasons.merge(reason.lines().findFirst().orElse("").replaceFirst("^Assumption failed: ", ""), 1, Integer::sum);
    }

    private static String trace(Throwable thrown) {
        var trace = new StringWriter();
        thrown.printStackTrace(new PrintWriter(trace, true));
        return trace.toString();
    }

    private static String describe(TestIdentifier test) {
        return test.getSource().filter(MethodSource.class::isInstance).map(MethodSource.class::cast)
                .map(it -> it.getClassName() + "." + it.getMethodName() + " " + test.getDisplayName())
                .orElse(test.getDisplayName());
    }
}
