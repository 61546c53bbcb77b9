package restrack.adopt.scripts;

/**
 * A repeatable script as it is going to be.
 *
 * @param name   its file name
 * @param origin the file that it is made of
 * @param way    its statements
 */
record Repeated(String name, String origin, Way way) {
}
