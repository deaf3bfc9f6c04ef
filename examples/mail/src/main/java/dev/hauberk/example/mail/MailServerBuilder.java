package dev.hauberk.example.mail;

import dev.hauberk.crypto.password.PasswordHasher;
import dev.hauberk.identity.Accounts;
import dev.hauberk.identity.AccountsSchema;
import dev.hauberk.key.SecretSource;
import dev.hauberk.policy.SecurityPolicy;
import dev.hauberk.servlet.Hauberk;
import dev.hauberk.servlet.HauberkBuilder;
import dev.hauberk.servlet.Stores;
import dev.hauberk.servlet.headers.ResponseHeaders;
import dev.hauberk.servlet.jetty.JettyErrors;
import dev.hauberk.servlet.log.LineSink;
import dev.hauberk.store.RedisScripts;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.InstantSource;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import javax.sql.DataSource;
import org.eclipse.jetty.ee11.servlet.ServletContextHandler;
import org.eclipse.jetty.ee11.servlet.ServletHolder;
import org.eclipse.jetty.server.Server;

/** Sets the server up. A test gives it another clock, a cheaper hasher, or something broken. */
public final class MailServerBuilder {
    private static final String POLICY = "hauberk.yml";

    private final int port;
    private final DataSource database;
    private SecretSource secrets = SecretSource.of(Map.of("HAUBERK_KEYS", "ephemeral"));
    private InstantSource clock = InstantSource.system();
    private Optional<SecurityPolicy> policy = Optional.empty();
    private Optional<PasswordHasher> passwords = Optional.empty();
    private LineSink lines = LineSink.standardOutput();
    private Function<Messages, Messages> messages = Function.identity();
    private Optional<RedisScripts> redis = Optional.empty();

    MailServerBuilder(int port, DataSource database) {
        this.port = port;
        this.database = database;
    }

    /** Where keys come from; without this, random ones that end with the process. */
    public MailServerBuilder secrets(SecretSource source) {
        this.secrets = source;
        return this;
    }

    /** The time; without this, the system's. */
    public MailServerBuilder clock(InstantSource source) {
        this.clock = source;
        return this;
    }

    /** The policy; without this, the application's own file. */
    public MailServerBuilder policy(SecurityPolicy other) {
        this.policy = Optional.of(other);
        return this;
    }

    /** How passwords are hashed; without this, as the policy says. */
    public MailServerBuilder passwords(PasswordHasher hasher) {
        this.passwords = Optional.of(hasher);
        return this;
    }

    /** Where the request log goes; without this, to standard output. */
    public MailServerBuilder lines(LineSink sink) {
        this.lines = sink;
        return this;
    }

    /** Where several nodes count together; without this, each counts for itself. */
    public MailServerBuilder redis(RedisScripts shared) {
        this.redis = Optional.of(shared);
        return this;
    }

    /** Puts something before the messages. */
    public MailServerBuilder messages(Function<Messages, Messages> wrapper) {
        this.messages = wrapper;
        return this;
    }

    /** The application's own policy file, as text. */
    public static String policyText() {
        try (InputStream file = MailServerBuilder.class.getResourceAsStream("/" + POLICY)) {
            return new String(Objects.requireNonNull(file, POLICY).readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new IllegalStateException(POLICY + " could not be read", e);
        }
    }

    /** Starts it. */
    public MailServer start() throws Exception {
        Stores memory = Stores.inMemory();
        Stores stores = redis.map(memory::withRedis).orElse(memory);
        AccountsSchema.install(database);
        Accounts accounts = Accounts.jdbc(database, stores.audit());
        HauberkBuilder builder = Hauberk.with(policy.orElseGet(() -> SecurityPolicy.parse(policyText(), POLICY)))
                .secrets(secrets)
                .stores(stores)
                .accounts(accounts)
                .databases(database)
                .clock(clock)
                .requestLog(lines);
        passwords.ifPresent(builder::passwords);
        Hauberk hauberk = builder.start();
        DemoUsers.add(accounts, hauberk.passwords(), clock.instant());

        Server server = new Server(port);
        server.setHandler(application(hauberk, accounts));
        JettyErrors.install(server, ResponseHeaders.of(hauberk.policy()));
        server.start();
        return new MailServer(server, hauberk);
    }

    private ServletContextHandler application(Hauberk hauberk, Accounts accounts) throws SQLException {
        JdbcMessages stored = new JdbcMessages(database);
        stored.install();
        ServletContextHandler context = new ServletContextHandler("/", false, false);
        context.addServlet(
                new ServletHolder(new MessagesServlet(hauberk.callers(), messages.apply(stored))), "/api/messages");
        context.addServlet(new ServletHolder(new UsersServlet(hauberk.callers(), accounts)), "/api/admin/users");
        context.addServlet(new ServletHolder(new TenantsServlet(hauberk.callers(), accounts)), "/api/platform/tenants");
        context.addServlet(new ServletHolder(new MeetingServlet(hauberk.callers())), "/api/integrations/zoom/meeting");
        context.addServletContainerInitializer((classes, servletContext) -> hauberk.install(servletContext));
        return context;
    }
}
