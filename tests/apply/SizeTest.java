package tests.apply;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import restrack.apply.Size;

/** Estimates are shown as roughly as they are known. */
class SizeTest {
    @ParameterizedTest
    @CsvSource({"0, less than 50 ms", "49, less than 50 ms", "50, about 50 ms", "349, about 350 ms",
        "2600, about 3 s", "59999, about 60 s", "119000, about 120 s", "300000, about 5 min"})
    void times(long millis, String shown) {
        assertEquals(shown, Size.ofTime(millis));
    }

    @ParameterizedTest
    @CsvSource({"0, less than 1 MB", "999999, less than 1 MB", "1500000, about 2 MB", "188123456, about 190 MB",
        "12345678901, about 12000 MB"})
    void disk(long bytes, String shown) {
        assertEquals(shown, Size.of(bytes));
    }
}
