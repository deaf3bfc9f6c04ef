package dev.hauberk.example.mail;

import dev.hauberk.servlet.Hauberk;
import javax.sql.DataSource;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;

/** The running application. */
public final class MailServer implements AutoCloseable {
    private final Server server;
    private final Hauberk hauberk;

    MailServer(Server server, Hauberk hauberk) {
        this.server = server;
        this.hauberk = hauberk;
    }

    /**
     * How the server is set up.
     *
     * @param port on which it listens; 0 for any that is free
     * @param database where its users and messages are
     */
    public static MailServerBuilder on(int port, DataSource database) {
        return new MailServerBuilder(port, database);
    }

    /** The port on which it listens. */
    public int port() {
        return ((ServerConnector) server.getConnectors()[0]).getLocalPort();
    }

    /** What guards it. */
    public Hauberk hauberk() {
        return hauberk;
    }

    /** Waits until it has stopped. */
    public void join() throws InterruptedException {
        server.join();
    }

    @Override
    public void close() throws Exception {
        try (hauberk) {
            server.stop();
        }
    }
}
