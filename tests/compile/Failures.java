package tests.compile;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.function.Executable;
import restrack.ErrorKind;
import restrack.MigrateException;

/** Runs what has to fail. */
final class Failures {
    private Failures() {
    }

    /** {@return the message of the error that a call ends with} */
    static String message(ErrorKind kind, Executable call) {
        var thrown = assertThrows(MigrateException.class, call);
        assertEquals(kind, thrown.kind(), thrown.getMessage());
        return thrown.getMessage();
    }
}
