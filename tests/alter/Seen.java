package tests.alter;

import java.util.List;
import java.util.Optional;
import tests.alter.Expectation.Check;
import tests.alter.Fact.Kind;

/** What a change of a table may let be seen elsewhere: in views, in full-text indexes, by those who write. */
final class Seen {
    /** What worked works, and what was broken is broken. */
    static final Check AS_WELL_AS_BEFORE = (before, after) -> {
        var was = error(before);
        var is = error(after);
        return was == is ? Optional.empty() : Optional.of(is ? "is broken now: " + after : "worked only now: " + after);
    };

    /** What could be compiled still can; what could not perhaps can now, and columns may have come and gone. */
    static final Check STILL_COMPILED = (before, after) -> after.stream().filter(it -> it.contains("error: "))
            .filter(it -> before.stream().anyMatch(line -> !line.contains("error: ")
                    && subject(line).equals(subject(it))))
            .findFirst().map(it -> "is now " + it + ", and was " + before);

    /** Lines may have gone, none may have come. */
    static final Check NOTHING_NEW = (before, after) -> error(before) ? Optional.empty() : after.stream()
            .filter(it -> !before.contains(it)).findFirst().map(it -> "there is a new one: " + it);

    private Seen() {
    }

    /** {@return that values, or their types, are others than before} */
    static Expectation values(TableFacts facts) {
        return Expectation.NOTHING
                .with(it -> it.kind() == Kind.VIEW || (it.kind() == Kind.COLUMNS && view(facts, it)),
                        AS_WELL_AS_BEFORE)
                .with(it -> it.kind() == Kind.ROWS && virtual(facts, it.name()), AS_WELL_AS_BEFORE);
    }

    /** {@return that there are other columns than before} */
    static Expectation columns(TableFacts facts) {
        return values(facts)
                .with(it -> it.kind() == Kind.WRITING, STILL_COMPILED)
                .with(it -> it.kind() == Kind.TABLE && view(facts, it), AS_WELL_AS_BEFORE)
                .with(it -> it.kind() == Kind.TEXT && it.name().startsWith("trigger "),
                        (before, after) -> mended(facts, before, after));
    }

    /** A trigger that inserts into all columns may have been told which those are. */
    private static Optional<String> mended(TableFacts facts, List<String> before, List<String> after) {
        if (before.equals(after)) {
            return Optional.empty();
        }
        var difference = TextDifference.of(String.join("", before), String.join("", after));
        var words = difference.inserted();
        boolean columns = difference.removed().isEmpty() && difference.comments().isEmpty()
                && difference.spaces().isEmpty() && words.contains("(") && words.stream().allMatch(word ->
                        word.matches("[(),]") || facts.columns().stream().map(TableFacts.Column::name).anyMatch(it ->
                                word.equalsIgnoreCase(it) || word.equalsIgnoreCase(Connections.name(it))));
        return columns ? Optional.empty() : Optional.of("was " + before + " and is " + after);
    }

    private static boolean view(TableFacts facts, Fact fact) {
        return facts.before().names("view").contains(fact.name());
    }

    private static boolean virtual(TableFacts facts, String table) {
        return facts.before().text("table", table).startsWith("CREATE VIRTUAL");
    }

    private static boolean error(List<String> lines) {
        return lines.size() == 1 && lines.get(0).contains("error: ");
    }

    private static String subject(String line) {
        return line.replaceAll("(can be compiled|is empty|error: ).*", "");
    }
}
