package restrack.cli;

import java.lang.reflect.Method;

/** Whether a person sits at the other end. */
final class Terminal {
    private Terminal() {
    }

    /** {@return whether standard input and output are a terminal} */
    static boolean isThere() {
        var console = System.console();
        if (console == null) {
            return false;
        }
        try {
            // Since Java 22 there may be a console without a terminal, and a method that tells.
            Method isTerminal = console.getClass().getMethod("isTerminal");
            return (boolean) isTerminal.invoke(console);
        } catch (ReflectiveOperationException e) {
            return true;
        }
    }
}
