package restrack.database.mariadb;

import restrack.database.ColumnTypes;

/**
 * Types as MariaDB calls them (MariaDB documentation, "Data Types"). A text is LONGTEXT, for TEXT ends at 64 KB; times
 * keep their microseconds, which they only do when it is said. UUID is there from 10.7 on.
 */
final class MariaColumnTypes implements ColumnTypes {
    @Override
    public String text() {
        return "LONGTEXT";
    }

    @Override
    public String integer(int bits) {
        return switch (bits) {
            case 8 -> "TINYINT";
            case 16 -> "SMALLINT";
            case 32 -> "INT";
            default -> "BIGINT";
        };
    }

    @Override
    public String identity(int bits) {
        return integer(bits);
    }

    @Override
    public String identityClause() {
        return "AUTO_INCREMENT";
    }

    @Override
    public String decimal(int precision, int scale) {
        return "DECIMAL(" + precision + ", " + scale + ")";
    }

    @Override
    public String floating(int bits) {
        return bits == 32 ? "FLOAT" : "DOUBLE";
    }

    @Override
    public String time() {
        return "TIME(6)";
    }

    @Override
    public String timestamp() {
        return "DATETIME(6)";
    }

    /** Read and written in the time zone of the session. */
    @Override
    public String timestampWithZone() {
        return "TIMESTAMP(6)";
    }

    @Override
    public String uuid() {
        return "UUID";
    }

    @Override
    public String binary(int length) {
        return length > 0 && length <= 65_000 ? "VARBINARY(" + length + ")" : "LONGBLOB";
    }
}
