package restrack.database.server;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.CallableStatement;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.Statement;
import java.util.function.LongConsumer;

/**
 * A connection that tells how many rows are written over it, whoever made the statement: the servers count per
 * statement only. What triggers and foreign keys write is not in it.
 *
 * @param target what the calls go to
 * @param told   is told of each number of rows
 */
record Counted(Object target, LongConsumer told) implements InvocationHandler {
    /** {@return the connection, counted} What it gives out is counted too; {@code unwrap} leads to the driver's own. */
    static Connection of(Connection connection, LongConsumer told) {
        return proxy(Connection.class, connection, told);
    }

    private static <T> T proxy(Class<T> type, T target, LongConsumer told) {
        return type.cast(Proxy.newProxyInstance(Counted.class.getClassLoader(), new Class<?>[] {type},
                new Counted(target, told)));
    }

    @Override
    public Object invoke(Object proxy, Method method, Object[] arguments) throws Throwable {
        Object result;
        try {
            result = method.invoke(target, arguments);
        } catch (InvocationTargetException e) {
            throw e.getCause();
        }
        if (target instanceof Connection) {
            return result instanceof CallableStatement call ? proxy(CallableStatement.class, call, told)
                    : result instanceof PreparedStatement prepared ? proxy(PreparedStatement.class, prepared, told)
                    : result instanceof Statement statement ? proxy(Statement.class, statement, told) : result;
        }
        if (method.getName().startsWith("execute")) {
            count((Statement) target, result);
        }
        return result;
    }

    private void count(Statement statement, Object result) throws Exception {
        if (result instanceof int[] counts) {
            for (int count : counts) {
                told.accept(Math.max(0, count));
            }
        } else if (result instanceof long[] counts) {
            for (long count : counts) {
                told.accept(Math.max(0, count));
            }
        } else if (result instanceof Number number) {
            told.accept(number.longValue());
        } else if (Boolean.FALSE.equals(result)) {
            told.accept(Math.max(0, statement.getLargeUpdateCount()));
        }
    }

    @Override
    public String toString() {
        return target.toString();
    }
}
