package restrack.apply;

import restrack.database.ScriptRules.Standing;

/** Whether a script that runs outside a transaction has one of its own open. */
final class OwnTransaction {
    private boolean open;

    /** Takes note of a statement, once it is said. */
    void said(Standing standing) {
        switch (standing) {
            case BEGINS -> open = true;
            case COMMITS, ROLLS_BACK -> open = false;
            case TRANSACTIONAL, SESSION, REPEATABLE, TRACED, UNTRACED -> {
            }
        }
    }

    /** {@return whether it is open} */
    boolean isOpen() {
        return open;
    }
}
