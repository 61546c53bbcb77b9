package restrack.database;

/** Is told that somebody else is writing, and that we wait. */
@FunctionalInterface
public interface Waiting {
    /**
     * @param holders who is in the way, as a phrase ({@code process 4711 (java)}); empty if that cannot be known
     */
    void begins(String holders);
}
