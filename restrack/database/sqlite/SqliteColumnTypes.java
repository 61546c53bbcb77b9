package restrack.database.sqlite;

import restrack.database.ColumnTypes;

/**
 * Types in the words that SQLAlchemy uses for SQLite, which goes by what words are in a type (SQLite documentation,
 * "Datatypes In SQLite", 3.1). A UUID is a text: a type UUID would have the affinity of numbers.
 */
final class SqliteColumnTypes implements ColumnTypes {
    @Override
    public String text() {
        return "TEXT";
    }

    @Override
    public String integer(int bits) {
        return switch (bits) {
            case 8 -> "TINYINT";
            case 16 -> "SMALLINT";
            case 32 -> "INTEGER";
            default -> "BIGINT";
        };
    }

    /** Only INTEGER, word for word, makes a key the rowid. */
    @Override
    public String identity(int bits) {
        return "INTEGER";
    }

    @Override
    public String identityClause() {
        return "";
    }

    @Override
    public String decimal(int precision, int scale) {
        return "NUMERIC(" + precision + ", " + scale + ")";
    }

    @Override
    public String floating(int bits) {
        return bits == 32 ? "FLOAT" : "DOUBLE";
    }

    @Override
    public String time() {
        return "TIME";
    }

    @Override
    public String timestamp() {
        return "DATETIME";
    }

    @Override
    public String timestampWithZone() {
        return "TIMESTAMP";
    }

    @Override
    public String uuid() {
        return "CHAR(36)";
    }

    @Override
    public String binary(int length) {
        return "BLOB";
    }
}
