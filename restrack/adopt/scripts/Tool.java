package restrack.adopt.scripts;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;
import restrack.ErrorKind;
import restrack.MigrateException;

/** A tool whose scripts can become ours. */
public enum Tool {
    /** Python scripts with {@code down_revision}. */
    ALEMBIC("Alembic"),
    /** {@code -- migrate:up} and {@code -- migrate:down}. */
    DBMATE("dbmate"),
    /** {@code V1__x.sql}, {@code U1__x.sql}, {@code R__x.sql}. */
    FLYWAY("Flyway"),
    /** {@code 1_x.up.sql} and {@code 1_x.down.sql}. */
    GOLANG_MIGRATE("golang-migrate"),
    /** {@code -- +goose Up} and {@code -- +goose Down}. */
    GOOSE("goose"),
    /** {@code --liquibase formatted sql}. */
    LIQUIBASE("Liquibase");

    private final String title;

    Tool(String title) {
        this.title = title;
    }

    /** {@return its name as its makers write it} */
    public String title() {
        return title;
    }

    /** {@return its name as it is typed: {@code golang-migrate}} */
    public String id() {
        return title.toLowerCase(Locale.ROOT);
    }

    /**
     * {@return the tool that a user names}
     *
     * @throws MigrateException {@code usage} if there is none of that name
     */
    public static Tool named(String id) {
        return Arrays.stream(values()).filter(it -> it.id().equalsIgnoreCase(id)).findFirst()
                .orElseThrow(() -> new MigrateException(ErrorKind.USAGE, "'" + id + "' is no tool that is known here.",
                        "Say one of " + ids() + "."));
    }

    /** {@return what can be typed, with commas} */
    public static String ids() {
        return Arrays.stream(values()).map(Tool::id).collect(Collectors.joining(", "));
    }
}
