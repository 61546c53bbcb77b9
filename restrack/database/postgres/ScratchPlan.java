package restrack.database.postgres;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import restrack.database.postgres.read.Quoted;

/**
 * How an empty database has to be made so that everything means there what it means in another one.
 *
 * @param database   the clauses of {@code CREATE DATABASE}: encoding and locale
 * @param path       the search path
 * @param schema     the schema that comes first in it
 * @param extensions the schemas of its extensions, by their names
 */
record ScratchPlan(List<String> database, String path, String schema, Map<String, String> extensions) {
    /** {@return what the database of this connection asks for} */
    static ScratchPlan of(Connection connection) throws SQLException {
        var clauses = new ArrayList<String>();
        String path;
        String schema;
        // What a server does not know is missing in the row, and no error.
        try (var query = connection.createStatement(); var row = query.executeQuery("""
                SELECT pg_encoding_to_char(d.encoding), d.datcollate, d.datctype, j->>'datlocprovider',
                    coalesce(j->>'daticulocale', j->>'datlocale'), j->>'daticurules', current_setting('search_path'),
                    coalesce(current_schema(), 'public')
                FROM pg_database d, to_jsonb(d) j WHERE d.datname = current_database()""")) {
            row.next();
            clauses.add("ENCODING " + Quoted.string(row.getString(1)));
            clauses.add("LC_COLLATE " + Quoted.string(row.getString(2)));
            clauses.add("LC_CTYPE " + Quoted.string(row.getString(3)));
            var locale = Optional.ofNullable(row.getString(5)).map(Quoted::string);
            switch (Optional.ofNullable(row.getString(4)).orElse("c")) {
                case "i" -> clauses.add("LOCALE_PROVIDER icu ICU_LOCALE " + locale.orElseThrow());
                case "b" -> clauses.add("LOCALE_PROVIDER builtin BUILTIN_LOCALE " + locale.orElseThrow());
                default -> { }
            }
            Optional.ofNullable(row.getString(6)).ifPresent(it -> clauses.add("ICU_RULES " + Quoted.string(it)));
            path = row.getString(7);
            schema = row.getString(8);
        }
        return new ScratchPlan(clauses, path, schema, extensions(connection));
    }

    private static Map<String, String> extensions(Connection connection) throws SQLException {
        var extensions = new LinkedHashMap<String, String>();
        try (var query = connection.createStatement(); var rows = query.executeQuery("""
                SELECT e.extname, n.nspname FROM pg_extension e JOIN pg_namespace n ON n.oid = e.extnamespace
                WHERE e.extname <> 'plpgsql' ORDER BY e.oid""")) {
            while (rows.next()) {
                extensions.put(rows.getString(1), rows.getString(2));
            }
        }
        return extensions;
    }

    /** {@return the statement that makes the database} */
    String creation(String name) {
        return "CREATE DATABASE " + name + " TEMPLATE template0 " + String.join(" ", database);
    }

    /** {@return what runs in it before anybody uses it} */
    List<String> furniture() {
        var statements = new ArrayList<String>();
        if (!schema.equals("public")) {
            statements.add("CREATE SCHEMA IF NOT EXISTS " + Quoted.name(schema));
        }
        extensions.forEach((name, home) -> {
            if (!home.equals("pg_catalog")) {
                statements.add("CREATE SCHEMA IF NOT EXISTS " + Quoted.name(home));
            }
            statements.add("CREATE EXTENSION IF NOT EXISTS " + Quoted.name(name)
                    + (home.equals("pg_catalog") ? "" : " SCHEMA " + Quoted.name(home)) + " CASCADE");
        });
        return statements;
    }
}
