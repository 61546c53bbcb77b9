package tests.cli;

import java.nio.file.Path;
import tests.Project;

/** What many of these tests begin with. */
final class Projects {
    private Projects() {
    }

    /** {@return three scripts in a row, {@code one}, {@code two}, {@code three}, a table each; no database yet} */
    static Project chain(Path folder) {
        return new Project(folder)
                .script("one", "", "CREATE TABLE one (n INTEGER);", "DROP TABLE one;")
                .script("two", "one", "CREATE TABLE two (n INTEGER);", "DROP TABLE two;")
                .script("three", "two", "CREATE TABLE three (n INTEGER);", "DROP TABLE three;");
    }

    /** {@return {@code root} and its children, {@code left} and {@code right}, each with a table; no database yet} */
    static Project fork(Path folder) {
        return new Project(folder)
                .script("root", "", "CREATE TABLE root (n INTEGER);", "DROP TABLE root;")
                .script("left", "root", "CREATE TABLE l (n INTEGER);", "DROP TABLE l;")
                .script("right", "root", "CREATE TABLE r (n INTEGER);", "DROP TABLE r;");
    }
}
