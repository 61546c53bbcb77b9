package restrack.compile;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.CallableStatement;
import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.function.BooleanSupplier;
import restrack.database.Dialect;

/**
 * The connection as a migration sees it. Everything works but what would end the migration's transaction or
 * change it; and whatever the connection hands out leads back to this view of it, never to the connection itself.
 *
 * <p>It stands between the script and the driver because drivers differ in what they do inside a transaction that
 * was begun with SQL: sqlite-jdbc loses track after {@code setAutoCommit} and {@code setSavepoint}.
 */
public final class ScriptConnection implements InvocationHandler {
    private static final List<Class<?>> VIEWED = List.of(Connection.class, CallableStatement.class,
            PreparedStatement.class, Statement.class, ResultSet.class, DatabaseMetaData.class);

    private final Object target;
    private final Connection view;
    private final Guard guard;

    private ScriptConnection(Connection connection, Guard guard) {
        this.target = connection;
        this.guard = guard;
        this.view = (Connection) proxy(Connection.class, this);
    }

    private ScriptConnection(Object target, ScriptConnection owner) {
        this.target = target;
        this.guard = owner.guard;
        this.view = owner.view;
    }

    /**
     * {@return a view of a connection that is safe to hand to a migration}
     *
     * @param connection a connection inside a transaction that was begun with SQL
     * @param dialect    how its database speaks
     * @param alive      whether that transaction still stands; once it does not, nothing is executed any more
     */
    public static Connection guard(Connection connection, Dialect dialect, BooleanSupplier alive) {
        return new ScriptConnection(connection, new Guard(dialect, alive)).view;
    }

    private static Object proxy(Class<?> type, InvocationHandler handler) {
        return Proxy.newProxyInstance(ScriptConnection.class.getClassLoader(), new Class<?>[] {type}, handler);
    }

    @Override
    public Object invoke(Object proxy, Method method, Object[] arguments) throws Throwable {
        var name = method.getName();
        switch (name) {
            case "equals" -> {
                return proxy == arguments[0];
            }
            case "hashCode" -> {
                return System.identityHashCode(proxy);
            }
            case "isWrapperFor" -> {
                return ((Class<?>) arguments[0]).isInstance(proxy);
            }
            case "unwrap" -> {
                if (((Class<?>) arguments[0]).isInstance(proxy)) {
                    return proxy;
                }
                throw Guard.refused("reach the driver's own connection", "Use op.handle() or its connection.");
            }
            default -> {
                return target instanceof Connection connection
                        ? onConnection(connection, method, arguments) : onOther(method, arguments);
            }
        }
    }

    private Object onConnection(Connection connection, Method method, Object[] arguments) throws Throwable {
        switch (method.getName()) {
            case "commit" -> throw Guard.noCommit();
            case "rollback", "abort" -> throw Guard.noRollback();
            case "setSavepoint", "releaseSavepoint" -> throw Guard.refused("set savepoints through JDBC",
                    "Use op.handle().inTransaction(…) or op.handle().savepoint(…).");
            case "getAutoCommit" -> {
                return false;
            }
            case "setAutoCommit" -> {
                if ((boolean) arguments[0]) {
                    throw Guard.noCommit();
                }
                return null;
            }
            case "setTransactionIsolation" -> {
                checkIsolation(connection, (int) arguments[0]);
                return null;
            }
            case "setReadOnly" -> {
                if ((boolean) arguments[0] != connection.isReadOnly()) {
                    throw Guard.refused("change whether its transaction may write", "");
                }
                return null;
            }
            case "close" -> {
                return null;
            }
            default -> {
                if (method.getName().startsWith("prepare")) {
                    guard.checkText((String) arguments[0], false);
                }
                if (method.getName().startsWith("prepare") || method.getName().equals("createStatement")) {
                    guard.checkAlive();
                }
                return view(method, call(method, arguments));
            }
        }
    }

    /** A weaker isolation than the transaction has is already given; a stronger one would come too late. */
    private static void checkIsolation(Connection connection, int wanted) throws SQLException {
        if (wanted > connection.getTransactionIsolation()) {
            throw Guard.refused("raise the isolation of its transaction", "Leave the isolation level out.");
        }
    }

    private Object onOther(Method method, Object[] arguments) throws Throwable {
        var name = method.getName();
        if (target instanceof Statement && (name.startsWith("execute") || name.equals("addBatch"))) {
            guard.checkAlive();
            if (arguments != null && arguments[0] instanceof String sql) {
                guard.checkText(sql, name.equals("executeUpdate") || name.equals("executeLargeUpdate"));
            }
        }
        return view(method, call(method, arguments));
    }

    private Object call(Method method, Object[] arguments) throws Throwable {
        try {
            return method.invoke(target, arguments);
        } catch (InvocationTargetException e) {
            throw e.getCause();
        }
    }

    /** By the declared type first, because a driver's statement may serve as its own metadata as well. */
    private Object view(Method method, Object result) {
        if (result == null || !VIEWED.contains(method.getReturnType())) {
            return result;
        }
        return result instanceof Connection ? view : VIEWED.stream().filter(type -> type.isInstance(result)).findFirst()
                .<Object>map(type -> proxy(type, new ScriptConnection(result, this))).orElseThrow();
    }
}
