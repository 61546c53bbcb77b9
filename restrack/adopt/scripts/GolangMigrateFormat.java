package restrack.adopt.scripts;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;

/** golang-migrate: {@code 1_x.up.sql} and {@code 1_x.down.sql}. */
final class GolangMigrateFormat implements Format {
    private static final Pattern NAME = Pattern.compile("(\\d+_.*)\\.(up|down)\\.([^.]+)");

    /** The two files of a version. */
    private static final class Pair {
        private String up;
        private String down;
    }

    @Override
    public boolean recognises(ForeignFolder folder) {
        return folder.names().stream().anyMatch(it -> NAME.matcher(it).matches() && it.endsWith(".sql"));
    }

    @Override
    public Harvest read(ForeignFolder folder, Destination destination) {
        var versions = new TreeMap<NumberedName, Pair>(NumberedName.ORDER);
        var notes = new ArrayList<Note>();
        for (var file : folder.names()) {
            var name = NAME.matcher(file);
            if (!name.matches() || !file.endsWith(".sql")) {
                if (file.endsWith(".sql") || name.matches()) {
                    notes.add(new Note(file, "golang-migrate takes NUMBER_TITLE.up.sql and NUMBER_TITLE.down.sql.",
                            true));
                }
                continue;
            }
            var version = NumberedName.of(name.group(1)).orElseThrow();
            var pair = versions.computeIfAbsent(version, it -> new Pair());
            var other = name.group(2).equals("up") ? pair.up : pair.down;
            if (other != null) {
                throw Harvest.twice("version " + version.digits(), other, file);
            }
            if (name.group(2).equals("up")) {
                pair.up = file;
            } else {
                pair.down = file;
            }
        }
        var scripts = new ArrayList<Carried>();
        versions.forEach((version, pair) -> scripts.add(script(folder, destination, version, pair, notes)));
        return Harvest.chain(scripts, List.of(), notes);
    }

    private static Carried script(ForeignFolder folder, Destination destination, NumberedName version, Pair pair,
                                  List<Note> notes) {
        var origins = new ArrayList<String>();
        var ways = new HashMap<String, Way>();
        for (var file : new String[] {pair.up, pair.down}) {
            if (file != null) {
                origins.add(file);
                ways.put(file, Way.of(folder.read(file).requireClosed(destination.dialect().syntax()).text()));
            }
        }
        if (pair.up == null) {
            notes.add(new Note(pair.down, "There is no .up.sql of its version: the way up does nothing.", false));
        }
        return Carried.linear(version.digits(), ScriptText.message(version.words(), origins.get(0)),
                version.createdInSeconds(), origins, way(ways, pair.up).orElse(Way.of("")), way(ways, pair.down));
    }

    private static Optional<Way> way(Map<String, Way> ways, String file) {
        return Optional.ofNullable(file).map(ways::get);
    }
}
