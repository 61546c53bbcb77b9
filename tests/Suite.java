package tests;

import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClasspathRoots;

import java.io.PrintStream;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.platform.engine.FilterResult;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.engine.support.descriptor.MethodSource;
import org.junit.platform.launcher.LauncherDiscoveryRequest;
import org.junit.platform.launcher.PostDiscoveryFilter;
import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.TestIdentifier;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;

/** Finds the tests in the jar that this class came in, runs them and counts. */
public final class Suite implements TestExecutionListener {
    private final PrintStream out;
    private final AtomicInteger passed = new AtomicInteger();
    private final AtomicInteger failed = new AtomicInteger();
    private final AtomicInteger skipped = new AtomicInteger();

    private Suite(PrintStream out) {
        this.out = out;
    }

    /**
     * Runs the tests and prints a line for each failure and skip, then the totals.
     *
     * @param names parts of class or method names to choose by; none means all
     * @return 0 if there were tests and none failed
     */
    public static int run(String... names) {
        var suite = new Suite(System.out);
        LauncherDiscoveryRequest request = LauncherDiscoveryRequestBuilder.request()
                .selectors(selectClasspathRoots(Set.of(ownRoot())))
                .filters(named(names))
                .build();
        LauncherFactory.create().execute(request, suite);
        suite.out.printf("%d passed, %d failed, %d skipped%n",
                suite.passed.get(), suite.failed.get(), suite.skipped.get());
        return suite.failed.get() == 0 && suite.passed.get() > 0 ? 0 : 1;
    }

    private static Path ownRoot() {
        try {
            return Path.of(Suite.class.getProtectionDomain().getCodeSource().getLocation().toURI());
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
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
        result.getThrowable().filter(it -> broken).ifPresent(thrown -> {
            out.println("FAILED " + describe(test));
            thrown.printStackTrace(out);
        });
        if (result.getStatus() == TestExecutionResult.Status.ABORTED) {
            executionSkipped(test, result.getThrowable().map(Throwable::getMessage).orElse("aborted"));
        } else if (broken) {
            failed.incrementAndGet();
        } else if (test.isTest()) {
            passed.incrementAndGet();
        }
    }

    @Override
    public void executionSkipped(TestIdentifier test, String reason) {
        out.println("SKIPPED " + describe(test) + ": " + reason);
        skipped.incrementAndGet();
    }

    private static String describe(TestIdentifier test) {
        return test.getSource().filter(MethodSource.class::isInstance).map(MethodSource.class::cast)
                .map(it -> it.getClassName() + "." + it.getMethodName() + " " + test.getDisplayName())
                .orElse(test.getDisplayName());
    }
}
