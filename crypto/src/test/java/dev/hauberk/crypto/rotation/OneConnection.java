package dev.hauberk.crypto.rotation;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import javax.sql.DataSource;

/** A pool of one connection, which closing gives back as it is. */
final class OneConnection {
    private OneConnection() {}

    static DataSource of(Connection connection) {
        ClassLoader loader = OneConnection.class.getClassLoader();
        Object kept = Proxy.newProxyInstance(loader, new Class<?>[] {Connection.class}, (proxy, method, values) -> {
            try {
                return method.getName().equals("close") ? null : method.invoke(connection, values);
            } catch (InvocationTargetException e) {
                throw e.getCause();
            }
        });
        return (DataSource)
                Proxy.newProxyInstance(loader, new Class<?>[] {DataSource.class}, (proxy, method, values) -> kept);
    }
}
