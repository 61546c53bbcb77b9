package restrack;

import java.util.Locale;

/**
 * What went wrong, in one word that scripts can test for, with the exit code of the command that met it.
 * {@code docs/errors.md} has a line for each; a test keeps the two lists equal.
 */
public enum ErrorKind {
    // Targets and ranges, as written by the user.
    UNKNOWN_REVISION(1), AMBIGUOUS_PARTIAL(1), MULTIPLE_HEADS(1), RELATIVE_OUT_OF_RANGE(1), NOT_ANCESTOR(1),
    AMBIGUOUS_WALK(1), WALKED_TOO_FAR(1), AMBIGUOUS_UPGRADE(1), NOT_A_HEAD(1), NOT_IN_BRANCH(1),
    NO_SUCH_BRANCH(1), RANGE_NOT_ALLOWED(1), BAD_DOWNGRADE_TARGET(1), BAD_HISTORY_RANGE(1),

    // The graph that the scripts make.
    LABEL_CLASH(1), SELF_LOOP(1), CYCLE(1), DEPENDENCY_SELF_LOOP(1), DEPENDENCY_CYCLE(1), OVERLAP(1),
    DUPLICATE_HEADS(1), ILLEGAL_CHARS(1), DUPLICATE_ID(1), UNKNOWN_PARENT(1),

    // The scripts themselves.
    NO_SCRIPTS(1), BAD_SCRIPT(1), COMPILE_ERROR(1), DEPENDENCY_NOT_FOUND(1), FORBIDDEN_STATEMENT(1), NO_WAY_DOWN(1),
    JAVA_OFFLINE(1), UNFINISHED(4),

    // Several scripts as one.
    CANNOT_SQUASH(4),

    // Files with rows.
    BAD_DATA(1),

    // The models.
    BAD_MODEL(1),

    // Scripts and the record of what ran disagree.
    EDITED(4), MISSING(4), UNKNOWN_TO_FOLDER(4), OUT_OF_ORDER(4), HALF_APPLIED(4), NEWER_LAYOUT(4),
    WITHIN_SQUASH(4),

    // What something else has made.
    NOT_ADOPTED(4), SEVERAL_FIT(4), ALREADY_RECORDED(4), NOT_RECOGNISED(4),

    // What would be lost, or should be asked first.
    HAZARD(4), NOT_CONFIRMED(4), ROWS_IN_THE_WAY(4), DEPENDENTS(4), CANNOT_ALTER(4), CANNOT_BATCH(4),
    RENAME_OR_DROP(4),

    // The models and the database.
    NOT_AT_HEAD(3),

    // Copies of the database.
    BAD_COPY(1), FILE_EXISTS(4),

    // The database.
    BUSY(5), OVERTAKEN(5), NOT_A_DATABASE(1), CANNOT_OPEN(1), READ_ONLY(1), DISK_FULL(1), UNSUPPORTED_DATABASE(1),
    SCRIPT_FAILED(1), DATABASE_ERROR(1), CONNECTION_LOST(1),

    // The call.
    USAGE(2), BAD_SETTING(2), BAD_URL(2), INTERRUPTED(130), FILE_ERROR(1), INTERNAL(1);

    private final int exitCode;

    ErrorKind(int exitCode) {
        this.exitCode = exitCode;
    }

    /** {@return the exit code of a command that ends with this error} */
    public int exitCode() {
        return exitCode;
    }

    /** {@return the name as {@code --json} shows it, {@code unknown_revision} for instance} */
    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }
}
