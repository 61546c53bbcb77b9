package bench;

/** Why nothing (more) is measured, in a sentence for the user. */
final class Stopped extends RuntimeException {
    private static final long serialVersionUID = 1;

    Stopped(String message) {
        super(message);
    }
}
