package restrack.database.mariadb.alter;

import java.util.List;
import java.util.Optional;
import restrack.sql.Token;

/** One action of an {@code ALTER TABLE}. Names are without quotes; types and expressions are as they were written. */
sealed interface Part {
    /** What MariaDB is given as it stands. */
    record Native(String text) implements Part {
    }

    /** {@code ADD [CONSTRAINT name] CHECK | UNIQUE | PRIMARY KEY | FOREIGN KEY …}, which MariaDB has. */
    record AddConstraint(String text, List<Token> tokens) implements Part {
    }

    /** {@code MODIFY c definition}, {@code CHANGE c name definition}, which MariaDB has. */
    record Define(String text, String column, List<Token> definition) implements Part {
    }

    /** {@code ALTER c TYPE type [COLLATE collation]}. */
    record SetType(String column, String type, String collation) implements Part {
    }

    /** {@code ALTER c SET NOT NULL}, {@code DROP NOT NULL}. */
    record NotNull(String column, boolean on) implements Part {
    }

    /** {@code ALTER c SET DEFAULT expression}, {@code DROP DEFAULT}. */
    record Default(String column, Optional<String> expression) implements Part {
    }

    /** {@code ALTER c ADD GENERATED ALWAYS AS (expression)}, {@code SET EXPRESSION AS}, {@code DROP EXPRESSION}. */
    record Generated(String column, Optional<String> expression, Optional<Boolean> stored) implements Part {
    }

    /** {@code ALTER c ADD GENERATED … AS IDENTITY}, {@code DROP IDENTITY}; without a column it is the primary key's. */
    record Identity(Optional<String> column, boolean on) implements Part {
    }

    /** {@code DROP CONSTRAINT name}. */
    record DropConstraint(String name, boolean ifExists) implements Part {
    }

    /** {@code RENAME CONSTRAINT name TO name}. */
    record RenameConstraint(String from, String to) implements Part {
    }

    /** {@code RENAME [COLUMN] c TO c}. */
    record RenameColumn(String from, String to) implements Part {
    }

    /** {@code REORDER COLUMNS (c, …)}. */
    record Reorder(List<String> columns) implements Part {
    }

    /** What cannot be said to MariaDB. */
    record Refused(String message, String hint) implements Part {
    }
}
