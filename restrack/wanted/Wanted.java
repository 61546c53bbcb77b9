package restrack.wanted;

import java.util.List;
import java.util.Set;
import restrack.schema.Renaming;
import restrack.schema.Subject;

/**
 * The wanted schema, as the models say it.
 *
 * @param pieces      the statements that make it; any order
 * @param renamings   what the models say was renamed; also what has been done long ago
 * @param unsaid      what models of this kind cannot say anywhere: views, for instance
 * @param classTables the tables that classes made; of them collations, generated columns, options, and indexes that are
 *                    not {@link restrack.schema.Index#plain} cannot be said either
 */
public record Wanted(List<Piece> pieces, List<Renaming> renamings, Set<Subject> unsaid, Set<String> classTables) {
    /** The collections are copied. */
    public Wanted {
        pieces = List.copyOf(pieces);
        renamings = List.copyOf(renamings);
        unsaid = Set.copyOf(unsaid);
        classTables = Set.copyOf(classTables);
    }
}
