package restrack.apply;

import restrack.database.Database;

/** Work in a transaction of its own, as the only writer. */
final class UnderLock {
    /** What is to be done. */
    @FunctionalInterface
    interface Work<T, X extends Exception> {
        T run() throws X;
    }

    private UnderLock() {
    }

    /** {@return what the work gives, once it is committed} When it throws, it is rolled back. */
    static <T, X extends Exception> T run(Database database, Work<T, X> work) throws X {
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
