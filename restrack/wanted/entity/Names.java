package restrack.wanted.entity;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import restrack.database.Dialect;

/** Names of tables and columns, as annotations and statements write them. */
record Names(Naming naming, Dialect dialect) {
    /** Words that one database or another does not take for names. */
    private static final Set<String> RESERVED = Set.of(("""
            ADD ALL ALTER ANALYZE AND ANY ARRAY AS ASC ASYMMETRIC AUTOINCREMENT BEFORE BETWEEN BINARY BOTH BY CALL
            CASCADE CASE CAST CHANGE CHARACTER CHECK COLLATE COLUMN COMMIT CONDITION CONSTRAINT CONTINUE CONVERT
            CREATE CROSS CURRENT_DATE CURRENT_ROLE CURRENT_TIME CURRENT_TIMESTAMP CURRENT_USER CURSOR DATABASE
            DECLARE DEFAULT DEFERRABLE DELETE DESC DESCRIBE DISTINCT DIV DO DROP EACH ELSE ELSEIF END ESCAPE EXCEPT
            EXISTS EXIT EXPLAIN FALSE FETCH FOR FORCE FOREIGN FREEZE FROM FULL FULLTEXT FUNCTION GLOB GRANT GROUP
            GROUPS HAVING IF IGNORE ILIKE IN INDEX INITIALLY INNER INOUT INSERT INTERSECT INTERVAL INTO IS ISNULL
            ITERATE JOIN KEY KEYS KILL LATERAL LEADING LEAVE LEFT LIKE LIMIT LINES LOAD LOCALTIME LOCALTIMESTAMP
            LOCK LOOP MATCH MOD NATURAL NOT NOTHING NOTNULL NULL OF OFFSET ON ONLY OPTIMIZE OPTION OR ORDER OUT
            OUTER OVER OVERLAPS PARTITION PLACING PRIMARY PROCEDURE RANGE RANK READ REFERENCES REGEXP RELEASE RENAME
            REPEAT REPLACE REQUIRE RESTRICT RETURN RETURNING REVOKE RIGHT RLIKE ROW ROWS SCHEMA SELECT SEPARATOR
            SESSION_USER SET SHOW SIGNAL SIMILAR SOME SPATIAL SQL SYMMETRIC SYSTEM TABLE TABLESAMPLE TERMINATED THEN
            TO TRAILING TRANSACTION TRIGGER TRUE UNDO UNION UNIQUE UNLOCK UNSIGNED UPDATE USAGE USE USER USING
            VALUES VARIADIC VERBOSE WHEN WHERE WHILE WINDOW WITH WRITE XOR""").split("\\s+"));

    /** {@return the name that an annotation gives, without the quotes that it may have; else one made of another} */
    String of(String given, String javaName) {
        return given.isBlank() ? naming.of(javaName) : unquoted(given);
    }

    /** {@return a name without the quotes that the specification allows in annotations} */
    static String unquoted(String name) {
        var stripped = name.strip();
        var quotes = stripped.length() > 2 && (stripped.startsWith("\"") && stripped.endsWith("\"")
                || stripped.startsWith("`") && stripped.endsWith("`"));
        return quotes ? stripped.substring(1, stripped.length() - 1) : stripped;
    }

    /** {@return a name as it stands in a statement} */
    String quoted(String name) {
        return name.matches("[A-Za-z_][A-Za-z0-9_]*") && !RESERVED.contains(name.toUpperCase(Locale.ROOT)) ? name
                : dialect.quote(name);
    }

    /** {@return names as they stand in parentheses} */
    String list(List<String> names) {
        return names.stream().map(this::quoted).collect(Collectors.joining(", "));
    }

    /** {@return what the database compares} */
    String key(String name) {
        return dialect.name(name).key();
    }
}
