package restrack.schema;

/**
 * One difference between two schemas, as what has to be done to the present one. A table that is named in it is the
 * present one, unless it is created.
 */
public sealed interface Change {
    /** {@return the table that it is about; for what is on no table, its own name} */
    Name table();

    /** A change of a table that stays. */
    sealed interface OfTable extends Change {
        /** {@return the table as it is} */
        Table of();

        @Override
        default Name table() {
            return of().name();
        }
    }

    /** A change of what is known by its statement. */
    sealed interface OfDefinition extends Change {
        /** {@return it; as it is going to be, if it stays} */
        Definition definition();

        @Override
        default Name table() {
            return definition().owner().orElse(definition().name());
        }
    }

    /** A table comes, with its columns and constraints; each of its indexes is a change of its own. */
    record CreateTable(Table created) implements Change {
        @Override
        public Name table() {
            return created.name();
        }
    }

    /** A table goes, with its rows and all that is on it. */
    record DropTable(Table dropped) implements Change {
        @Override
        public Name table() {
            return dropped.name();
        }
    }

    /** A column comes. Its constraints are changes of their own. */
    record AddColumn(Table of, Column column) implements OfTable {
    }

    /** A column goes, with its values. Its constraints are changes of their own. */
    record DropColumn(Table of, Column column) implements OfTable {
    }

    /** Something about a column changes. */
    record AlterColumn(Table of, Column from, Column to, Aspect aspect) implements OfTable {
    }

    /** A constraint comes. */
    record AddConstraint(Table of, Constraint constraint) implements OfTable {
    }

    /** A constraint goes. */
    record DropConstraint(Table of, Constraint constraint) implements OfTable {
    }

    /** A constraint of the same name, or the primary key, asks for something else. */
    record AlterConstraint(Table of, Constraint from, Constraint to) implements OfTable {
    }

    /** A constraint gets a name, or another one. */
    record RenameConstraint(Table of, Constraint from, Constraint to) implements OfTable {
    }

    /** An index comes. */
    record CreateIndex(Table of, Index index) implements OfTable {
    }

    /** An index goes. */
    record DropIndex(Table of, Index index) implements OfTable {
    }

    /** An index of the same name is over something else. */
    record AlterIndex(Table of, Index from, Index to) implements OfTable {
    }

    /** An option of a table comes or goes: STRICT, for instance. */
    record SetOption(Table of, String option, boolean on) implements OfTable {
    }

    /** A view, trigger or virtual table comes. */
    record Define(Definition definition) implements OfDefinition {
    }

    /** A view, trigger or virtual table goes. */
    record Undefine(Definition definition) implements OfDefinition {
    }

    /** A view, trigger or virtual table is another one from now on. */
    record Redefine(Definition from, Definition to) implements OfDefinition {
        @Override
        public Definition definition() {
            return to;
        }
    }

    /** The columns are the same, in another order. For information: nothing has to be done. */
    record Reorder(Table from, Table to) implements Change {
        @Override
        public Name table() {
            return from.name();
        }
    }
}
