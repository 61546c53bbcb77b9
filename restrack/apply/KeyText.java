package restrack.apply;

import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;

/**
 * Values of keys as text: {@code 42}, {@code 1.5}, {@code 'it''s'}, {@code x'0aff'}, separated by commas. What is
 * written is what is read again, for all that a database gives.
 */
final class KeyText {
    private final String text;
    private int at;

    private KeyText(String text) {
        this.text = text;
    }

    /** {@return a value as it can be written: whole numbers are {@link Long}} */
    static Object normal(Object value) {
        return value instanceof Integer || value instanceof Short || value instanceof Byte
                ? Long.valueOf(((Number) value).longValue()) : value;
    }

    /** {@return whether a value can be written as it is: a whole number, a floating-point number, a text, bytes} */
    static boolean isWritable(Object value) {
        return value instanceof Long || value instanceof Double || value instanceof Float || value instanceof String
                || value instanceof byte[];
    }

    /** {@return the text of some values} None of them is null. */
    static String of(List<Object> values) {
        return String.join(", ", values.stream().map(KeyText::literal).toList());
    }

    private static String literal(Object value) {
        if (value instanceof byte[] bytes) {
            return "x'" + HexFormat.of().formatHex(bytes) + "'";
        }
        return value instanceof String string ? "'" + string.replace("'", "''") + "'" : value.toString();
    }

    /** {@return the values that a text holds} */
    static List<Object> read(String text) {
        var values = new ArrayList<Object>();
        for (var reader = new KeyText(text); reader.at < text.length(); reader.at += ", ".length()) {
            values.add(reader.value());
        }
        return values;
    }

    private Object value() {
        if (text.startsWith("x'", at)) {
            at++;
            return HexFormat.of().parseHex(quoted());
        }
        if (text.charAt(at) == '\'') {
            return quoted();
        }
        int comma = text.indexOf(',', at);
        var number = text.substring(at, comma < 0 ? text.length() : comma);
        at += number.length();
        if (number.matches("-?\\d+")) {
            return Long.valueOf(number);
        }
        return Double.valueOf(number);
    }

    private String quoted() {
        var value = new StringBuilder();
        for (at++;; at++) {
            int quote = text.indexOf('\'', at);
            value.append(text, at, quote);
            at = quote + 1;
            if (!text.startsWith("'", at)) {
                return value.toString();
            }
            value.append('\'');
        }
    }
}
