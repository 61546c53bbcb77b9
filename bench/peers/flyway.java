///usr/bin/env jbang "$0" "$@" ; exit $?
//JAVA 17+
//COMPILE_OPTIONS -encoding UTF-8
//DEPS org.flywaydb:flyway-core:11.14.0
//DEPS org.flywaydb:flyway-database-postgresql:11.14.0
//DEPS org.flywaydb:flyway-mysql:11.14.0
//DEPS org.postgresql:postgresql:42.7.11
//DEPS org.mariadb.jdbc:mariadb-java-client:4.0.0
//DEPS org.slf4j:slf4j-nop:2.0.20
//RUNTIME_OPTIONS -XX:TieredStopAtLevel=1 -XX:+UseSerialGC

import org.flywaydb.core.Flyway;

/** Flyway as its command runs it: `URL FOLDER`. */
public class flyway {
    public static void main(String... arguments) {
        Flyway.configure().dataSource(arguments[0], null, null).locations("filesystem:" + arguments[1]).load()
                .migrate();
    }
}
