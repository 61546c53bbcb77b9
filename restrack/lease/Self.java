package restrack.lease;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** What a runner calls itself, so that people find it. */
final class Self {
    private static final int LONGEST = 200;

    private Self() {
    }

    /** {@return {@code user@host (process 4711)}} The host is asked of the system, not of the network. */
    static String name() {
        var name = System.getProperty("user.name") + "@" + host() + " (process " + ProcessHandle.current().pid() + ")";
        return name.length() > LONGEST ? name.substring(name.length() - LONGEST) : name;
    }

    private static String host() {
        for (var variable : new String[] {"HOSTNAME", "COMPUTERNAME"}) {
            var name = System.getenv(variable);
            if (name != null && !name.isBlank()) {
                return name;
            }
        }
        try {
            return Files.readString(Path.of("/etc/hostname")).strip();
        } catch (IOException e) {
            return "localhost";
        }
    }
}
