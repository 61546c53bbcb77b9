package tests.alter;

import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * All that can be seen of a database file.
 *
 * @param facts each as lines of text
 */
record Inventory(Map<Fact, List<String>> facts) {
    /** {@return the inventory of a file, which nobody else may be writing} */
    static Inventory of(Path file) {
        try (var connection = Connections.open(file)) {
            return new Inventory(new InventoryReader(connection, "main").all());
        } catch (SQLException e) {
            throw new IllegalStateException(file + " cannot be read", e);
        }
    }

    /** {@return the lines of a fact; none if there is no such thing} */
    List<String> lines(Fact fact) {
        return facts.getOrDefault(fact, List.of());
    }

    List<String> lines(Fact.Kind kind, String name) {
        return lines(new Fact(kind, name));
    }

    /** {@return the text of an object; empty if it is not there} */
    String text(String type, String name) {
        return String.join("", lines(Fact.Kind.TEXT, type + " " + name));
    }

    /** {@return the names of all objects of a type} */
    Set<String> names(String type) {
        var names = new TreeSet<String>();
        for (var fact : facts.keySet()) {
            if (fact.kind() == Fact.Kind.TEXT && fact.name().startsWith(type + " ")) {
                names.add(fact.name().substring(type.length() + 1));
            }
        }
        return names;
    }
}
