package restrack.database.sqlite.alter;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import restrack.ErrorKind;
import restrack.MigrateException;
import restrack.database.sqlite.catalog.Quoted;
import restrack.database.sqlite.draft.Guard;

/** Counts the rows that break constraints before a change and after it. */
final class Guards {
    private static final String HINT = "Mend the rows first, or say something else with USING.";

    private final Connection connection;
    private final List<Guard> guards;
    private final List<Long> before;

    private Guards(Connection connection, List<Guard> guards) throws SQLException {
        this.connection = connection;
        this.guards = guards;
        this.before = numbers(guards.stream().map(Guard::before).toList());
    }

    static Guards before(Connection connection, Step step) throws SQLException {
        return new Guards(connection, step.guards());
    }

    /** @throws MigrateException {@code rows_in_the_way} if more rows break a constraint than before */
    void after() throws SQLException {
        var after = numbers(guards.stream().map(Guard::after).toList());
        for (int i = 0; i < guards.size(); i++) {
            long more = after.get(i) - before.get(i);
            if (more > 0) {
                throw new MigrateException(ErrorKind.ROWS_IN_THE_WAY, guards.get(i).sentence() + ", " + more
                        + (more == 1 ? " row" : " rows") + ", after this change.", HINT);
            }
        }
    }

    private List<Long> numbers(List<String> expressions) throws SQLException {
        var numbers = new ArrayList<Long>();
        for (var expression : expressions) {
            try (var query = connection.createStatement(); var rows = query.executeQuery("SELECT " + expression)) {
                numbers.add(rows.getLong(1));
            }
        }
        return numbers;
    }

    /** {@return the statements of a step, and around them what fails if more rows break a constraint than before} */
    static List<String> around(Step step) {
        if (step.keys().isEmpty() && step.guards().isEmpty()) {
            return step.statements();
        }
        var all = new ArrayList<String>();
        all.add("CREATE TEMP TABLE migrate_before AS SELECT " + sum(step, step.guards().stream().map(Guard::before))
                + " AS broken");
        all.addAll(step.statements());
        all.addAll(List.of("CREATE TEMP TABLE migrate_check (broken INTEGER CONSTRAINT "
                + Quoted.name("rows would break a constraint that they hold now") + " CHECK (broken <= 0))",
                "INSERT INTO temp.migrate_check SELECT " + sum(step, step.guards().stream().map(Guard::after))
                        + " - broken FROM temp.migrate_before",
                "DROP TABLE temp.migrate_check", "DROP TABLE temp.migrate_before"));
        return all;
    }

    private static String sum(Step step, Stream<String> counts) {
        var keys = step.keys().stream().map(it -> "(SELECT count(*) FROM pragma_foreign_key_check("
                + Quoted.text(it) + ", 'main'))");
        return Stream.concat(keys, counts).collect(Collectors.joining(" + "));
    }
}
