package bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * A program, and the folder to start it in. What it prints goes to files, so that it never waits for us.
 *
 * @param words    the program and its arguments
 * @param folder   its working directory
 * @param printing the folder for what it prints
 */
record Command(List<String> words, Path folder, Path printing) {
    /** Settings of whoever runs us that would send a tool to another database, or make it slower than it is. */
    private static final List<String> UNSET = List.of("DB_RESTRACK", "DATABASE_URL", "PYTHONDONTWRITEBYTECODE",
            "PYTHONUNBUFFERED", "PYTHONPATH", "DBMATE_MIGRATIONS_DIR");

    /**
     * How it ended.
     *
     * @param code         its exit code
     * @param milliseconds from before its start to after its end
     */
    record End(int code, double milliseconds) {
    }

    End run() throws IOException, InterruptedException {
        var builder = new ProcessBuilder(words).directory(folder.toFile())
                .redirectOutput(out().toFile()).redirectError(err().toFile());
        builder.environment().keySet().removeAll(UNSET);
        builder.environment().put("JBANG_RUNTIME_SHELL", "bash");
        long start = System.nanoTime();
        var process = builder.start();
        process.getOutputStream().close();
        int code = process.waitFor();
        return new End(code, (System.nanoTime() - start) / 1e6);
    }

    /**
     * Runs it, and stops everything if it ends with another code.
     *
     * @return milliseconds
     */
    double expect(int code) throws IOException, InterruptedException {
        var end = run();
        if (end.code() != code) {
            throw new Stopped("This ended with exit code " + end.code() + ", in " + folder + ":\n"
                    + String.join(" ", words) + "\n" + last(out()) + last(err()));
        }
        return end.milliseconds();
    }

    /** {@return what it printed on standard output, without the last line's end} */
    String output() throws IOException {
        return Files.readString(out()).stripTrailing();
    }

    String errors() throws IOException {
        return Files.readString(err()).stripTrailing();
    }

    private Path out() {
        return printing.resolve("out");
    }

    private Path err() {
        return printing.resolve("err");
    }

    private static String last(Path file) throws IOException {
        var lines = Files.readAllLines(file);
        var last = lines.subList(Math.max(0, lines.size() - 10), lines.size());
        return last.isEmpty() ? "" : String.join("\n", last) + "\n";
    }
}
