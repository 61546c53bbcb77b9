package restrack.schema;

import java.util.Optional;

/** What can be changed about a column that stays. */
public enum Aspect {
    TYPE("type"), NULLABILITY("nullability"), DEFAULT("default"), COLLATION("collation"), GENERATED("generated"),
    IDENTITY("identity"), ON_UPDATE("on update"), COMMENT("comment");

    private final String words;

    Aspect(String words) {
        this.words = words;
    }

    /** {@return what it is called in output: {@code nullability}} */
    public String words() {
        return words;
    }

    /** {@return what a column says of it; nothing if it says nothing} */
    public Optional<Sql> of(Column column) {
        return switch (this) {
            case TYPE -> Optional.of(column.type());
            case NULLABILITY -> column.notNull();
            case DEFAULT -> column.defaultValue();
            case COLLATION -> column.collation();
            case GENERATED -> column.generated();
            case IDENTITY -> column.identity();
            case ON_UPDATE -> column.onUpdate();
            case COMMENT -> column.comment();
        };
    }
}
