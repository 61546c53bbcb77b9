package restrack.adopt.scripts;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import restrack.sql.Statements;
import restrack.sql.Syntax;
import restrack.sql.Tokens;

/** The ways of a Liquibase changeset: what its attributes mean here. */
final class ChangesetWays {
    /** What is understood, and what changes nothing that runs. */
    private static final Set<String> KNOWN = Set.of("dbms", "runonchange", "runalways", "runintransaction", "context",
            "contextfilter", "labels", "ignore", "splitstatements", "enddelimiter", "rollbacksplitstatements",
            "rollbackenddelimiter", "stripcomments", "logicalfilepath", "created", "objectquotingstrategy",
            "onvalidationfail", "failonerror", "runorder");

    private final Syntax syntax;
    private final List<Note> notes;

    ChangesetWays(Syntax syntax, List<Note> notes) {
        this.syntax = syntax;
        this.notes = notes;
    }

    Way up(Changeset changeset) {
        var way = way(changeset, changeset.up(), "splitStatements", "endDelimiter");
        for (var attribute : List.of("context", "contextFilter", "labels")) {
            if (!changeset.attribute(attribute).isEmpty()) {
                way = way.todo("Liquibase can leave this out (" + attribute + ":" + changeset.attribute(attribute)
                        + "); here it runs everywhere.");
            }
        }
        for (var precondition : changeset.preconditions()) {
            way = way.todo("Liquibase looked first: " + precondition);
        }
        if (!changeset.attribute("runOrder").isEmpty()) {
            way = way.todo("Liquibase ran this " + changeset.attribute("runOrder")
                    + " of all; here it runs where it stands.");
        }
        if (changeset.isNot("failOnError")) {
            note(changeset, "went on after an error; here an error stops the upgrade.");
        }
        var others = new TreeSet<>(changeset.attributes().keySet());
        others.removeAll(KNOWN);
        others.forEach(it -> note(changeset, "has '" + it + "', which means nothing here."));
        return way;
    }

    /** {@return the way back} {@code empty} and {@code not required} are one that does nothing. */
    Optional<Way> down(Changeset changeset) {
        if (changeset.down().isEmpty()) {
            return Optional.empty();
        }
        var text = changeset.down().get();
        if (text.strip().matches("(?i)|empty|not required")) {
            return Optional.of(Way.of(""));
        }
        if (text.strip().toLowerCase(Locale.ROOT).startsWith("changesetid:")) {
            return Optional.of(Way.outline("The way back is another changeset; write its statements here.", text));
        }
        return Optional.of(way(changeset, text, "rollbackSplitStatements", "rollbackEndDelimiter"));
    }

    private Way way(Changeset changeset, String text, String split, String delimiter) {
        var way = Way.of(text).substituting().outside(changeset.isNot("runInTransaction"));
        if (!changeset.attribute(delimiter).isEmpty() && !changeset.attribute(delimiter).equals(";")) {
            return delimited(changeset, way, new Delimiter(changeset.attribute(delimiter)));
        }
        return changeset.isNot(split) ? asOne(way, text) : way;
    }

    private Way delimited(Changeset changeset, Way way, Delimiter delimiter) {
        var text = new StringBuilder();
        var result = way;
        for (var piece : delimiter.cut(way.text(), syntax)) {
            boolean empty = Tokens.of(piece, syntax).stream().allMatch(it -> it.isSpaceOrComment());
            var stripped = piece.stripTrailing();
            var statement = empty || stripped.endsWith(";") ? stripped : stripped + ";";
            result = empty ? result : asOne(result, statement);
            text.append(statement);
        }
        return result.text(text.append('\n').toString());
    }

    private Way asOne(Way way, String text) {
        int statements = Statements.of(text, syntax).size();
        return statements < 2 ? way : way.todo("Liquibase sent as one what here is " + statements + " statements.");
    }

    private void note(Changeset changeset, String what) {
        notes.add(new Note(changeset.file(), "Changeset " + changeset.name() + " " + what, false));
    }
}
