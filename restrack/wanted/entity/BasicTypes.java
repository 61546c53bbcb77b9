package restrack.wanted.entity;

import java.util.Map;
import java.util.Optional;
import javax.lang.model.type.TypeMirror;
import restrack.database.ColumnTypes;

/** What a database calls the types of attributes. A {@code secondPrecision} changes nothing: no type here has one. */
record BasicTypes(Reading reading) {
    static final int LENGTH = 255;
    private static final int PRECISION = 38;

    private static final Map<String, Integer> WHOLE = Map.ofEntries(Map.entry("byte", 8), Map.entry("short", 16),
            Map.entry("int", 32), Map.entry("long", 64), Map.entry("java.lang.Byte", 8),
            Map.entry("java.lang.Short", 16), Map.entry("java.lang.Integer", 32), Map.entry("java.lang.Long", 64),
            Map.entry("java.util.OptionalInt", 32), Map.entry("java.util.OptionalLong", 64),
            Map.entry("java.time.Year", 32), Map.entry("java.time.Duration", 64));

    /** {@return the bits of a type that counts; nothing for any other} */
    static Optional<Integer> bits(String javaType) {
        return Optional.ofNullable(WHOLE.get(javaType)).filter(it -> !javaType.startsWith("java.time."));
    }

    /**
     * {@return the type of a column; nothing if there is none for that type}
     *
     * @param type   the type of the attribute
     * @param notes  the annotations of the attribute
     * @param column what is said of the column
     */
    Optional<String> of(TypeMirror type, Notes notes, Optional<Note> column) {
        var types = reading.dialect().columnTypes();
        var name = reading.name(type);
        if (WHOLE.containsKey(name)) {
            return Optional.of(types.integer(WHOLE.get(name)));
        }
        var length = column.map(it -> it.number("length", LENGTH)).orElse(LENGTH);
        return Optional.ofNullable(switch (name) {
            case "java.lang.String", "char[]", "java.lang.Character[]" ->
                    notes.has("Lob") ? types.text() : types.varchar(length);
            case "char", "java.lang.Character" -> types.character(1);
            case "boolean", "java.lang.Boolean" -> types.bool();
            case "float", "java.lang.Float" -> types.floating(32);
            case "double", "java.lang.Double", "java.util.OptionalDouble" -> types.floating(64);
            case "java.math.BigDecimal" -> decimal(types, column, 2);
            case "java.math.BigInteger" -> decimal(types, column, 0);
            case "java.time.LocalDate", "java.sql.Date" -> types.date();
            case "java.time.LocalTime", "java.time.OffsetTime", "java.sql.Time" -> types.time();
            case "java.time.LocalDateTime", "java.sql.Timestamp" -> types.timestamp();
            case "java.time.Instant", "java.time.OffsetDateTime", "java.time.ZonedDateTime" ->
                    types.timestampWithZone();
            case "java.util.Date", "java.util.Calendar" -> temporal(types, notes);
            case "java.util.UUID" -> types.uuid();
            case "byte[]", "java.lang.Byte[]" -> types.binary(
                    notes.has("Lob") && !column.map(it -> it.says("length")).orElse(false)
                            ? Integer.MAX_VALUE : length);
            default -> null;
        });
    }

    /** With a precision only, the scale is 0, as the specification has it. */
    private static String decimal(ColumnTypes types, Optional<Note> column, int scale) {
        var precision = column.map(it -> it.number("precision", 0)).orElse(0);
        return types.decimal(precision == 0 ? PRECISION : precision,
                column.map(it -> it.number("scale", precision == 0 ? scale : 0)).orElse(scale));
    }

    private static String temporal(ColumnTypes types, Notes notes) {
        return switch (notes.find("Temporal").flatMap(it -> it.constant("value")).orElse("TIMESTAMP")) {
            case "DATE" -> types.date();
            case "TIME" -> types.time();
            default -> types.timestamp();
        };
    }
}
