package restrack.wanted;

import restrack.ErrorKind;
import restrack.MigrateException;

/** Errors of models. */
final class BadModel {
    private BadModel() {
    }

    /**
     * {@return the error}
     *
     * @param where file and line, or whatever names the place
     * @param what  what is wrong, as a sentence
     * @param hint  what to do about it, as a sentence
     */
    static MigrateException at(String where, String what, String hint) {
        return new MigrateException(ErrorKind.BAD_MODEL, where + ": " + what, hint);
    }

    /** {@return an error of another kind as one of the models} */
    static MigrateException from(MigrateException error, String message, String hint) {
        return new MigrateException(ErrorKind.BAD_MODEL, message, hint, error);
    }
}
