package restrack.adopt.scripts;

/** How a tool writes its scripts. */
interface Format {
    /** {@return whether a folder looks like one of this tool} */
    boolean recognises(ForeignFolder folder);

    /**
     * {@return what is in a folder of this tool}
     *
     * @throws restrack.MigrateException for what the tool itself would refuse, and what cannot be read
     */
    Harvest read(ForeignFolder folder, Destination destination);
}
