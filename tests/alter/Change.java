package tests.alter;

import java.util.EnumSet;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import restrack.ErrorKind;

/**
 * A statement that changes a table, and what has to come of it.
 *
 * @param statement the statement
 * @param text      the text that the table has to have then, in other words at the same places; null where there is no
 *                  single one
 * @param values    what columns get, where it is not what they held
 * @param hazard    whether values would change their meaning
 * @param may       kinds of refusal for which there is a reason, while doing it may be right too
 * @param more      what else may be different, and how
 * @param without   indexes that go with it
 * @param options   how the text is compared
 */
record Change(String statement, String text, Map<String, String> values, Hazard hazard, Set<ErrorKind> may,
              Expectation more, Set<String> without, Set<Option> options) {
    /** Whether values would change their meaning. */
    enum Hazard { NO, PERHAPS, YES }

    /** What need not be just so. */
    enum Option {
        /** Comments beside what goes may go with it. */
        COMMENTS_MAY_GO,
        /** Where rowids are given anew. */
        OTHER_ROWIDS,
        /** The words of types may change. */
        OTHER_TYPES,
        /** Whether a key still is NOT NULL by itself is not said in the same words everywhere. */
        OTHER_NOT_NULL,
        /** It has to be refused, of a kind that it may be refused as. */
        REFUSED
    }

    static Change of(String statement, String text) {
        return new Change(statement, text, Map.of(), Hazard.NO, Set.of(), Expectation.NOTHING, Set.of(), Set.of());
    }

    /** {@return the same in other words} */
    Change saying(String statement) {
        return new Change(statement, text, values, hazard, may, more, without, options);
    }

    Change value(String column, String expression) {
        var more = new HashMap<>(values);
        more.put(column, expression);
        return new Change(statement, text, more, hazard, may, this.more, without, options);
    }

    Change hazard(Hazard hazard) {
        return new Change(statement, text, values, hazard, may, more, without, options);
    }

    Change may(boolean condition, ErrorKind kind) {
        if (!condition) {
            return this;
        }
        var all = EnumSet.of(kind);
        all.addAll(may);
        return new Change(statement, text, values, hazard, all, more, without, options);
    }

    Change more(Expectation more) {
        return new Change(statement, text, values, hazard, may, more, without, options);
    }

    Change without(Set<String> indexes) {
        return new Change(statement, text, values, hazard, may, more, indexes, options);
    }

    Change option(boolean condition, Option option) {
        if (!condition) {
            return this;
        }
        var all = EnumSet.of(option);
        all.addAll(options);
        return new Change(statement, text, values, hazard, may, more, without, all);
    }

    boolean has(Option option) {
        return options.contains(option);
    }
}
