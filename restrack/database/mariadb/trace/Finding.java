package restrack.database.mariadb.trace;

import restrack.database.Traces.Verdict;

/**
 * What became of a statement.
 *
 * @param verdict what became of it
 * @param why     why that cannot be told, as the end of a sentence; empty where it can
 */
record Finding(Verdict verdict, String why) {
    static final Finding DONE = new Finding(Verdict.DONE, "");
    static final Finding NOT_DONE = new Finding(Verdict.NOT_DONE, "");

    static Finding unclear(String why) {
        return new Finding(Verdict.UNCLEAR, why);
    }
}
