package restrack.script;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import restrack.ErrorKind;
import restrack.MigrateException;
import restrack.sql.BatchLine;
import restrack.sql.RepeatableLine;
import restrack.sql.Statements;
import restrack.sql.Syntax;
import restrack.sql.Token;
import restrack.sql.TokenKind;
import restrack.sql.Tokens;
import restrack.sql.UnclosedException;

/**
 * Cuts a SQL script into its way up and its way down at the markers {@code -- migrate:up} and
 * {@code -- migrate:down}, which are dbmate's. Without markers the whole file is the way up.
 */
final class SqlScriptReader {
    private static final String MARKER = "migrate:";
    private static final Pattern MARKER_IN_ANY_CASE = Pattern.compile(MARKER, Pattern.CASE_INSENSITIVE);
    private static final Pattern SPACE = Pattern.compile("\\s+");
    private static final String NO_TRANSACTION = "transaction:false";
    private static final String TRANSACTION = "transaction:true";

    private final Path file;
    private final String text;
    private final Syntax syntax;
    /** The lines that make a statement run in batches. */
    private final List<Token> batches = new ArrayList<>();

    SqlScriptReader(Path file, String text, Syntax syntax) {
        this.file = file;
        this.text = text;
        this.syntax = syntax;
    }

    /**
     * Finds the ways.
     *
     * @throws MigrateException {@code bad_script} for an unknown marker, one that stands twice or in the wrong
     *                          place, for statements before the first, and for an open comment, which may hide one
     */
    Ways read() {
        if (!MARKER_IN_ANY_CASE.matcher(text).find()) {
            return withoutMarkers();
        }
        var markers = new ArrayList<Token>();
        Token statement = null;
        for (var token : Tokens.of(text, syntax)) {
            refuseOpenComment(token);
            boolean counts = Todo.is(token) || RepeatableLine.is(token) || isBatchLine(token);
            if (isMarker(token) && !counts) {
                refuseUnknown(token);
                markers.add(token);
            } else if (statement == null && markers.isEmpty() && (counts || !token.isSpaceOrComment())) {
                statement = token;
            }
        }
        if (markers.isEmpty()) {
            return withoutMarkers();
        }
        refuseDisorder(markers, statement);
        if (markers.size() == 1) {
            return new Ways(section(markers.get(0), text.length()), Optional.empty());
        }
        return new Ways(section(markers.get(0), markers.get(1).offset()),
                Optional.of(section(markers.get(1), text.length())));
    }

    private Ways withoutMarkers() {
        return new Ways(new Section(file, text, 0, text.length(), batches.isEmpty()), Optional.empty());
    }

    private boolean isBatchLine(Token token) {
        if (!BatchLine.is(token)) {
            return false;
        }
        try {
            BatchLine.of(token);
        } catch (MigrateException e) {
            throw new MigrateException(e.kind(), file + ":" + line(token.offset()) + ": " + e.getMessage(), e.hint(),
                    e);
        }
        batches.add(token);
        return true;
    }

    private void refuseOpenComment(Token token) {
        if (token.isOpenComment()) {
            try {
                Statements.of(List.of(token), syntax, 1);
            } catch (UnclosedException e) {
                throw e.in(file.toString());
            }
        }
    }

    private void refuseDisorder(List<Token> markers, Token statementBefore) {
        if (statementBefore != null) {
            throw bad(statementBefore.offset(), (Todo.is(statementBefore) ? "a '-- migrate:todo'"
                    : BatchLine.is(statementBefore) ? "a '-- migrate:batch'"
                    : RepeatableLine.is(statementBefore) ? "a '-- migrate:repeatable'" : "a statement")
                    + " stands before the first marker",
                    "Move it below '-- migrate:up', or remove the markers.");
        }
        if (name(markers.get(0)).equals("down")) {
            throw bad(markers.get(0).offset(), "'-- migrate:down' stands before '-- migrate:up'",
                    "Begin with '-- migrate:up'; where the way up does nothing, leave it empty.");
        }
        for (int i = 1; i < markers.size(); i++) {
            if (i > 1 || name(markers.get(i)).equals("up")) {
                throw bad(markers.get(i).offset(), "'-- migrate:" + name(markers.get(i)) + "' stands twice",
                        "A script has one way up and at most one way down.");
            }
        }
    }

    /** A statement that runs in batches takes its direction out of the one transaction by itself. */
    private Section section(Token marker, int end) {
        boolean inBatches = batches.stream().anyMatch(it -> it.offset() > marker.offset() && it.offset() < end);
        if (inBatches && words(marker).contains(TRANSACTION)) {
            throw bad(marker.offset(), "'" + TRANSACTION + "' and a '-- migrate:batch' below it contradict each other",
                    "A batch is a transaction of its own: take one of the two out.");
        }
        return new Section(file, text, marker.end(), end, !inBatches && !words(marker).contains(NO_TRANSACTION));
    }

    private static boolean isMarker(Token token) {
        return token.kind() == TokenKind.LINE_COMMENT && beginsAsMarker(content(token)) && token.beginsLine();
    }

    /**
     * {@return whether a comment means to be a marker}
     * In capitals it is one too, only to be refused: as a comment it would make the way down a part of the way up.
     */
    static boolean beginsAsMarker(String comment) {
        return comment.regionMatches(true, 0, MARKER, 0, MARKER.length());
    }

    /** {@return what a line comment says} */
    static String content(Token comment) {
        return comment.commentWords();
    }

    private static List<String> words(Token marker) {
        return List.of(SPACE.split(content(marker)));
    }

    private static String name(Token marker) {
        return words(marker).get(0).substring(MARKER.length());
    }

    private void refuseUnknown(Token marker) {
        var words = words(marker);
        boolean known = words.get(0).equals(MARKER + "up") || words.get(0).equals(MARKER + "down");
        for (var option : words.subList(1, words.size())) {
            known &= option.equals(NO_TRANSACTION) || option.equals(TRANSACTION);
        }
        if (!known) {
            throw bad(marker.offset(), "'" + marker.text().strip() + "' is no marker",
                    "The markers are '-- migrate:up' and '-- migrate:down', in small letters, each with "
                            + "'transaction:false' if it has to run outside a transaction; '-- migrate:todo' for what "
                            + "is left to write; '-- migrate:batch' above a statement that runs in batches; and "
                            + "'-- migrate:repeatable' above one that may be run twice.");
        }
    }

    private int line(int offset) {
        return 1 + (int) text.substring(0, offset).chars().filter(c -> c == '\n').count();
    }

    private MigrateException bad(int offset, String what, String hint) {
        return new MigrateException(ErrorKind.BAD_SCRIPT, file + ":" + line(offset) + ": " + what + ".", hint);
    }
}
