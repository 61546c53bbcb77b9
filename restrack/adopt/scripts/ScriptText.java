package restrack.adopt.scripts;

import java.util.ArrayList;
import java.util.List;
import restrack.script.Header;

/** A script that is carried over, as text: our header, our markers, and between them what its author wrote. */
final class ScriptText {
    private final Tool tool;
    /** Line ends are those of the original. */
    private final String end;
    private final StringBuilder text = new StringBuilder();

    private ScriptText(Tool tool, String example) {
        this.tool = tool;
        this.end = example.contains("\r\n") ? "\r\n" : "\n";
    }

    /** {@return the whole file of a script} */
    static String of(Carried script, Tool tool) {
        var text = new ScriptText(tool, script.up().text() + script.down().map(Way::text).orElse(""));
        text.header(script);
        text.way("up", script.up());
        script.down().ifPresent(down -> text.way("down", down));
        return text.text.toString();
    }

    /** {@return the whole file of a repeatable script} */
    static String of(Repeated script, Tool tool) {
        var text = new ScriptText(tool, script.way().text());
        text.line("-- " + text.origin(List.of(script.origin())));
        text.body(script.way());
        return text.text.toString();
    }

    private void header(Carried script) {
        key("revision", List.of(script.id()));
        key("revises", script.revises());
        if (!script.dependsOn().isEmpty()) {
            key("depends-on", script.dependsOn());
        }
        if (!script.labels().isEmpty()) {
            key("labels", script.labels());
        }
        script.created().ifPresent(created -> key("created", List.of(created.toString())));
        line("-- " + script.message());
        line("-- " + origin(script.origins()));
    }

    private void key(String key, List<String> values) {
        line(("-- " + key + ": " + String.join(", ", values)).stripTrailing());
    }

    private String origin(List<String> files) {
        return "From " + tool.title() + ": " + String.join(" and ", files);
    }

    private void way(String name, Way way) {
        line("");
        line("-- migrate:" + name + (way.transactional() ? "" : " transaction:false"));
        body(way);
    }

    private void body(Way way) {
        way.todos().forEach(todo -> line("-- migrate:todo " + todo));
        var body = way.text().replaceAll("^(?:[ \\t]*\\R)+|\\s+$", "");
        if (!body.isEmpty()) {
            line(body);
        }
    }

    private void line(String line) {
        text.append(line).append(end);
    }

    /** {@return a message of one line that a header gives back as it is; the fallback if there are no words} */
    static String message(String words, String fallback) {
        var lines = new ArrayList<>(words.strip().lines().map(String::strip).filter(it -> !it.isEmpty()).toList());
        var message = lines.isEmpty() ? fallback : lines.get(0);
        return Header.isMessage(message, "--") ? message : "Message: " + message;
    }
}
