package restrack.database.postgres.render;

import static restrack.database.postgres.read.TableOptions.COMMENT;
import static restrack.database.postgres.read.TableOptions.FORCED;
import static restrack.database.postgres.read.TableOptions.INHERITS;
import static restrack.database.postgres.read.TableOptions.METHOD;
import static restrack.database.postgres.read.TableOptions.PARAMETER;
import static restrack.database.postgres.read.TableOptions.PARTITION;
import static restrack.database.postgres.read.TableOptions.PARTITIONED;
import static restrack.database.postgres.read.TableOptions.REPLICA_IDENTITY;
import static restrack.database.postgres.read.TableOptions.ROW_SECURITY;
import static restrack.database.postgres.read.TableOptions.TABLESPACE;
import static restrack.database.postgres.read.TableOptions.UNLOGGED;

import java.util.Optional;
import restrack.ErrorKind;
import restrack.MigrateException;
import restrack.database.postgres.read.Quoted;
import restrack.database.postgres.read.TableText;
import restrack.schema.Name;

/** What has to be done for an option of a table that comes or goes. */
final class OptionChange {
    private OptionChange() {
    }

    /** {@return what of two options, one that goes and one that comes, are the same thing's} */
    static String key(String option) {
        if (option.startsWith(PARAMETER)) {
            return option.substring(0, option.indexOf('='));
        }
        if (option.startsWith(COMMENT)) {
            return option.substring(0, option.indexOf(" IS "));
        }
        for (var start : new String[] {TABLESPACE, METHOD, REPLICA_IDENTITY}) {
            if (option.startsWith(start)) {
                return start;
            }
        }
        return option;
    }

    /** {@return the statement that has to run when everything else is there; nothing if none has to} */
    static Optional<String> late(Name table, String option, boolean on) {
        if (option.startsWith(COMMENT)) {
            return Optional.of(on ? option : key(option) + " IS NULL");
        }
        return option.startsWith(REPLICA_IDENTITY)
                ? Optional.of("ALTER TABLE " + Quoted.name(table) + " " + (on ? option : REPLICA_IDENTITY + "DEFAULT"))
                : Optional.empty();
    }

    /** {@return the statement that a table which is part of another one needs of its own; nothing if none} */
    static Optional<String> attachment(Name table, String option, boolean on) {
        if (!option.startsWith(PARTITION)) {
            return Optional.empty();
        }
        int bound = TableText.bound(option);
        return Optional.of("ALTER TABLE " + option.substring(PARTITION.length(), bound) + (on ? " ATTACH PARTITION "
                + Quoted.name(table) + option.substring(bound) : " DETACH PARTITION " + Quoted.name(table)));
    }

    /** {@return what stands in the {@code CREATE TABLE} already} */
    static boolean isInCreation(String option) {
        return !option.equals(ROW_SECURITY) && !option.equals(FORCED) && !option.startsWith(COMMENT)
                && !option.startsWith(REPLICA_IDENTITY);
    }

    /**
     * {@return the action of an ALTER TABLE}
     *
     * @throws MigrateException {@code cannot_alter} where there is none
     */
    static String action(Name table, String option, boolean on) {
        if (option.equals(UNLOGGED)) {
            return on ? "SET UNLOGGED" : "SET LOGGED";
        }
        if (option.equals(ROW_SECURITY)) {
            return on ? "ENABLE ROW LEVEL SECURITY" : "DISABLE ROW LEVEL SECURITY";
        }
        if (option.equals(FORCED)) {
            return on ? FORCED : "NO FORCE ROW LEVEL SECURITY";
        }
        if (option.startsWith(PARAMETER)) {
            return on ? "SET (" + option.substring(PARAMETER.length()) + ")"
                    : "RESET (" + key(option).substring(PARAMETER.length()) + ")";
        }
        if (option.startsWith(TABLESPACE)) {
            return "SET TABLESPACE " + (on ? option.substring(TABLESPACE.length()) : "pg_default");
        }
        if (option.startsWith(METHOD)) {
            return "SET ACCESS METHOD " + (on ? option.substring(METHOD.length()) : "heap");
        }
        if (option.startsWith(INHERITS)) {
            return (on ? "INHERIT " : "NO INHERIT ") + option.substring(INHERITS.length());
        }
        throw new MigrateException(ErrorKind.CANNOT_ALTER, "PostgreSQL cannot make a table that is there "
                + (on ? "one with partitions" : "one without partitions") + ": " + table + " (" + (on ? "" : "no ")
                + PARTITIONED.strip() + ").", "Write a script that creates a new table, copies the rows and renames "
                + "it, or leave this out with `autogenerate.ignore = option:" + table + "`.");
    }
}
