package dev.hauberk.spring.redis;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hauberk.audit.AuditTrail;
import dev.hauberk.identity.Accounts;
import dev.hauberk.identity.AccountsSchema;
import dev.hauberk.server.redis.RedisServers;
import dev.hauberk.servlet.Stores;
import dev.hauberk.store.BlockingScripts;
import dev.hauberk.store.RedisScript;
import dev.hauberk.store.RedisScripts;
import dev.hauberk.store.jdbc.Transactions;
import dev.hauberk.store.jedis.JedisScripts;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import org.h2.jdbcx.JdbcDataSource;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import redis.clients.jedis.RedisClient;

/** What docs/stores.md shows. */
@Tag("DATA-6")
class StoresExampleTest {
    private final JdbcDataSource dataSource = database();

    @Test
    void keepsAccountsInADatabase() {
        AuditTrail audit = AuditTrail.inMemory(10);

        AccountsSchema.install(dataSource); // makes what is missing
        Accounts accounts = Accounts.jdbc(dataSource, audit);
        AccountsSchema.require(dataSource); // names what a start lacks, and throws

        assertThat(accounts.all()).isEmpty();
    }

    @Test
    void carriesScriptsOutOverJedis() {
        try (RedisServers servers = RedisServers.single();
                RedisClient jedis = RedisClient.create("127.0.0.1", servers.port(0))) {
            ExecutorService waiters = BlockingScripts.waiters(16); // as many as the pool has connections
            RedisScripts scripts = JedisScripts.of(jedis, waiters);
            Stores stores = Stores.inMemory().withRedis(scripts);

            assertThat(stores.isShared()).isTrue();
            assertThat(scripts.call(RedisScript.of("return {1}"), List.of("k"), List.of()))
                    .containsExactly(1L);
            waiters.shutdownNow();
        }
    }

    @Test
    void changesARowOfOnesOwn() throws SQLException {
        try (Connection connection = dataSource.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("create table orders (id bigint, paid boolean)");
            statement.execute("insert into orders values (7, false)");
        }

        Transactions transactions = new Transactions(dataSource, "the orders");
        int changed = transactions.run(connection -> {
            try (PreparedStatement update =
                    connection.prepareStatement("update orders set paid = true where id = ? and not paid")) {
                update.setLong(1, 7);
                return update.executeUpdate();
            }
        });

        assertThat(changed).isEqualTo(1);
    }

    @Test
    void isWhatTheDocumentShows() throws IOException {
        Path root = Path.of("").toAbsolutePath();
        while (!Files.isDirectory(root.resolve(".mvn"))) {
            root = root.getParent();
        }
        String source = words(Files.readString(
                root.resolve("spring-starter/src/test/java/dev/hauberk/spring/redis/StoresExampleTest.java")));
        String document = Files.readString(root.resolve("docs/stores.md"));
        List<String> shown = Arrays.stream(document.split("```java\n", -1))
                .skip(1)
                .flatMap(block -> block.substring(0, block.indexOf("```")).lines())
                .map(StoresExampleTest::words)
                .filter(line -> !line.isEmpty())
                .toList();

        assertThat(shown)
                .hasSizeGreaterThan(8)
                .allSatisfy(line -> assertThat(source).contains(line));
    }

    /** However it is broken into lines. */
    private static String words(String text) {
        return text.replaceAll("\\s+", "");
    }

    private static JdbcDataSource database() {
        JdbcDataSource database = new JdbcDataSource();
        database.setURL("jdbc:h2:mem:" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1");
        return database;
    }
}
