///usr/bin/env jbang "$0" "$@" ; exit $?
//JAVA 17+
//COMPILE_OPTIONS -encoding UTF-8
//SOURCES restrack/package-info.java
//CDS
//RUNTIME_OPTIONS -XX:TieredStopAtLevel=1 -XX:+UseSerialGC -Xshare:auto
//RUNTIME_OPTIONS -Xlog:disable -Xlog:all=error:stderr --enable-native-access=ALL-UNNAMED

import picocli.CommandLine;
import restrack.cli.CommandLines;
import restrack.cli.Main;
import restrack.cli.Surroundings;

/** Writes migration scripts: {@code revision -m "Add a column"}. */
public class revision {
    public static void main(String... arguments) {
        Main.revision(arguments);
    }

    /** {@return the command for use in one process} It never ends the process, and can be executed many times. */
    public static CommandLine commandLine() {
        return CommandLines.revision(Surroundings.ofThisProcess());
    }
}
