package bench;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.time.LocalDate;
import java.util.Locale;

/** What the results depend on, besides the tools. */
final class Machine {
    private Machine() {
    }

    /** {@return a line on the day, the machine and how busy it was} */
    static String describe(Work work) throws IOException {
        var system = ManagementFactory.getOperatingSystemMXBean();
        return String.format(Locale.ROOT, "%s, %s %s %s, %d cores, databases on %s, load %.1f at the start.",
                LocalDate.now(), system.getName(), system.getVersion(), system.getArch(),
                system.getAvailableProcessors(), Files.getFileStore(work.folder()).type(),
                system.getSystemLoadAverage());
    }
}
