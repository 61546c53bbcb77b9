package bench;

import java.util.List;
import java.util.Optional;

/**
 * A change of the table {@code item}.
 *
 * @param title     what it does
 * @param way       how the toolkit does it
 * @param statement how a migration says it
 * @param byHand    the text of the table afterwards, for SQLite's twelve steps, where it takes them
 * @param alembic   what an Alembic script says instead, where it can
 * @param proof     a query that tells whether it was done, with 1 or 0
 */
record Change(String title, String way, String statement, Optional<String> byHand, Optional<String> alembic,
        String proof) {
    private static final String REBUILD = "rebuild";
    private static final String IN_PLACE = "in place";
    private static final String NATIVE = "native";

    /** All there are, in the table's order. */
    static List<Change> all() {
        return List.of(
                rebuild("INTEGER to TEXT", "ALTER COLUMN size TYPE TEXT", edit("size INTEGER", "size TEXT"),
                        batch("alter_column('size', type_=sa.Text())"),
                        "SELECT group_concat(DISTINCT typeof(size)) = 'text' FROM item"),
                rebuild("SET STRICT", "SET STRICT", edit(")\n)", ")\n) STRICT"), Optional.empty(),
                        "SELECT strict FROM pragma_table_list WHERE name = 'item'"),
                rebuild("SET WITHOUT ROWID", "SET WITHOUT ROWID", edit(")\n)", ")\n) WITHOUT ROWID"),
                        Optional.empty(), "SELECT wr FROM pragma_table_list WHERE name = 'item'"),
                inPlace("INT to BIGINT", "ALTER COLUMN amount TYPE BIGINT", edit("amount INT ", "amount BIGINT "),
                        batch("alter_column('amount', type_=sa.BigInteger())"),
                        "SELECT type = 'BIGINT' FROM pragma_table_info('item') WHERE name = 'amount'"),
                inPlace("ADD FOREIGN KEY", "ADD CONSTRAINT item_crate FOREIGN KEY (crate) REFERENCES crate (id)",
                        edit("(amount < 1000)", "(amount < 1000),\n    CONSTRAINT item_crate FOREIGN KEY (crate) "
                                + "REFERENCES crate (id)"),
                        batch("create_foreign_key('item_crate', 'crate', ['crate'], ['id'])"),
                        "SELECT count(*) FROM pragma_foreign_key_list('item') WHERE \"table\" = 'crate'"),
                inPlace("DROP CHECK", "DROP CONSTRAINT item_low",
                        edit(",\n    CONSTRAINT item_low CHECK (amount < 1000)", ""), Optional.empty(),
                        "SELECT sql NOT LIKE '%item_low%' FROM sqlite_schema WHERE name = 'item'"),
                inPlace("SET NOT NULL", "ALTER COLUMN note SET NOT NULL", edit("note TEXT", "note TEXT NOT NULL"),
                        batch("alter_column('note', existing_type=sa.Text(), nullable=False)"),
                        "SELECT \"notnull\" FROM pragma_table_info('item') WHERE name = 'note'"),
                inPlace("ADD UNIQUE", "ADD CONSTRAINT item_once UNIQUE (made, id)",
                        edit("(amount < 1000)", "(amount < 1000),\n    CONSTRAINT item_once UNIQUE (made, id)"),
                        batch("create_unique_constraint('item_once', ['made', 'id'])"),
                        "SELECT count(*) FROM pragma_index_list('item') WHERE origin = 'u'"),
                natively("ADD COLUMN", "ADD COLUMN more TEXT DEFAULT 'none'",
                        "op.add_column('item', sa.Column('more', sa.Text(), server_default='none'))",
                        "SELECT count(*) FROM pragma_table_info('item') WHERE name = 'more'"),
                natively("RENAME COLUMN", "RENAME COLUMN made TO made_on",
                        alembicBatch("alter_column('made', new_column_name='made_on')"),
                        "SELECT count(*) FROM pragma_table_info('item') WHERE name = 'made_on'"),
                natively("DROP COLUMN", "DROP COLUMN note", alembicBatch("drop_column('note')"),
                        "SELECT count(*) = 0 FROM pragma_table_info('item') WHERE name = 'note'"));
    }

    private static Change rebuild(String title, String action, String byHand, Optional<String> alembic,
            String proof) {
        return new Change(title, REBUILD, "ALTER TABLE item " + action, Optional.of(byHand), alembic, proof);
    }

    private static Change inPlace(String title, String action, String byHand, Optional<String> alembic,
            String proof) {
        return new Change(title, IN_PLACE, "ALTER TABLE item " + action, Optional.of(byHand), alembic, proof);
    }

    private static Change natively(String title, String action, String alembic, String proof) {
        return new Change(title, NATIVE, "ALTER TABLE item " + action, Optional.empty(), Optional.of(alembic), proof);
    }

    private static String edit(String old, String replacement) {
        if (!BigTable.ITEM.contains(old)) {
            throw new IllegalArgumentException(old);
        }
        return BigTable.ITEM.replace(old, replacement);
    }

    private static Optional<String> batch(String operation) {
        return Optional.of(alembicBatch(operation));
    }

    private static String alembicBatch(String operation) {
        return "with op.batch_alter_table('item') as batch:\n        batch." + operation;
    }

    /** {@return SQLite's twelve steps ("Making Other Kinds Of Table Schema Changes") as a script for its program} */
    Optional<String> twelveSteps() {
        return byHand.map(text -> """
                .bail on
                PRAGMA foreign_keys = OFF;
                BEGIN IMMEDIATE;
                %s;
                INSERT INTO item_new SELECT * FROM item;
                DROP TABLE item;
                ALTER TABLE item_new RENAME TO item;
                %s;
                PRAGMA foreign_key_check;
                COMMIT;
                PRAGMA foreign_keys = ON;
                """.formatted(text.replace("CREATE TABLE item ", "CREATE TABLE item_new "),
                String.join(";\n", BigTable.INDEXES)));
    }
}
