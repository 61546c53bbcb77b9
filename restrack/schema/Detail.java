package restrack.schema;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What a database knows of a definition beside the statement that makes it.
 *
 * @param parts  what it consists of, in order, where parts can change by themselves: the values of an enum, the columns
 *               of a view, the options of a sequence
 * @param beside statements that say more of it and stand behind the one that makes it, its comment for instance; each
 *               with the statement that takes it back
 * @param needs  what there has to be before it, and as long as it is there: tables, columns ({@code ward.beds}),
 *               constraints and other definitions
 */
public record Detail(List<String> parts, Map<String, String> beside, Set<Name> needs) {
    /** Nothing is known but the statement. */
    public static final Detail NONE = new Detail(List.of(), Map.of(), Set.of());

    /** The collections are copied. */
    public Detail {
        parts = List.copyOf(parts);
        beside = Collections.unmodifiableMap(new LinkedHashMap<>(beside));
        needs = Set.copyOf(needs);
    }
}
