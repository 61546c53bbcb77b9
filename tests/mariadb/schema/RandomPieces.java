package tests.mariadb.schema;

import java.util.List;
import java.util.Random;

/**
 * Chance, a piece at a time: each piece of a schema has a random of its own. So a schema from the same seed is the
 * same, and one with some of its pieces changed has the rest in common with it.
 *
 * @param seed    where the pieces come from
 * @param changed where those come from that are changed; the same seed for none
 * @param often   one of how many is changed
 */
record RandomPieces(long seed, long changed, int often) {
    /** {@return where a piece comes from} */
    Random random(String piece) {
        boolean other = changed != seed && of(changed, piece + "?").nextInt(often) == 0;
        return of(other ? changed : seed, piece);
    }

    private static Random of(long seed, String piece) {
        var random = new Random(seed * 1_000_003 + piece.hashCode() * 7_919L);
        // The first numbers of seeds that are near each other are alike.
        return new Random(random.nextLong() ^ random.nextLong());
    }

    /** {@return whether something is so, which is one time of so many} */
    boolean is(String piece, int often) {
        return random(piece).nextInt(often) == 0;
    }

    <T> T one(String piece, List<T> of) {
        return of.get(random(piece).nextInt(of.size()));
    }
}
