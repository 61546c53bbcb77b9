package restrack.config;

/** What {@code upgrade} does with a script that appeared below what is applied already. */
public enum OutOfOrder {
    /** Names it and applies it, like any other pending script. */
    APPLY,

    /** Refuses, before anything is touched. */
    REFUSE
}
