package tests.launcher;

/**
 * How a process ended.
 *
 * @param code its exit code
 * @param out  what it wrote on standard output
 * @param err  what it wrote on standard error
 */
record Run(int code, String out, String err) {
    /** {@return this run, if it ended with 0} */
    Run succeeded() {
        if (code != 0) {
            throw new AssertionError("Ended with " + code + "\n" + out + "\n" + err);
        }
        return this;
    }
}
