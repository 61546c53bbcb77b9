package restrack.adopt;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The rows of Liquibase's table. A change set is known by its id, its author and its file; the id alone stands for it
 * where no other change set of this database has it.
 */
final class LiquibaseRows {
    private static final Set<String> APPLIED = Set.of("EXECUTED", "RERAN", "MARK_RAN");

    private final ForeignRows rows;

    LiquibaseRows(ForeignRows rows) {
        this.rows = rows;
    }

    Optional<ForeignHistory> history(String tool) {
        var claims = new ArrayList<Claim>();
        var failed = new ArrayList<Claim>();
        var doubts = new ArrayList<String>();
        for (var row : rows.by("orderexecuted")) {
            var kind = row.getOrDefault("exectype", "EXECUTED");
            if (kind == null || APPLIED.contains(kind)) {
                claims.add(new Claim.Only(names(row)));
            } else if (kind.equals("FAILED")) {
                failed.add(new Claim.Only(names(row)));
                doubts.add("Liquibase says that " + names(row).get(0) + " failed.");
            }
        }
        return Optional.of(new ForeignHistory(tool, rows.table(), claims, failed, doubts));
    }

    private List<String> names(Map<String, String> row) {
        var id = String.valueOf(row.get("id"));
        var full = row.get("author") + "-" + id;
        boolean alone = rows.rows().stream().filter(it -> id.equals(it.get("id"))).count() == 1;
        return alone ? List.of(id, full) : List.of(full);
    }
}
