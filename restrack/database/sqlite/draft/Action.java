package restrack.database.sqlite.draft;

import java.util.List;
import java.util.Optional;

/**
 * One action of an {@code ALTER TABLE}. Names are without quotes; types, expressions and definitions are as they were
 * written.
 */
public sealed interface Action {
    /** {@code ALTER c TYPE type [COLLATE c] [USING expression]}; {@code DROP TYPE} makes it an empty one. */
    record SetType(String column, String type, Optional<String> collation, Optional<String> using)
            implements Action {
    }

    /** {@code ALTER c SET DEFAULT expression}. */
    record SetDefault(String column, String expression) implements Action {
    }

    /** {@code ALTER c DROP DEFAULT}. */
    record DropDefault(String column) implements Action {
    }

    /** {@code ALTER c SET NOT NULL [ON CONFLICT resolution]}. */
    record SetNotNull(String column, Optional<String> conflict) implements Action {
    }

    /** {@code ALTER c DROP NOT NULL}. */
    record DropNotNull(String column) implements Action {
    }

    /** {@code ALTER c ADD GENERATED ALWAYS AS (expression) [STORED | VIRTUAL]}. */
    record AddGenerated(String column, String expression, boolean stored) implements Action {
    }

    /** {@code ALTER c SET EXPRESSION AS (expression)}. */
    record SetExpression(String column, String expression) implements Action {
    }

    /** {@code ALTER c DROP EXPRESSION [IF EXISTS]}. */
    record DropExpression(String column, boolean ifExists) implements Action {
    }

    /** {@code ADD [CONSTRAINT name] CHECK | UNIQUE | PRIMARY KEY | FOREIGN KEY …}. */
    record AddConstraint(String definition) implements Action {
    }

    /** {@code DROP CONSTRAINT [IF EXISTS] name [CASCADE]}. */
    record DropConstraint(String name, boolean ifExists, boolean cascade) implements Action {
    }

    /** {@code RENAME CONSTRAINT name TO name}. */
    record RenameConstraint(String from, String to) implements Action {
    }

    /** {@code ADD [COLUMN] [IF NOT EXISTS] definition}. */
    record AddColumn(String column, String definition, boolean ifNotExists) implements Action {
    }

    /** {@code DROP [COLUMN] [IF EXISTS] c [CASCADE]}. */
    record DropColumn(String column, boolean ifExists, boolean cascade) implements Action {
    }

    /** {@code RENAME [COLUMN] c TO c}. */
    record RenameColumn(String from, String to) implements Action {
    }

    /** {@code RENAME TO t}. */
    record RenameTable(String to) implements Action {
    }

    /** {@code SET STRICT}, {@code DROP STRICT}. */
    record Strict(boolean on) implements Action {
    }

    /** {@code SET WITHOUT ROWID}, {@code DROP WITHOUT ROWID}. */
    record WithoutRowid(boolean on) implements Action {
    }

    /** {@code SET AUTOINCREMENT}, {@code DROP AUTOINCREMENT}; also {@code ALTER c ADD GENERATED … AS IDENTITY}. */
    record Autoincrement(boolean on, Optional<String> column) implements Action {
    }

    /** {@code REORDER COLUMNS (c, …)}. */
    record Reorder(List<String> columns) implements Action {
    }

    /** {@return whether this is a renaming, which SQLite does itself and alone} */
    default boolean isRenaming() {
        return this instanceof RenameColumn || this instanceof RenameTable;
    }
}
