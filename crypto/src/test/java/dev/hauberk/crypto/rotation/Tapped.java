package dev.hauberk.crypto.rotation;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Set;
import javax.sql.DataSource;

/** A database whose every call to the server passes a tap, which may look, do something else first, or fail it. */
final class Tapped {
    private static final Set<String> CALLS = Set.of("executeQuery", "executeUpdate", "execute", "commit");

    private Tapped() {}

    /** Sees a call. */
    interface Tap {
        /**
         * Before the server has it.
         *
         * @param call a statement's text, or {@code commit}
         */
        default void before(String call) throws SQLException {}

        /** After the server did it, and before anybody knows. */
        default void after(String call) throws SQLException {}
    }

    static DataSource of(DataSource database, Tap tap) {
        return proxy(DataSource.class, (proxy, method, values) -> {
            Object result = call(database, method, values);
            return result instanceof Connection connection ? connection(connection, tap) : result;
        });
    }

    private static Connection connection(Connection connection, Tap tap) {
        return proxy(Connection.class, (proxy, method, values) -> {
            if (CALLS.contains(method.getName())) {
                tap.before("commit");
                connection.commit();
                tap.after("commit");
                return null;
            }
            Object result = call(connection, method, values);
            if (result instanceof PreparedStatement statement) {
                return statement(PreparedStatement.class, statement, (String) values[0], tap);
            }
            return result instanceof Statement statement ? statement(Statement.class, statement, "", tap) : result;
        });
    }

    private static <T extends Statement> T statement(Class<T> type, T statement, String sql, Tap tap) {
        return proxy(type, (proxy, method, values) -> {
            if (!CALLS.contains(method.getName())) {
                return call(statement, method, values);
            }
            tap.before(sql);
            Object result = call(statement, method, values);
            tap.after(sql);
            return result;
        });
    }

    private static Object call(Object target, java.lang.reflect.Method method, Object[] values) throws Throwable {
        try {
            return method.invoke(target, values);
        } catch (InvocationTargetException e) {
            throw e.getCause();
        }
    }

    private static <T> T proxy(Class<T> type, InvocationHandler handler) {
        return type.cast(Proxy.newProxyInstance(Tapped.class.getClassLoader(), new Class<?>[] {type}, handler));
    }
}
