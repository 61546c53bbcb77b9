package tests.render;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import restrack.database.Danger;

/** What is wrong with rows, in a sentence. */
class DangerTest {
    @Test
    void oneRowIsSpokenOfAsOne() {
        assertEquals("1 row of ward has no value for beds", sentence(1, "ward", "have no value for beds"));
        assertEquals("2 rows of ward have no value for beds", sentence(2, "ward", "have no value for beds"));
        assertEquals("1 row of ward would lose what it has for beds",
                sentence(1, "ward", "would lose what they have for beds"));
        assertEquals("1 row of we have refers to no row of they have",
                sentence(1, "we have", "refer to no row of they have"));
    }

    @Test
    void namesAreShownAsTheyAre() {
        assertEquals("3 rows of a\\b$1%s@# have a c%d\\$2 that is no int",
                sentence(3, "a\\b$1%s@#", "have a c%d\\$2 that is no int"));
    }

    private static String sentence(long number, String table, String words) {
        return Danger.ofRows("", number, table, words, "").sentence();
    }
}
