package restrack.database.mariadb.render;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import restrack.database.Rendered;
import restrack.database.Rendered.Part;
import restrack.database.mariadb.read.MariaNames;
import restrack.schema.Change;
import restrack.schema.Change.SetOption;
import restrack.schema.Name;

/** Options of a table that come and go. One that only goes is set to what it is if nobody says it. */
record OptionParts(Name table, List<SetOption> changes) {
    private static final String PARTITIONS = "PARTITION BY";
    private static final String VERSIONS = "WITH SYSTEM VERSIONING";

    static OptionParts of(Name table, List<Change> changes) {
        return new OptionParts(table, changes.stream().filter(SetOption.class::isInstance).map(SetOption.class::cast)
                .toList());
    }

    /** {@return what an ALTER TABLE does about them} */
    List<Part> parts() {
        var parts = new ArrayList<Part>();
        for (var change : changes) {
            var name = name(change);
            if (!name.equals(PARTITIONS) && !change.on() && replacement(name).isEmpty()) {
                parts.add(Part.of(off(change, name), change));
            } else if (!name.equals(PARTITIONS) && change.on()) {
                var all = Stream.concat(Stream.of(change), replaced(name).stream()).toArray(Change[]::new);
                parts.add(Part.of(on(change), all));
            }
        }
        return parts;
    }

    /** {@return the statement by which partitions go, before the table is changed, unless others come} */
    List<Rendered> before() {
        return changes.stream().filter(it -> name(it).equals(PARTITIONS) && !it.on()
                && replacement(PARTITIONS).isEmpty())
                .map(it -> Rendered.alter(MariaNames.quoted(table), List.of(Part.of("REMOVE PARTITIONING", it))))
                .toList();
    }

    /** {@return the statement by which they come, when the table is what they need} */
    List<Rendered> after() {
        return changes.stream().filter(it -> name(it).equals(PARTITIONS) && it.on())
                .map(it -> Rendered.of("ALTER TABLE " + MariaNames.quoted(table) + "\n" + it.option(), Stream.concat(
                        Stream.<Change>of(it), replaced(PARTITIONS).stream()).toList())).toList();
    }

    /** {@return whether the history of rows is kept, before or after} Then a change of the table has to be allowed. */
    static boolean isVersioned(Set<String> options) {
        return options.contains(VERSIONS);
    }

    private List<SetOption> replacement(String name) {
        return changes.stream().filter(it -> it.on() && name(it).equals(name)).toList();
    }

    private List<SetOption> replaced(String name) {
        return changes.stream().filter(it -> !it.on() && name(it).equals(name)).toList();
    }

    private static String name(SetOption change) {
        var option = change.option();
        if (option.startsWith(PARTITIONS) || option.startsWith("/*")) {
            return option.startsWith(PARTITIONS) ? PARTITIONS : option;
        }
        int equals = option.indexOf('=');
        return equals < 0 ? option : option.substring(0, equals).strip();
    }

    private static String on(SetOption change) {
        return change.option().equals(VERSIONS) ? "ADD SYSTEM VERSIONING"
                : change.option().startsWith("PERIOD ") ? "ADD " + change.option() : change.option();
    }

    private static String off(SetOption change, String name) {
        if (name.startsWith("PERIOD ")) {
            return "DROP " + name.substring(0, name.indexOf('(')).strip();
        }
        return switch (name) {
            case VERSIONS -> "DROP SYSTEM VERSIONING";
            case "ENGINE" -> "ENGINE=InnoDB";
            case "COMMENT" -> "COMMENT=''";
            case "DEFAULT CHARSET" -> "DEFAULT CHARACTER SET=DEFAULT";
            case "MIN_ROWS", "MAX_ROWS", "AVG_ROW_LENGTH", "KEY_BLOCK_SIZE", "CHECKSUM", "DELAY_KEY_WRITE" ->
                    name + "=0";
            default -> name + "=DEFAULT";
        };
    }
}
