package restrack;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Who runs the toolkit. */
public final class Who {
    private Who() {
    }

    /** {@return {@code user@host}} The host is asked of the system, not of the network, which may take its time. */
    public static String current() {
        return System.getProperty("user.name") + "@" + host();
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
