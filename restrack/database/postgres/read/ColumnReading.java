package restrack.database.postgres.read;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import restrack.schema.Column;
import restrack.schema.Level;
import restrack.schema.Sql;

/** Reads the columns of all tables. Those that a table only inherits belong to the one that it inherits them from. */
final class ColumnReading {
    private static final Pattern CAST_STRING = Pattern.compile("('(?:[^']|'')*')::(.+)");
    private static final String QUERY = """
            SELECT c.oid, a.attname AS name, format_type(a.atttypid, a.atttypmod) AS type,
                format_type(a.atttypid, NULL) AS bare, a.attnotnull AS not_null, a.attidentity::text AS identity,
                a.attgenerated::text AS generated, pg_get_expr(f.adbin, f.adrelid, true) AS expression,
                CASE WHEN l.oid IS NOT NULL THEN CASE WHEN pg_collation_is_visible(l.oid) THEN '' ELSE
                    quote_ident(ln.nspname) || '.' END || quote_ident(l.collname) END AS collation,
                col_description(c.oid, a.attnum) AS comment,
                counted.drawn, counted.sequence::regclass::text AS sequence, format_type(s.seqtypid, NULL) AS counts,
                s.seqstart, s.seqincrement, s.seqmin, s.seqmax, s.seqcache, s.seqcycle
            FROM pg_class c
            JOIN pg_namespace n ON n.oid = c.relnamespace AND n.nspname = current_schema()
            JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped AND a.attislocal
            JOIN pg_type t ON t.oid = a.atttypid
            LEFT JOIN pg_attrdef f ON f.adrelid = c.oid AND f.adnum = a.attnum
            LEFT JOIN pg_collation l ON l.oid = a.attcollation AND a.attcollation <> t.typcollation
            LEFT JOIN pg_namespace ln ON ln.oid = l.collnamespace
            LEFT JOIN (%s) counted ON counted.relation = c.oid AND counted.number = a.attnum
            LEFT JOIN pg_sequence s ON s.seqrelid = counted.sequence
            WHERE c.relkind IN ('r', 'p')
            ORDER BY c.oid, a.attnum""".formatted(CountedColumns.QUERY);

    private final Level level;

    private ColumnReading(Level level) {
        this.level = level;
    }

    /** {@return the columns, by the object id of their table} */
    static Map<Long, List<Column>> of(Connection connection, Level level) throws SQLException {
        var reading = new ColumnReading(level);
        var columns = new HashMap<Long, List<Column>>();
        try (var query = connection.createStatement(); var rows = query.executeQuery(QUERY)) {
            while (rows.next()) {
                columns.computeIfAbsent(rows.getLong("oid"), key -> new ArrayList<>()).add(reading.column(rows));
            }
        }
        return columns;
    }

    private Column column(ResultSet row) throws SQLException {
        var generated = row.getString("generated");
        var expression = Optional.ofNullable(row.getString("expression"));
        var bare = row.getString("bare");
        boolean counted = row.getString("sequence") != null;
        return new Column(Quoted.known(row.getString("name")), exactly(row.getString("type")),
                row.getBoolean("not_null") ? Optional.of(exactly("NOT NULL")) : Optional.empty(),
                generated.isEmpty() && !row.getBoolean("drawn")
                        ? expression.map(it -> new Sql(withoutCast(it, bare), it)) : Optional.empty(),
                Optional.ofNullable(row.getString("collation")).map(ColumnReading::exactly),
                generated.isEmpty() ? Optional.empty() : expression.map(it -> exactly("GENERATED ALWAYS AS ("
                        + it + ") " + (generated.equals("s") ? "STORED" : "VIRTUAL"))),
                counted ? Optional.of(counter(row).sql()) : Optional.empty(), Optional.empty(),
                level == Level.EXACT ? Optional.ofNullable(row.getString("comment")).map(Quoted::string)
                        .map(ColumnReading::exactly) : Optional.empty());
    }

    private static Sql exactly(String text) {
        return new Sql(text, text);
    }

    /** A string that is a default is of the type of its column, whether that is said or not. */
    private static String withoutCast(String expression, String type) {
        var string = CAST_STRING.matcher(expression);
        return string.matches() && string.group(2).equals(type) ? string.group(1) : expression;
    }

    private Counter counter(ResultSet row) throws SQLException {
        var options = new ArrayList<String>();
        var type = row.getString("counts");
        if (!type.equals(row.getString("type"))) {
            options.add("AS " + type);
        }
        long increment = row.getLong("seqincrement");
        long least = row.getLong("seqmin");
        long most = row.getLong("seqmax");
        long limit = type.equals("smallint") ? Short.MAX_VALUE : type.equals("integer") ? Integer.MAX_VALUE
                : Long.MAX_VALUE;
        boolean up = increment > 0;
        add(options, "INCREMENT BY ", increment, 1);
        add(options, "MINVALUE ", least, up ? 1 : -limit - 1);
        add(options, "MAXVALUE ", most, up ? limit : -1);
        add(options, "START WITH ", row.getLong("seqstart"), up ? least : most);
        add(options, "CACHE ", row.getLong("seqcache"), 1);
        if (row.getBoolean("seqcycle")) {
            options.add("CYCLE");
        }
        boolean drawn = row.getBoolean("drawn");
        var kind = drawn ? Counter.Kind.SERIAL : row.getString("identity").equals("a") ? Counter.Kind.ALWAYS
                : Counter.Kind.BY_DEFAULT;
        // What draws from a sequence and what is numbered by default take the same values.
        return level == Level.EQUIVALENT && drawn ? new Counter(Counter.Kind.BY_DEFAULT, "", options)
                : new Counter(kind, drawn ? row.getString("sequence") : "", options);
    }

    private static void add(List<String> options, String words, long value, long otherwise) {
        if (value != otherwise) {
            options.add(words + value);
        }
    }
}
