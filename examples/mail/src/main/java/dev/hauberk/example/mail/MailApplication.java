package dev.hauberk.example.mail;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import dev.hauberk.key.SecretSource;
import dev.hauberk.store.lettuce.LettuceRedis;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Starts the mail platform on {@code PORT} (8081), with the database at {@code DATABASE_URL} (H2 in memory). Nodes that are given the
 * same {@code HAUBERK_REDIS_URL}, and the same keys, count together.
 */
public final class MailApplication {
    private MailApplication() {}

    /** Runs until the process ends. */
    public static void main(String[] args) throws Exception {
        Map<String, String> environment = System.getenv();
        int port = Integer.parseInt(environment.getOrDefault("PORT", "8081"));
        String url = environment.getOrDefault("DATABASE_URL", "jdbc:h2:mem:mail;DB_CLOSE_DELAY=-1");
        try (HikariDataSource database = database(url)) {
            MailServerBuilder builder = MailServer.on(port, database).secrets(secrets(environment));
            @Nullable String redis = environment.get("HAUBERK_REDIS_URL");
            if (redis == null) {
                run(builder);
            } else {
                try (LettuceRedis shared = LettuceRedis.connect(redis)) {
                    run(builder.redis(shared));
                }
            }
        }
    }

    private static void run(MailServerBuilder builder) throws Exception {
        try (MailServer server = builder.start()) {
            System.err.printf("""

                    The mail platform is at http://localhost:%d/
                    POST /auth/sign-in {"email":"ada@acme.example","password":"%s"}
                    and send the access token as Authorization: Bearer to /api/messages
                    (root@hauberk.example, uma@acme.example, eve@ and gus@globex.example have the same password)
                    The policy that it keeps is examples/mail/src/main/resources/hauberk.yml
                    %n""", server.port(), DemoUsers.PASSWORD);
            server.join();
        }
    }

    private static HikariDataSource database(String url) {
        HikariConfig config = new HikariConfig();
        config.setJdbcUrl(url);
        return new HikariDataSource(config);
    }

    /** The environment's secrets; where it has no keys, this process makes its own, as a demo may. */
    private static SecretSource secrets(Map<String, String> environment) {
        SecretSource source = SecretSource.of(environment);
        return name ->
                source.find(name).or(() -> name.equals("HAUBERK_KEYS") ? Optional.of("ephemeral") : Optional.empty());
    }
}
