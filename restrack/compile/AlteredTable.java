package restrack.compile;

import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import restrack.AlterColumn;
import restrack.AlterTable;

/** {@link AlterTable} as SQL: each action becomes what follows {@code ALTER TABLE t} in a script. */
class AlteredTable implements AlterTable {
    private final UnaryOperator<String> quote;
    private final Consumer<Action> actions;

    /**
     * One action.
     *
     * @param sql     what follows the table's name
     * @param renamed the name that the table has afterwards, if that is another one; else empty
     */
    record Action(String sql, String renamed) {
    }

    /**
     * @param quote   makes a name fit for a statement
     * @param actions takes the actions as they are called
     */
    AlteredTable(UnaryOperator<String> quote, Consumer<Action> actions) {
        this.quote = quote;
        this.actions = actions;
    }

    /** Has an action done, its names quoted. */
    final void add(String action, Object... parts) {
        actions.accept(new Action(action.formatted(parts), ""));
    }

    /** {@return a name as it can stand in a statement} */
    final String name(String name) {
        return quote.apply(name);
    }

    private String names(List<String> names) {
        return names.stream().map(quote).collect(Collectors.joining(", "));
    }

    private AlterTable done(String action, Object... parts) {
        add(action, parts);
        return this;
    }

    @Override
    public final AlterColumn alterColumn(String name) {
        return new AlteredColumn(quote, actions, name);
    }

    @Override
    public final AlterTable addColumn(String name, String definition) {
        return done("ADD COLUMN %s %s", name(name), definition);
    }

    @Override
    public final AlterTable dropColumn(String name) {
        return done("DROP COLUMN %s", name(name));
    }

    @Override
    public final AlterTable dropColumnCascade(String name) {
        return done("DROP COLUMN %s CASCADE", name(name));
    }

    @Override
    public final AlterTable renameColumn(String from, String to) {
        return done("RENAME COLUMN %s TO %s", name(from), name(to));
    }

    @Override
    public final AlterTable renameTo(String name) {
        actions.accept(new Action("RENAME TO " + name(name), name));
        return this;
    }

    @Override
    public final AlterTable addConstraint(String name, String definition) {
        return done("ADD CONSTRAINT %s %s", name(name), definition);
    }

    @Override
    public final AlterTable addCheck(String name, String condition) {
        return done("ADD CONSTRAINT %s CHECK (%s)", name(name), condition);
    }

    @Override
    public final AlterTable addUnique(String name, String... columns) {
        return done("ADD CONSTRAINT %s UNIQUE (%s)", name(name), names(Arrays.asList(columns)));
    }

    @Override
    public final AlterTable addPrimaryKey(String... columns) {
        return done("ADD PRIMARY KEY (%s)", names(Arrays.asList(columns)));
    }

    @Override
    public final AlterTable addForeignKey(String name, List<String> columns, String table, List<String> key) {
        return addForeignKey(name, columns, table, key, "");
    }

    @Override
    public final AlterTable addForeignKey(String name, List<String> columns, String table, List<String> key,
                                          String rules) {
        return done("ADD CONSTRAINT %s FOREIGN KEY (%s) REFERENCES %s (%s)%s", name(name), names(columns),
                name(table), names(key), rules.isBlank() ? "" : " " + rules);
    }

    @Override
    public final AlterTable dropConstraint(String name) {
        return done("DROP CONSTRAINT %s", name(name));
    }

    @Override
    public final AlterTable dropConstraintCascade(String name) {
        return done("DROP CONSTRAINT %s CASCADE", name(name));
    }

    @Override
    public final AlterTable renameConstraint(String from, String to) {
        return done("RENAME CONSTRAINT %s TO %s", name(from), name(to));
    }

    @Override
    public final AlterTable setStrict() {
        return done("SET STRICT");
    }

    @Override
    public final AlterTable dropStrict() {
        return done("DROP STRICT");
    }

    @Override
    public final AlterTable setWithoutRowid() {
        return done("SET WITHOUT ROWID");
    }

    @Override
    public final AlterTable dropWithoutRowid() {
        return done("DROP WITHOUT ROWID");
    }

    @Override
    public final AlterTable setAutoincrement() {
        return done("SET AUTOINCREMENT");
    }

    @Override
    public final AlterTable dropAutoincrement() {
        return done("DROP AUTOINCREMENT");
    }

    @Override
    public final AlterTable reorderColumns(String... names) {
        return done("REORDER COLUMNS (%s)", names(Arrays.asList(names)));
    }
}
