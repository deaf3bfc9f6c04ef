package dev.hauberk.example.workbench;

import dev.hauberk.audit.AuditTrail;
import dev.hauberk.audit.InMemoryAuditTrail;
import dev.hauberk.crypto.password.PasswordHasher;
import dev.hauberk.example.fixture.CheapHasher;
import dev.hauberk.example.fixture.LogLines;
import dev.hauberk.example.fixture.TestKeys;
import dev.hauberk.example.fixture.Users;
import dev.hauberk.identity.Accounts;
import dev.hauberk.key.SecretSource;
import dev.hauberk.policy.SecurityPolicy;
import dev.hauberk.spring.HauberkCustomizer;
import dev.hauberk.testkit.target.Target;
import dev.hauberk.testkit.target.TestClock;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.web.server.servlet.context.ServletWebServerApplicationContext;
import org.springframework.context.support.GenericApplicationContext;

/** The workbench on a free port, with a database and a clock of its own. */
final class RunningWorkbench implements AutoCloseable {
    private final TestClock clock = new TestClock();
    private final TestKeys keys;
    private final List<String> lines = new CopyOnWriteArrayList<>();
    private final AtomicReference<LogLines> log = new AtomicReference<>();
    private final ServletWebServerApplicationContext context;

    /**
     * Starts it.
     *
     * @param parts more of the application, such as routes that only tests have
     */
    RunningWorkbench(SecurityPolicy policy, Class<?>... parts) {
        this(policy, new TestKeys(), List.of(), parts);
    }

    /**
     * A node of several.
     *
     * @param keys the keys that all have
     * @param settings more of Spring's settings
     */
    RunningWorkbench(SecurityPolicy policy, TestKeys keys, List<String> settings, Class<?>... parts) {
        this(policy, keys, settings, builder -> builder.passwords(new CheapHasher()), parts);
    }

    private RunningWorkbench(
            SecurityPolicy policy, TestKeys keys, List<String> settings, HauberkCustomizer more, Class<?>... parts) {
        this.keys = keys;
        SpringApplication application = new SpringApplication(WorkbenchApplication.class);
        application.addPrimarySources(List.of(parts));
        application.addInitializers(fresh -> {
            // Not before: Spring Boot takes down what it did not set up itself.
            log.set(LogLines.open());
            GenericApplicationContext beans = (GenericApplicationContext) fresh;
            beans.registerBean(SecurityPolicy.class, () -> policy);
            beans.registerBean(InstantSource.class, () -> clock);
            beans.registerBean(SecretSource.class, keys::source);
            beans.registerBean(HauberkCustomizer.class, () -> builder -> {
                builder.requestLog(lines::add);
                more.customize(builder);
            });
        });
        List<String> arguments = new ArrayList<>(settings);
        arguments.add("--server.port=0");
        arguments.add("--spring.datasource.url=jdbc:h2:mem:" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1");
        context = (ServletWebServerApplicationContext) application.run(arguments.toArray(String[]::new));
    }

    /** The same with the hasher that the policy asks for, and nothing in its place. */
    static RunningWorkbench hashingItself(SecurityPolicy policy, Class<?>... parts) {
        return new RunningWorkbench(policy, new TestKeys(), List.of(), builder -> {}, parts);
    }

    Target target(SecurityPolicy kept, Optional<Target> relaxed) {
        return new WorkbenchTarget(this, kept, relaxed);
    }

    int port() {
        return context.getWebServer().getPort();
    }

    Users users() {
        return new Users(context.getBean(Accounts.class), clock, context.getBean(PasswordHasher.class));
    }

    TestKeys keys() {
        return keys;
    }

    TestClock clock() {
        return clock;
    }

    List<String> lines() {
        return Stream.concat(lines.stream(), log.get().lines().stream()).toList();
    }

    List<String> auditRecords() {
        InMemoryAuditTrail trail = (InMemoryAuditTrail) context.getBean(AuditTrail.class);
        return trail.records().stream().map(Object::toString).toList();
    }

    @Override
    public void close() {
        context.close();
        log.get().close();
    }
}
