package bench;

import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.stream.IntStream;

/**
 * What one script does, before a tool's own form is given to it: the first creates a table, each of the others inserts
 * a row. (A table a script would measure SQLite, which reads its whole schema again after each CREATE TABLE.)
 *
 * @param number its place, counted from 1
 */
record SmallScript(int number) {
    private static final LocalDateTime FIRST = LocalDateTime.of(2025, 1, 1, 0, 0);

    static List<SmallScript> first(int count) {
        return IntStream.rangeClosed(1, count).mapToObj(SmallScript::new).toList();
    }

    /** {@return how many rows so many scripts leave} */
    static int rows(int scripts) {
        return scripts - 1;
    }

    String up() {
        return number == 1 ? "CREATE TABLE item (id INTEGER PRIMARY KEY, name VARCHAR NOT NULL)"
                : "INSERT INTO item (id, name) VALUES (" + number + ", 'item " + number + "')";
    }

    String down() {
        return number == 1 ? "DROP TABLE item" : "DELETE FROM item WHERE id = " + number;
    }

    /** {@return twelve hex digits, as if drawn at random, and the same at every run} */
    String id() {
        return String.format("%016x", number * 0x9E3779B97F4A7C15L).substring(0, 12);
    }

    /** {@return the id of the script before it; empty for the first} */
    String parent() {
        return number == 1 ? "" : new SmallScript(number - 1).id();
    }

    /** {@return when it was written, one a minute} */
    String time(DateTimeFormatter format) {
        return FIRST.plusMinutes(number).format(format);
    }
}
