package dev.hauberk.store.jdbc;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.h2.jdbcx.JdbcDataSource;

/** Databases for tests, and short ways to talk to them. */
final class TestDatabase {
    private TestDatabase() {}

    /** An empty H2, gone with the process. */
    static DataSource h2() {
        JdbcDataSource database = new JdbcDataSource();
        database.setURL("jdbc:h2:mem:" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1");
        return database;
    }

    static void execute(DataSource database, String... sql) {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            for (String one : sql) {
                statement.execute(one);
            }
        } catch (SQLException e) {
            throw new AssertionError(e);
        }
    }

    static int execute(Connection connection, String sql) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            return statement.execute() ? 0 : statement.getUpdateCount();
        }
    }

    /** The first column of every row, as text. */
    static List<String> texts(DataSource database, String sql) {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            List<String> texts = new ArrayList<>();
            while (rows.next()) {
                texts.add(rows.getString(1));
            }
            return texts;
        } catch (SQLException e) {
            throw new AssertionError(sql, e);
        }
    }

    /** A pool of one connection, which closing gives back as it is. */
    static DataSource pool(Connection connection) {
        Connection kept = altered(Connection.class, connection, "close", () -> null);
        return altered(DataSource.class, h2(), "getConnection", () -> kept);
    }

    /** A database that says it is another. */
    static DataSource named(DataSource database, String product) {
        return altered(DataSource.class, database, "getConnection", () -> {
            Connection connection = database.getConnection();
            return altered(
                    Connection.class,
                    connection,
                    "getMetaData",
                    () -> altered(
                            DatabaseMetaData.class, connection.getMetaData(), "getDatabaseProductName", () -> product));
        });
    }

    /** A database that fails so many statements first, and counts how often it is asked to make one. */
    static DataSource failing(DataSource database, AtomicInteger statements, int failures, SQLException failure) {
        return altered(DataSource.class, database, "getConnection", () -> {
            Connection connection = database.getConnection();
            return altered(Connection.class, connection, "createStatement", () -> {
                if (statements.getAndIncrement() < failures) {
                    throw failure;
                }
                return connection.createStatement();
            });
        });
    }

    /** What a call does instead. */
    interface Call {
        Object make() throws SQLException;
    }

    static <T> T altered(Class<T> type, T real, String method, Call instead) {
        return type.cast(Proxy.newProxyInstance(
                TestDatabase.class.getClassLoader(),
                new Class<?>[] {type},
                (proxy, called, values) ->
                        called.getName().equals(method) ? instead.make() : invoke(real, called, values)));
    }

    private static Object invoke(Object real, Method method, Object[] values) throws Throwable {
        try {
            return method.invoke(real, values);
        } catch (InvocationTargetException e) {
            throw e.getCause();
        }
    }
}
