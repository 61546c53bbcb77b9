package tests;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;

/**
 * What a command gave.
 *
 * @param exitCode its exit code
 * @param out      what it wrote to standard output
 * @param err      what it wrote to standard error
 */
public record Result(int exitCode, String out, String err) {
    /** {@return standard output, which has to be exactly one JSON document} */
    public JsonObject json() {
        return JsonParser.parseString(out).getAsJsonObject();
    }

    /** {@return the kind of the error that {@code --json} answered with} */
    public String errorKind() {
        return json().getAsJsonObject("error").get("kind").getAsString();
    }
}
