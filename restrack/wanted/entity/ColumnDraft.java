package restrack.wanted.entity;

import java.util.List;
import java.util.Optional;

/**
 * A column on its way into a table.
 *
 * @param name    its name
 * @param type    its type, and what else a column definition says
 * @param tail    what stands at its end
 * @param notNull whether NULL is forbidden
 * @param inKey   whether it is a part of the primary key
 * @param unique  whether it alone is unique
 * @param checks  its checks, as they stand on the table
 * @param shared  whether the attribute only shows a column that another one fills
 * @param renamed its old name
 * @param where   the attribute's place
 * @param shown   the attribute, as messages show it
 */
record ColumnDraft(String name, String type, String tail, boolean notNull, boolean inKey, boolean unique,
        List<String> checks, boolean shared, Optional<String> renamed, String where, String shown) {
    /** {@return the same column as a part of the primary key} */
    ColumnDraft asKey() {
        return new ColumnDraft(name, type, tail, true, true, unique, checks, shared, renamed, where, shown);
    }

    /** {@return the same column, which may be NULL} */
    ColumnDraft asOptional() {
        return new ColumnDraft(name, type, tail, false, inKey, unique, checks, shared, renamed, where, shown);
    }

    /** {@return whether it is the same column but for who asks for it} */
    boolean equalsBut(ColumnDraft other) {
        return type.equals(other.type) && tail.equals(other.tail) && unique == other.unique
                && checks.equals(other.checks) && renamed.equals(other.renamed);
    }

    /** {@return whether an annotation says that an attribute only shows a column that another one fills} */
    static boolean isShared(Optional<Note> column) {
        return column.filter(it -> !it.flag("insertable", true) && !it.flag("updatable", true)).isPresent();
    }
}
