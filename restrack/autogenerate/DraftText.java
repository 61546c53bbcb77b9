package restrack.autogenerate;

import java.util.ArrayList;
import java.util.List;
import restrack.database.Danger;
import restrack.database.Database;
import restrack.database.Rendered;
import restrack.schema.Renaming;
import restrack.sql.TokenKind;
import restrack.sql.Tokens;

/** The text of a draft: statements, and as comments what a person has to know or to do. */
final class DraftText {
    /** Keeps a script from being run. */
    static final String TODO = "-- migrate:todo ";
    /** Begins what has to be allowed. */
    static final String HAZARD = "-- Hazard ";
    /** Begins what has to be mended. */
    static final String ROWS = "-- Rows in the way: ";

    private final Database data;
    private final List<Renaming> renamings;

    DraftText(Database data, List<Renaming> renamings) {
        this.data = data;
        this.renamings = renamings;
    }

    /** {@return the way up} What is left to be filled in keeps the script from running. */
    String up(List<Rendered> statements) {
        var parts = new ArrayList<String>();
        var before = new RowsBefore(data, renamings);
        for (var statement : statements) {
            var lines = new ArrayList<String>();
            for (var change : statement.changes()) {
                data.dangers(change, renamings).forEach(it -> lines.addAll(warning(it)));
            }
            var rows = before.inTheWayOf(statement);
            if (!rows.isEmpty() && lines.stream().noneMatch(it -> it.startsWith(ROWS))) {
                lines.add(ROWS + rows.get(0));
                rows.stream().skip(1).forEach(it -> lines.add("-- " + it));
            }
            if (!statement.todo().isEmpty()) {
                lines.add(TODO + statement.todo());
            }
            parts.add(part(lines, statement));
        }
        return String.join("\n\n", parts);
    }

    /** {@return the way down} It runs where there are no rows; where there are, they are named. */
    String down(List<Rendered> statements) {
        var parts = new ArrayList<String>();
        for (var statement : statements) {
            var lines = new ArrayList<String>();
            if (!statement.todo().isEmpty()) {
                lines.add("-- TODO: " + statement.todo());
            }
            parts.add(part(lines, statement));
        }
        return String.join("\n\n", parts);
    }

    private String part(List<String> lines, Rendered statement) {
        if (!statement.sketch().isEmpty()) {
            lines.add("-- " + statement.sketch() + ";");
        }
        lines.add(withoutMarkers(statement.text()) + ";");
        return String.join("\n", lines);
    }

    /** A comment of the models must not be taken for a marker of the script. */
    private String withoutMarkers(String text) {
        var result = new StringBuilder();
        for (var token : Tokens.of(text, data.dialect().syntax())) {
            result.append(token.kind() == TokenKind.LINE_COMMENT
                    ? token.text().replaceFirst("(?i)^--\\s*migrate:", "-- (migrate):") : token.text());
        }
        return result.toString();
    }

    private static List<String> warning(Danger danger) {
        var lines = new ArrayList<String>();
        lines.add(danger.hazard().isEmpty() ? ROWS + danger.sentence() + ". They have to be mended "
                + "first." : HAZARD + danger.hazard() + ": " + danger.sentence() + ". `migrate upgrade --allow "
                + danger.hazard() + "` accepts it.");
        danger.query().lines().forEach(it -> lines.add("--     " + it));
        return lines;
    }
}
