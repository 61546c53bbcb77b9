package restrack.cli;

import java.io.OutputStream;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;

/**
 * While scripts run, what they print to {@code System.out} goes where everything goes that is no result: standard
 * output is ours alone, and with {@code --json} it holds one document.
 */
final class ScriptOutput {
    private final PrintStream before = System.out;

    ScriptOutput(PrintWriter err) {
        System.setOut(new PrintStream(new Writing(err), true, StandardCharsets.UTF_8));
    }

    /** Gives standard output back. */
    void close() {
        System.setOut(before);
    }

    private static final class Writing extends OutputStream {
        private final PrintWriter err;

        Writing(PrintWriter err) {
            this.err = err;
        }

        @Override
        public void write(int b) {
            write(new byte[] {(byte) b}, 0, 1);
        }

        @Override
        public void write(byte[] bytes, int offset, int length) {
            err.print(new String(bytes, offset, length, StandardCharsets.UTF_8));
        }

        @Override
        public void flush() {
            err.flush();
        }
    }
}
