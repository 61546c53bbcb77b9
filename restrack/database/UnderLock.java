package restrack.database;

/** Work in a transaction of its own, as the only writer. */
public final class UnderLock {
    /** What is to be done. */
    @FunctionalInterface
    public interface Work<T, X extends Exception> {
        /** {@return what comes of it} */
        T run() throws X;
    }

    private UnderLock() {
    }

    /**
     * {@return what the work gives, once it is committed} When it throws, it is rolled back; and run again, where it
     * only met others.
     */
    public static <T, X extends Exception> T run(Database database, Work<T, X> work) throws X {
        while (true) {
            try {
                return once(database, work);
            } catch (Exception e) {
                if (!database.mayRunAgain(e)) {
                    throw e;
                }
            }
        }
    }

    private static <T, X extends Exception> T once(Database database, Work<T, X> work) throws X {
        database.begin();
        try {
            T result = work.run();
            database.commit();
            return result;
        } catch (Throwable e) {
            database.rollback();
            throw e;
        }
    }
}
