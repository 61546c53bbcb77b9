package restrack.wanted.entity;

import restrack.ErrorKind;
import restrack.MigrateException;

/** What a class says that cannot become a table. */
final class Problem {
    private Problem() {
    }

    /**
     * {@return the error}
     *
     * @param where the place: {@code models/User.java:12}
     * @param what  what is wrong there, as a sentence
     * @param hint  what to write instead, as a sentence
     */
    static MigrateException at(String where, String what, String hint) {
        return new MigrateException(ErrorKind.BAD_MODEL, where + ": " + what, hint);
    }
}
