// revision: a60e94d7152f
// revises: c3f81d05be72
// created: 2025-11-17T14:05:00Z
// Fill in created_at, make usernames unique

import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;

class UniqueUsernames implements Migration {
    /** As SQLAlchemy writes a time, which ResTrack reads back. */
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss.SSSSSS");

    private static final int SHOWN = 10;

    @Override
    public void up(Op op) {
        refuseDuplicates(op);
        op.execute("UPDATE worklist SET created_at = ? WHERE created_at IS NULL",
                LocalDateTime.now(ZoneOffset.UTC).format(TIME));
        op.execute("CREATE UNIQUE INDEX ix_user_username ON \"user\" (username)");
    }

    /** The times that were filled in stay: which worklists had none is not known any more. */
    @Override
    public void down(Op op) {
        op.execute("DROP INDEX ix_user_username");
    }

    private static void refuseDuplicates(Op op) {
        List<String> duplicates = op.handle().createQuery("""
                SELECT username FROM "user" GROUP BY username HAVING COUNT(*) > 1 ORDER BY username""")
                .mapTo(String.class).list();
        if (duplicates.isEmpty()) {
            return;
        }
        int rest = duplicates.size() - SHOWN;
        throw new IllegalStateException((duplicates.size() == 1
                ? "One username belongs to several users: "
                : duplicates.size() + " usernames belong to several users each: ")
                + String.join(", ", duplicates.subList(0, Math.min(SHOWN, duplicates.size())))
                + (rest > 0 ? " and " + rest + " more" : "")
                + ". Rename or delete users until each name is there once, then upgrade again.");
    }
}
