package tests;

import java.io.File;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import tests.servers.Shared;

/**
 * Test classes that several processes share: whoever is free takes the next. Processes and not threads, because
 * commands that run in one process share its standard output.
 */
final class TestQueue {
    private static final String FOLDER = "tests.queue";
    private static final String COUNTS = "counts-";

    private final Path folder;

    private TestQueue(Path folder) {
        this.folder = folder;
    }

    /** {@return the queue that this process works for, if it is such a worker} */
    static Optional<TestQueue> ofThisWorker() {
        return Optional.ofNullable(System.getProperty(FOLDER)).map(it -> new TestQueue(Path.of(it)));
    }

    /**
     * Has all tests run by as many processes as there are processors.
     *
     * @param arguments what each of them is told
     */
    static Counts share(PrintStream out, String... arguments) {
        try {
            var queue = new TestQueue(Files.createTempDirectory("tests"));
            try {
                return queue.run(Runtime.getRuntime().availableProcessors(), out, List.of(arguments));
            } finally {
                Shared.stop(queue.servers());
                queue.delete();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private Counts run(int workers, PrintStream out, List<String> arguments)
            throws IOException, InterruptedException {
        var processes = new ArrayList<Process>();
        for (int i = 0; i < workers; i++) {
            processes.add(worker(arguments));
        }
        var counts = Counts.NONE;
        for (var process : processes) {
            process.waitFor();
            var written = folder.resolve(COUNTS + process.pid());
            if (Files.exists(written)) {
                counts = counts.plus(Counts.of(Files.readAllLines(written)));
            } else {
                out.println("FAILED A process of the tests ended with " + process.exitValue() + ".");
                counts = counts.plus(new Counts(0, 1, 0, new TreeMap<>()));
            }
        }
        return counts;
    }

    private Path servers() {
        return folder.resolve("servers");
    }

    private Process worker(List<String> arguments) throws IOException {
        var command = new ArrayList<>(List.of(ProcessHandle.current().info().command().orElseThrow()));
        command.addAll(ManagementFactory.getRuntimeMXBean().getInputArguments().stream()
                .filter(it -> !it.startsWith("-XX:ArchiveClassesAtExit") && !it.startsWith("-XX:SharedArchiveFile"))
                .toList());
        command.addAll(List.of("-D" + FOLDER + "=" + folder, "-D" + Shared.FOLDER + "=" + servers(), "-cp",
                System.getProperty("java.class.path"), "tests"));
        command.addAll(arguments);
        return new ProcessBuilder(command).inheritIO().start();
    }

    /** {@return whether a class is for this process} It is for the first one that asks. */
    boolean take(String type) {
        try {
            Files.createFile(folder.resolve(type));
            return true;
        } catch (FileAlreadyExistsException e) {
            return false;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Tells what the tests of this process came to. */
    void done(Counts counts) {
        try {
            Files.write(folder.resolve(COUNTS + ProcessHandle.current().pid()), counts.lines());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void delete() throws IOException {
        try (var files = Files.walk(folder)) {
            files.sorted(Comparator.reverseOrder()).map(Path::toFile).forEach(File::delete);
        }
    }
}
