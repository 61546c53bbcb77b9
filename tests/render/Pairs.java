package tests.render;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Pairs of schemas, written as a line {@code == name}, the one, a line {@code ~~}, the other. */
final class Pairs {
    private Pairs() {
    }

    static List<Pair> all() {
        return Stream.of(ColumnPairs.ALL, ConstraintPairs.ALL, KeyPairs.ALL, ObjectPairs.ALL)
                .flatMap(it -> read(it).stream()).toList();
    }

    private static List<Pair> read(String text) {
        var pairs = new ArrayList<Pair>();
        for (var part : text.split("(?m)^== ")) {
            if (!part.isBlank()) {
                var lines = part.split("\n", 2);
                var name = lines[0].split(" fill ");
                var schemas = lines[1].split("(?m)^~~\n");
                pairs.add(new Pair(name[0], schemas[0], schemas[1], name.length > 1 ? name[1] : "rowid"));
            }
        }
        return pairs;
    }
}
