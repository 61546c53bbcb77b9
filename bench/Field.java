package bench;

import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The tools that run against one another.
 *
 * @param tools   those that are there, in the table's order
 * @param missing the names of those that are not installed
 * @param sqlite3 the program that counts rows, if there is one
 */
record Field(List<Tool> tools, List<String> missing, Optional<Path> sqlite3) {
    static Field find(Options options, Path repository, Work work) throws IOException, InterruptedException {
        List<Tool> tools = new ArrayList<>();
        List<String> missing = new ArrayList<>();
        var sqlite3 = Programs.find("sqlite3");
        for (var name : Tool.NAMES) {
            if (options.wants(name)) {
                find(name, options, repository, work, sqlite3).ifPresentOrElse(tools::add, () -> missing.add(name));
            }
        }
        return new Field(List.copyOf(tools), List.copyOf(missing), sqlite3);
    }

    private static Optional<Tool> find(String name, Options options, Path repository, Work work,
            Optional<Path> sqlite3) throws IOException, InterruptedException {
        switch (name) {
            case Tool.DIRECT -> {
                var command = Ours.direct(repository, work);
                return Optional.of(new Tool(name, java(command.get(0), work), ours(command), Form::restrack, true));
            }
            case Tool.JBANG -> {
                return Optional.of(new Tool(name, "", ours(Ours.throughLauncher(repository)), Form::restrack, true));
            }
            case Tool.ALEMBIC -> {
                return tool(name, Programs.find("alembic"), List.of("upgrade", "head"), Form::alembic, true, work);
            }
            case Tool.DBMATE -> {
                return tool(name, dbmate(options, repository), List.of("--url", "sqlite:" + Form.DATABASE,
                        "--no-dump-schema", "up"), Form::dbmate, true, work);
            }
            default -> {
                return tool(name, sqlite3, List.of("-bail", Form.DATABASE, ".read all.sql"),
                        name.equals(Tool.SQLITE3_ONE) ? Form::oneTransaction : Form::oneEach, false, work);
            }
        }
    }

    private static List<String> ours(List<String> command) {
        return join(command, List.of("upgrade", "--url", "sqlite:///" + Form.DATABASE));
    }

    private static Optional<Tool> tool(String name, Optional<Path> program, List<String> arguments, Form form,
            boolean records, Work work) throws IOException, InterruptedException {
        if (program.isEmpty()) {
            return Optional.empty();
        }
        var asked = work.command(program.get().toString(), "--version");
        asked.expect(0);
        return Optional.of(new Tool(name, asked.output().split(" [0-9]{4}-")[0],
                join(List.of(program.get().toString()), arguments), form, records));
    }

    /** npm's dbmate is a Node.js program that starts the real one, which is looked for here. */
    private static Optional<Path> dbmate(Options options, Path repository) throws IOException {
        if (options.dbmate().isPresent()) {
            var file = Path.of(options.dbmate().get()).toAbsolutePath();
            if (!Programs.runs(file)) {
                throw new Stopped("There is no program " + file + ".");
            }
            return Optional.of(file);
        }
        var modules = repository.resolve("bench/out/node_modules/@dbmate");
        if (Files.isDirectory(modules)) {
            var program = FileSystems.getDefault().getPathMatcher("glob:**/bin/dbmate");
            try (var files = Files.find(modules, 3, (file, attributes) -> program.matches(file))) {
                return files.filter(Programs::runs).findFirst();
            }
        }
        return Programs.find("dbmate");
    }

    private static String java(String java, Work work) throws IOException, InterruptedException {
        var asked = work.command(java, "-version");
        asked.expect(0);
        return asked.errors().lines().findFirst().orElse("");
    }

    private static List<String> join(List<String> first, List<String> second) {
        return Stream.concat(first.stream(), second.stream()).toList();
    }

    /** {@return a line on versions, and on what is missing} */
    String describe() {
        var there = tools.stream().filter(it -> !it.version().isEmpty())
                .map(it -> it.name() + ": " + it.version()).collect(Collectors.joining("; "));
        var lines = new StringBuilder(there.isEmpty() ? "" : there + ".");
        if (!missing.isEmpty()) {
            lines.append(" Not installed, so not measured: ").append(String.join(", ", missing)).append('.');
        }
        if (sqlite3.isEmpty()) {
            lines.append(" Rows were not counted, for there is no sqlite3; exit codes were looked at.");
        }
        return lines.toString().strip();
    }
}
