///usr/bin/env jbang "$0" "$@" ; exit $?
//JAVA 17+
//COMPILE_OPTIONS -encoding UTF-8
//SOURCES restrack/package-info.java
//SOURCES tests/package-info.java
//DEPS org.junit.jupiter:junit-jupiter:5.14.4
//DEPS org.junit.platform:junit-platform-launcher:1.14.4
//RUNTIME_OPTIONS --enable-native-access=ALL-UNNAMED

import tests.Suite;

/**
 * Runs all tests, or those whose class or method names contain one of the arguments; --quick leaves the torture out.
 */
class tests {
    public static void main(String... arguments) {
        System.exit(Suite.run(arguments));
    }
}
