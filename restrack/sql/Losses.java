package restrack.sql;

import java.util.ArrayList;
import java.util.List;

/** What a script takes away for good. */
public final class Losses {
    /**
     * One thing that is lost.
     *
     * @param statement the statement that takes it away
     * @param edit      a {@link TableEdit.Drop}, {@link TableEdit.DropColumn} or {@link TableEdit.DeleteAll}
     */
    public record Loss(Statement statement, TableEdit edit) {
    }

    private final List<Loss> edits = new ArrayList<>();

    private Losses(List<Statement> statements) {
        statements.forEach(it -> TableEdit.of(it).forEach(edit -> edits.add(new Loss(it, edit))));
    }

    /**
     * {@return what the script takes away, in order} A table that the script has made itself is nobody's loss, and
     * a table that another one replaces under its name is a rebuild by hand:
     * {@code CREATE new; INSERT; DROP t; RENAME new TO t}, or {@code RENAME t TO old; CREATE t; INSERT; DROP old}.
     */
    public static List<Loss> of(List<Statement> script) {
        var losses = new Losses(script);
        var found = new ArrayList<Loss>();
        for (int i = 0; i < losses.edits.size(); i++) {
            if (losses.isLoss(i)) {
                found.add(losses.edits.get(i));
            }
        }
        return found;
    }

    private boolean isLoss(int at) {
        TableEdit edit = edits.get(at).edit();
        if (edit instanceof TableEdit.Create || edit instanceof TableEdit.Rename
                || edit instanceof TableEdit.RenameColumn) {
            return false;
        }
        boolean rebuilt = edit instanceof TableEdit.Drop
                && (takenOverAfter(edit.table(), at) || movedAway(edit.table(), at));
        return !rebuilt && !createdBefore(edit.table(), at);
    }

    private boolean createdBefore(TableName table, int at) {
        return edits.subList(0, at).stream().anyMatch(it -> it.edit() instanceof TableEdit.Create create
                && !create.ifAbsent() && create.table().same(table));
    }

    private boolean takenOverAfter(TableName table, int at) {
        return edits.subList(at, edits.size()).stream().anyMatch(it -> it.edit() instanceof TableEdit.Rename rename
                && rename.to().equalsIgnoreCase(table.table()));
    }

    /** Whether the table was renamed to this name, and one created under the name that it had. */
    private boolean movedAway(TableName table, int at) {
        return edits.subList(0, at).stream().anyMatch(it -> it.edit() instanceof TableEdit.Rename rename
                && rename.to().equalsIgnoreCase(table.table()) && createdBefore(rename.table(), at));
    }
}
