package restrack.cli;

/** The root of a command, which holds what is said before the name of a subcommand. */
interface Root {
    /** {@return what was said with the command as with every other} */
    GlobalOptions globalOptions();

    /** {@return what the command finds around it} */
    Surroundings around();
}
