package restrack.database.postgres.read;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import restrack.schema.Definition;
import restrack.schema.Definition.Kind;
import restrack.schema.Name;

/**
 * Puts definitions into an order in which they can be made: each after what it needs. The server looks into the body of
 * a function in SQL when it is made, but does not remember what it found there; so what its words may mean goes before
 * it too, unless that needs the function itself.
 */
public final class MakingOrder {
    private final Map<String, List<Definition>> named = new HashMap<>();
    private final Map<Name, Definition> needed = new HashMap<>();
    private final Set<Definition> begun = new HashSet<>();
    private final Set<Definition> order = new LinkedHashSet<>();

    private MakingOrder(List<Definition> definitions) {
        for (var definition : definitions) {
            if (definition.owner().isEmpty()) {
                needed.put(definition.name(), definition);
                named.computeIfAbsent(Words.bare(definition.name().text()), it -> new ArrayList<>()).add(definition);
            }
        }
    }

    /** {@return the same definitions, those that need nothing of one another in the order that they have} */
    public static List<Definition> of(List<Definition> definitions) {
        var order = new MakingOrder(definitions);
        definitions.forEach(order::add);
        return List.copyOf(order.order);
    }

    private void add(Definition definition) {
        if (begun.add(definition)) {
            direct(definition).forEach(this::add);
            if (isRead(definition)) {
                spokenOf(definition).stream().filter(it -> !all(it).contains(definition)).forEach(this::add);
            }
            order.add(definition);
        }
    }

    private List<Definition> direct(Definition definition) {
        return definition.detail().needs().stream().filter(needed::containsKey).map(needed::get)
                .sorted((a, b) -> a.name().text().compareTo(b.name().text())).toList();
    }

    /** {@return what something needs, and what that needs, and so on} */
    private Set<Definition> all(Definition definition) {
        var all = new HashSet<Definition>();
        var left = new ArrayList<>(List.of(definition));
        while (!left.isEmpty()) {
            direct(left.remove(left.size() - 1)).stream().filter(all::add).forEach(left::add);
        }
        return all;
    }

    private List<Definition> spokenOf(Definition definition) {
        return Words.of(definition.sql().text()).stream().sorted().flatMap(
                it -> named.getOrDefault(it, List.of()).stream()).filter(it -> it != definition)
                .collect(Collectors.toList());
    }

    private static boolean isRead(Definition definition) {
        return (definition.kind() == Kind.FUNCTION || definition.kind() == Kind.PROCEDURE)
                && definition.sql().text().toLowerCase(Locale.ROOT).contains("language sql");
    }
}
