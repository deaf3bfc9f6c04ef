package dev.hauberk.testkit.http;

/**
 * Where an application listens.
 *
 * @param host an IPv4 address or {@code localhost}; attacks from addresses of their own need one of 127.0.0.0/8
 * @param port the TCP port
 * @param context the context path, empty or with a slash at its start and none at its end
 */
public record Address(String host, int port, String context) {
    /** @throws IllegalArgumentException where the port or the context path cannot be one */
    public Address {
        if (port < 1 || port > 65_535) {
            throw new IllegalArgumentException("a port is between 1 and 65535");
        }
        if (!context.isEmpty() && (!context.startsWith("/") || context.endsWith("/"))) {
            throw new IllegalArgumentException("a context path is empty or like /app");
        }
    }

    /** An application at the root of a port of this machine. */
    public static Address local(int port) {
        return new Address("127.0.0.1", port, "");
    }

    /** What the Host header says. */
    public String authority() {
        return host + ":" + port;
    }

    /** The origin, as a browser names it. */
    public String origin() {
        return "http://" + authority();
    }
}
