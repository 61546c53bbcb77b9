package restrack.history;

/**
 * The names of our tables. The prefix is a setting, so that two projects can share a database.
 *
 * @param prefix what they begin with: letters, digits and underscores, so that they need no quotes
 */
record Tables(String prefix) {
    String revision() {
        return prefix + "revision";
    }

    String event() {
        return prefix + "event";
    }

    String repeatable() {
        return prefix + "repeatable";
    }

    String journal() {
        return prefix + "journal";
    }

    String layout() {
        return prefix + "layout";
    }
}
