package restrack.adopt.scripts;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import restrack.sql.Statements;

/** dbmate: a file a version, with {@code -- migrate:up} and {@code -- migrate:down}, which are our markers too. */
final class DbmateFormat implements Format {
    private static final Pattern NAME = Pattern.compile("\\d+.*\\.sql");
    private static final Pattern MARKER = Pattern.compile("--\\s*migrate:(up|down)(\\s.*)?", Pattern.DOTALL);

    @Override
    public boolean recognises(ForeignFolder folder) {
        return folder.names().stream().filter(it -> NAME.matcher(it).matches())
                .anyMatch(it -> folder.read(it).lines().stream().anyMatch(line -> MARKER.matcher(line).matches()));
    }

    @Override
    public Harvest read(ForeignFolder folder, Destination destination) {
        var scripts = new ArrayList<Carried>();
        var notes = new ArrayList<Note>();
        for (var file : folder.names()) {
            if (NAME.matcher(file).matches()) {
                var source = folder.read(file).requireClosed(destination.dialect().syntax());
                scripts.add(script(source, destination, notes));
            } else if (file.endsWith(".sql")) {
                notes.add(new Note(file, "Its name does not begin with a version, so dbmate never ran it.", true));
            }
        }
        return Harvest.chain(scripts, List.of(), notes);
    }

    private static Carried script(Source source, Destination destination, List<Note> notes) {
        var before = new StringBuilder();
        Section up = null;
        Section down = null;
        int number = 0;
        for (var line : source.lines()) {
            number++;
            var marker = MARKER.matcher(line);
            if (!marker.matches()) {
                (down != null ? down.text : up != null ? up.text : before).append(line);
            } else if (marker.group(1).equals("up") && up == null) {
                up = new Section(marker.group(2));
            } else if (marker.group(1).equals("down") && up != null && down == null) {
                down = new Section(marker.group(2));
            } else {
                throw source.bad(number, "'" + line.strip() + "' stands twice, or before the way up.",
                        "A script has one '-- migrate:up', and then at most one '-- migrate:down'.");
            }
        }
        if (up == null) {
            throw source.bad(0, "There is no '-- migrate:up' in it.", "dbmate does not run it either; move it away.");
        }
        if (!Statements.of(before.toString(), destination.dialect().syntax()).isEmpty()) {
            throw source.bad(0, "A statement stands before '-- migrate:up'.", "Move it below.");
        }
        up.text.insert(0, before);
        var name = NumberedName.of(source.name().substring(0, source.name().length() - 4)).orElseThrow();
        return Carried.linear(name.digits(), ScriptText.message(name.words(), source.name()), name.created(),
                List.of(source.name()), up.way(source, notes),
                down == null ? Optional.empty() : Optional.of(down.way(source, notes)));
    }

    /** What stands below a marker. */
    private static final class Section {
        private final StringBuilder text = new StringBuilder();
        private final List<String> options;

        Section(String options) {
            this.options = options == null || options.isBlank() ? List.of() : List.of(options.strip().split("\\s+"));
        }

        Way way(Source source, List<Note> notes) {
            var way = Way.of(text.toString());
            for (var option : options) {
                if (option.equals("transaction:false")) {
                    way = way.outside(true);
                } else if (option.startsWith("env:")) {
                    way = way.todo("dbmate put the environment variable " + option.substring(4)
                            + " in here; write what it stands for, or a placeholder.");
                } else if (!option.equals("transaction:true")) {
                    notes.add(new Note(source.name(), "The option '" + option + "' means nothing here.", true));
                }
            }
            return way;
        }
    }
}
