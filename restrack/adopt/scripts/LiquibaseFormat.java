package restrack.adopt.scripts;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * Liquibase's formatted SQL: each changeset becomes a script. The files come in the order of their paths, as
 * {@code includeAll} has them; a master changelog is not read.
 */
final class LiquibaseFormat implements Format {
    @Override
    public boolean recognises(ForeignFolder folder) {
        return folder.allNames().stream().filter(it -> it.endsWith(".sql"))
                .anyMatch(it -> ChangesetReader.recognises(folder.read(it)));
    }

    @Override
    public Harvest read(ForeignFolder folder, Destination destination) {
        var notes = new ArrayList<Note>();
        var changesets = new ArrayList<Changeset>();
        for (var file : folder.allNames()) {
            if (file.matches("(?i).*\\.(xml|ya?ml|json)")) {
                notes.add(new Note(file, "Only formatted SQL is carried over. If it includes the SQL files, look "
                        + "whether in the order of their names.", true));
            } else if (file.endsWith(".sql")) {
                var source = folder.read(file);
                if (ChangesetReader.recognises(source)) {
                    changesets.addAll(new ChangesetReader(source, destination.dialect().syntax(), notes).read());
                } else {
                    notes.add(new Note(file, "It does not begin with '--liquibase formatted sql'.", true));
                }
            }
        }
        changesets.removeIf(it -> isLeftOut(it, destination, notes));
        var names = names(changesets);
        var scripts = new ArrayList<Carried>();
        var repeatables = new ArrayList<Repeated>();
        var ways = new ChangesetWays(destination.dialect().syntax(), notes);
        for (int i = 0; i < changesets.size(); i++) {
            var changeset = changesets.get(i);
            if (changeset.is("runOnChange") || changeset.is("runAlways")) {
                repeatables.add(repeated(names.get(i), changeset, ways, notes));
            } else {
                scripts.add(Carried.linear(names.get(i), ScriptText.message(changeset.comment(),
                        changeset.id().replace('_', ' ')), Optional.empty(),
                        List.of(changeset.file() + " (" + changeset.name() + ")"), ways.up(changeset),
                        ways.down(changeset)));
            }
        }
        return Harvest.chain(scripts, repeatables, notes);
    }

    private static boolean isLeftOut(Changeset changeset, Destination destination, List<Note> notes) {
        boolean elsewhere = !changeset.runsOn(destination.dialect().name());
        if (elsewhere || changeset.is("ignore")) {
            notes.add(new Note(changeset.file(), "Changeset " + changeset.name() + (elsewhere
                    ? " is for another database (dbms:" + changeset.attribute("dbms") + ")." : " is ignored."), true));
            return true;
        }
        return false;
    }

    private static Repeated repeated(String name, Changeset changeset, ChangesetWays ways, List<Note> notes) {
        if (changeset.down().isPresent()) {
            notes.add(new Note(changeset.file(), "Changeset " + changeset.name()
                    + " becomes a repeatable script, which has no way down.", true));
        }
        var up = ways.up(changeset);
        if (changeset.is("runAlways")) {
            up = up.todo("Liquibase ran this with each update; here it runs when it has changed.");
        }
        return new Repeated(name + ".sql", changeset.file() + " (" + changeset.name() + ")", up);
    }

    /**
     * {@return an id for each changeset} Its own; where that is there twice, with the author before it; where that is
     * there twice too, since Liquibase tells changesets apart by their files as well, with the file behind it.
     */
    private static List<String> names(List<Changeset> changesets) {
        List<Function<Changeset, String>> ways = List.of(Changeset::id, it -> it.author() + "-" + it.id(),
                it -> it.author() + "-" + it.id() + "-" + it.file().replaceAll("\\.sql$", ""));
        var names = new ArrayList<String>();
        var way = ways.get(0);
        for (var longer : ways.subList(1, ways.size())) {
            var shorter = way;
            var times = new HashMap<String, Integer>();
            changesets.forEach(it -> times.merge(Ids.legal(shorter.apply(it)), 1, Integer::sum));
            way = it -> times.get(Ids.legal(shorter.apply(it))) > 1 ? longer.apply(it) : shorter.apply(it);
        }
        for (var changeset : changesets) {
            names.add(Ids.legal(way.apply(changeset)));
        }
        return names;
    }
}
