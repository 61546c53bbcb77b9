package restrack.apply;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import restrack.sql.Checksum;
import restrack.sql.Statement;

/**
 * What the journal keeps of a script, to see whether the part that is done was edited since. The part that is not done
 * may be.
 */
interface Fingerprints {
    /** {@return that of the statements before one; nothing if there are not so many} */
    Optional<String> before(int statement);

    /** {@return the same with a statement whose batches are under way; nothing if it has none} */
    Optional<String> within(int statement);

    /** {@return the fingerprints of a step} */
    static Fingerprints of(Step step) {
        if (step instanceof Step.Sql sql) {
            return new OfStatements(checksums(sql.statements()), sql.statements(), sql.batches());
        }
        // Where in Java its batches are made cannot be known, so all of it counts.
        return new OfAll(step.script().checksum());
    }

    private static List<String> checksums(List<Statement> statements) {
        var checksums = new ArrayList<String>();
        checksums.add(Checksum.start().hex());
        for (var statement : statements) {
            checksums.add(following(checksums.get(checksums.size() - 1), statement).hex());
        }
        return checksums;
    }

    private static Checksum following(String before, Statement statement) {
        return Checksum.start().values("before", List.of(before)).section("statement", statement.tokens());
    }

    /** Of SQL. How large batches are, and how long the pauses, may change in the middle of them; the key may not. */
    record OfStatements(List<String> checksums, List<Statement> statements, Map<Integer, Batching> batches)
            implements Fingerprints {
        @Override
        public Optional<String> before(int statement) {
            return statement < checksums.size() ? Optional.of(checksums.get(statement)) : Optional.empty();
        }

        @Override
        public Optional<String> within(int statement) {
            return Optional.ofNullable(batches.get(statement)).map(it -> following(checksums.get(statement),
                    statements.get(statement)).values("key", List.of(String.join(",", it.how().key()))).hex());
        }
    }

    /** Of Java. */
    record OfAll(String checksum) implements Fingerprints {
        @Override
        public Optional<String> before(int statement) {
            return Optional.of(statement == 0 ? Checksum.start().hex() : checksum);
        }

        @Override
        public Optional<String> within(int statement) {
            return Optional.of(checksum);
        }
    }
}
