package restrack.autogenerate;

import restrack.schema.Renaming;

/**
 * Something that goes and something that comes, which could be the same under another name.
 *
 * @param renaming the names
 * @param evidence what speaks for it, as phrases: {@code same type, same place, all of 12 values fit}
 */
public record Candidate(Renaming renaming, String evidence) {
    /** {@return the names as the command line takes them: {@code user.mail:email}} */
    public String option() {
        return (renaming instanceof Renaming.OfColumn it ? it.table() + "." : "") + renaming.from() + ":"
                + renaming.to();
    }

    /** {@return what goes, as the command line takes it: {@code user.mail}} */
    public String dropped() {
        return (renaming instanceof Renaming.OfColumn it ? it.table() + "." : "") + renaming.from();
    }

    /** {@return the two and what speaks for it: {@code user.mail -> user.email (same type)}} */
    public String words() {
        var table = renaming instanceof Renaming.OfColumn it ? it.table() + "." : "";
        return table + renaming.from() + " -> " + table + renaming.to() + " (" + evidence + ")";
    }
}
