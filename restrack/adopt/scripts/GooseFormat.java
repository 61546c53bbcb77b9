package restrack.adopt.scripts;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;

/** goose: a file a version, with {@code -- +goose Up} and {@code -- +goose Down}; others are Go. */
final class GooseFormat implements Format {
    private static final Pattern NAME = Pattern.compile("(\\d+_.*)\\.(sql|go)");

    @Override
    public boolean recognises(ForeignFolder folder) {
        return folder.names().stream().filter(it -> isScript(it) && it.endsWith(".sql"))
                .anyMatch(it -> folder.read(it).lines().stream()
                        .anyMatch(line -> line.toLowerCase(Locale.ROOT).matches("(?s)--\\s\\+goose\\s+up\\b.*")));
    }

    @Override
    public Harvest read(ForeignFolder folder, Destination destination) {
        var versions = new TreeMap<NumberedName, String>(NumberedName.ORDER);
        var notes = new ArrayList<Note>();
        for (var file : folder.names()) {
            if (isScript(file)) {
                var version = NumberedName.of(file.substring(0, file.lastIndexOf('.'))).orElseThrow();
                var other = versions.put(version, file);
                if (other != null) {
                    throw Harvest.twice("version " + version.digits(), other, file);
                }
            } else if (file.endsWith(".sql")) {
                notes.add(new Note(file, "Its name does not begin with a number and an underscore, so goose never ran "
                        + "it.", true));
            }
        }
        var scripts = new ArrayList<Carried>();
        versions.forEach((version, file) -> {
            var source = folder.read(file);
            scripts.add(file.endsWith(".go") ? program(version, source, notes)
                    : new GooseScript(source, destination.dialect().syntax()).read(version));
        });
        return Harvest.chain(scripts, List.of(), notes);
    }

    private static boolean isScript(String file) {
        return NAME.matcher(file).matches() && !file.endsWith("_test.go");
    }

    private static Carried program(NumberedName version, Source source, List<Note> notes) {
        var todo = "It is a program: write in SQL, or as a Java script, what it does.";
        notes.add(new Note(source.name(), todo, true));
        return Carried.linear(version.digits(), ScriptText.message(version.words(), source.name()), version.created(),
                List.of(source.name()), Way.outline(source.name() + ": " + todo, source.text()),
                Optional.of(Way.of("").todo(source.name() + ": " + todo)));
    }
}
