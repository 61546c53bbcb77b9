package restrack.wanted.entity;

import java.util.List;
import java.util.Set;
import restrack.schema.Renaming;
import restrack.wanted.Piece;

/**
 * What classes say of a schema.
 *
 * @param pieces    the statements that make it: each table, and behind it its indexes
 * @param renamings what {@code @Renamed} says
 * @param tables    the names of all tables that the statements make
 */
public record EntityModel(List<Piece> pieces, List<Renaming> renamings, Set<String> tables) {
    /** The collections are copied. */
    public EntityModel {
        pieces = List.copyOf(pieces);
        renamings = List.copyOf(renamings);
        tables = Set.copyOf(tables);
    }
}
