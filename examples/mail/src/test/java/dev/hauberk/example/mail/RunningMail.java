package dev.hauberk.example.mail;

import dev.hauberk.audit.AuditTrail;
import dev.hauberk.audit.InMemoryAuditTrail;
import dev.hauberk.example.fixture.CheapHasher;
import dev.hauberk.example.fixture.LogLines;
import dev.hauberk.example.fixture.TestKeys;
import dev.hauberk.example.fixture.Users;
import dev.hauberk.identity.Accounts;
import dev.hauberk.policy.SecurityPolicy;
import dev.hauberk.redact.Redactor;
import dev.hauberk.redact.logback.RedactingEncoder;
import dev.hauberk.store.RedisScripts;
import dev.hauberk.testkit.target.Relaxed;
import dev.hauberk.testkit.target.Target;
import dev.hauberk.testkit.target.TestClock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.h2.jdbcx.JdbcConnectionPool;

/** The mail platform on a free port, with a database and a clock of its own. */
final class RunningMail implements AutoCloseable {
    private final TestClock clock = new TestClock();
    private final TestKeys keys;
    private final List<String> lines = new CopyOnWriteArrayList<>();
    private final JdbcConnectionPool database =
            JdbcConnectionPool.create("jdbc:h2:mem:" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1", "sa", "");
    private final LogLines log = LogLines.open();
    private final MailServer server;

    RunningMail(SecurityPolicy policy, Function<Messages, Messages> messages) throws Exception {
        this(policy, new TestKeys(), builder -> builder.messages(messages).passwords(new CheapHasher()));
    }

    private RunningMail(SecurityPolicy policy, TestKeys keys, UnaryOperator<MailServerBuilder> more) throws Exception {
        this.keys = keys;
        // As logback.xml does for the application's own appender.
        RedactingEncoder.wrapAll(LogLines.context(), Redactor.of(policy.logs()));
        server = more.apply(MailServer.on(0, database)
                        .policy(policy)
                        .clock(clock)
                        .secrets(keys.source())
                        .lines(lines::add))
                .start();
    }

    /** The application's own policy. */
    static SecurityPolicy policy() {
        return SecurityPolicy.parse(MailServerBuilder.policyText(), "hauberk.yml");
    }

    /** The application as it is, with its limits and without them. */
    static RunningMail intact() throws Exception {
        return new RunningMail(policy(), Function.identity());
    }

    /** The application with its limits in shadow mode. */
    static RunningMail relaxed() throws Exception {
        return new RunningMail(Relaxed.policy(policy()), Function.identity());
    }

    /** An application with the hasher that its policy asks for, and nothing in its place. */
    static RunningMail hashingItself(SecurityPolicy policy) throws Exception {
        return new RunningMail(policy, new TestKeys(), UnaryOperator.identity());
    }

    /** A node of several, which have the same keys and the same Redis. */
    static RunningMail node(SecurityPolicy policy, TestKeys keys, RedisScripts redis) throws Exception {
        return new RunningMail(policy, keys, builder -> builder.redis(redis).passwords(new CheapHasher()));
    }

    Target target(Optional<Target> relaxed) {
        return new MailTarget(this, policy(), relaxed);
    }

    int port() {
        return server.port();
    }

    Users users() {
        return new Users(
                Accounts.jdbc(database, AuditTrail.inMemory(1_000)),
                clock,
                server.hauberk().passwords());
    }

    TestKeys keys() {
        return keys;
    }

    TestClock clock() {
        return clock;
    }

    List<String> lines() {
        return Stream.concat(lines.stream(), log.lines().stream()).toList();
    }

    List<String> auditRecords() {
        InMemoryAuditTrail trail = (InMemoryAuditTrail) server.hauberk().audit();
        return trail.records().stream().map(Object::toString).toList();
    }

    @Override
    public void close() throws Exception {
        server.close();
        log.close();
        database.dispose();
    }
}
