package restrack.adopt;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The rows of Flyway's table, in the order in which Flyway wrote them. */
final class FlywayRows {
    /** Rows of what Flyway did itself, and no script: the schema made, a missing script crossed out. */
    private static final Set<String> NO_SCRIPTS = Set.of("SCHEMA", "DELETE");

    private final ForeignRows rows;
    private final Map<String, Claim> applied = new LinkedHashMap<>();
    private final List<Claim> failed = new ArrayList<>();
    private final List<String> doubts = new ArrayList<>();

    FlywayRows(ForeignRows rows) {
        this.rows = rows;
    }

    Optional<ForeignHistory> history(String tool) {
        for (var row : rows.by("installed_rank")) {
            take(row, row.get("version"), String.valueOf(row.get("type")));
        }
        return Optional.of(new ForeignHistory(tool, rows.table(), List.copyOf(applied.values()), failed,
                doubts));
    }

    /** Repeatable scripts have no version; they run again with the next upgrade. */
    private void take(Map<String, String> row, String version, String type) {
        boolean succeeded = ForeignRows.isTrue(row.get("success"));
        if (!succeeded) {
            Optional.ofNullable(version).map(HistoryTable::only).ifPresent(failed::add);
            doubts.add("Flyway says that " + (version == null ? row.get("script") : version) + " failed.");
        } else if (version != null && type.contains("BASELINE")) {
            applied.put(version, new Claim.Baseline(version));
        } else if (version != null && (type.startsWith("UNDO") || type.equals("DELETE"))) {
            applied.remove(version);
        } else if (version != null && !NO_SCRIPTS.contains(type)) {
            applied.put(version, HistoryTable.only(version));
        }
    }
}
