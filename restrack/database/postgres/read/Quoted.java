package restrack.database.postgres.read;

import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;
import java.util.regex.Pattern;
import restrack.schema.Name;

/** Names and strings as they stand in statements. */
public final class Quoted {
    private static final Pattern PLAIN = Pattern.compile("[a-z_][a-z0-9_$]*");
    /** What cannot be any name without quotes: see {@code pg_get_keywords()}, all but the unreserved. */
    private static final Set<String> KEYWORDS = new HashSet<>(Arrays.asList("""
            all analyse analyze and any array as asc asymmetric authorization between bigint binary bit boolean both
            case cast char character check coalesce collate collation column concurrently constraint create cross
            current_catalog current_date current_role current_schema current_time current_timestamp current_user dec
            decimal default deferrable desc distinct do else end except exists extract false fetch float for foreign
            freeze from full grant greatest group grouping having ilike in initially inner inout int integer intersect
            interval into is isnull join json json_array json_arrayagg json_exists json_object json_objectagg json_query
            json_scalar json_serialize json_table json_value lateral leading least left like limit localtime
            localtimestamp merge_action national natural nchar none normalize not notnull null nullif numeric offset on
            only or order out outer overlaps overlay placing position precision primary real references returning right
            row select session_user setof similar smallint some substring symmetric system_user table tablesample then
            time timestamp to trailing treat trim true union unique user using values varchar variadic verbose when
            where window with xmlattributes xmlconcat xmlelement xmlexists xmlforest xmlnamespaces xmlparse xmlpi
            xmlroot xmlserialize xmltable""".split("\\s+")));

    private Quoted() {
    }

    /** {@return a name, in quotes where it needs them} */
    public static String name(String name) {
        return PLAIN.matcher(name).matches() && !KEYWORDS.contains(name) ? name
                : '"' + name.replace("\"", "\"\"") + '"';
    }

    /** {@return a name, in quotes where it needs them} */
    public static String name(Name name) {
        return name(name.text());
    }

    /** {@return a string} */
    public static String string(String text) {
        return (text.contains("\\") ? "E'" : "'") + text.replace("\\", "\\\\").replace("'", "''") + "'";
    }

    /** {@return a name of the current schema} Upper and lower case are different. */
    public static Name known(String name) {
        return new Name(name, name);
    }
}
