package restrack.cli;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;

/** {@code migrate config}. */
@Command(name = "config", description = "Show each setting and where it came from; passwords are masked.")
final class ConfigCommand extends BaseCommand {
    @Override
    int run() {
        var settings = settings().all();
        var table = new TextTable().titles("Setting", "Value", "From");
        for (var setting : settings) {
            table.row(UnaryOperator.identity(), setting.name(), setting.value(), setting.source());
        }
        table.lines().forEach(this::say);
        answer(() -> Map.of("settings", settings.stream().map(it -> {
            var fields = new LinkedHashMap<String, Object>();
            fields.put("name", it.name());
            fields.put("value", it.value());
            fields.put("source", it.source());
            return fields;
        }).collect(Collectors.toList())));
        return DONE;
    }
}
