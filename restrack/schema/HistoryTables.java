package restrack.schema;

import java.util.Locale;
import java.util.Set;

/** The tables in which migration tools keep what has been applied. No model has them, and they are nobody else's. */
public final class HistoryTables {
    private static final Set<String> OF_OTHERS = Set.of("alembic_version", "flyway_schema_history", "schema_version",
            "databasechangelog", "databasechangeloglock", "schema_migrations", "ar_internal_metadata",
            "goose_db_version", "gorp_migrations", "django_migrations", "_prisma_migrations", "knex_migrations",
            "knex_migrations_lock", "__efmigrationshistory", "__efmigrationslock", "sequelizemeta",
            "__drizzle_migrations", "_sqlx_migrations", "__diesel_schema_migrations", "doctrine_migration_versions",
            "phinxlog", "atlas_schema_revisions", "refinery_schema_history", "seaql_migrations", "mikro_orm_migrations",
            "kysely_migration", "kysely_migration_lock", "sqitch_changes");

    private HistoryTables() {
    }

    /** {@return whether a table is another tool's history} */
    public static boolean isOneOf(String table) {
        return OF_OTHERS.contains(table.toLowerCase(Locale.ROOT));
    }
}
