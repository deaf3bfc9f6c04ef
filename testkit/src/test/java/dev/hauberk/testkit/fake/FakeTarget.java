package dev.hauberk.testkit.fake;

import dev.hauberk.policy.SecurityPolicy;
import dev.hauberk.testkit.http.Address;
import dev.hauberk.testkit.target.Ids;
import dev.hauberk.testkit.target.MovableClock;
import dev.hauberk.testkit.target.Probe;
import dev.hauberk.testkit.target.RoleChange;
import dev.hauberk.testkit.target.Route;
import dev.hauberk.testkit.target.Target;
import dev.hauberk.testkit.target.TokenKey;
import dev.hauberk.testkit.target.ToolRuns;
import dev.hauberk.testkit.target.User;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** The server as a target: with its limits, and a second one without. */
public final class FakeTarget implements Target, AutoCloseable {
    private final FakeApplication application;
    private final FakeServer server;
    private final Optional<FakeTarget> relaxed;

    private FakeTarget(String carrier, boolean limited, Set<Flaw> flaws) {
        this.application = new FakeApplication(FakePolicy.in(carrier), limited, flaws);
        try {
            this.server = new FakeServer(application);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        this.relaxed = limited ? Optional.of(new FakeTarget(carrier, false, flaws)) : Optional.empty();
    }

    /** A server whose tokens travel in cookies. */
    public static FakeTarget byCookie(Flaw... flaws) {
        return new FakeTarget("cookie", true, set(flaws));
    }

    /** A server whose tokens travel in bodies. */
    public static FakeTarget byBody(Flaw... flaws) {
        return new FakeTarget("body", true, set(flaws));
    }

    private static Set<Flaw> set(Flaw... flaws) {
        Set<Flaw> set = EnumSet.noneOf(Flaw.class);
        set.addAll(Arrays.asList(flaws));
        return set;
    }

    @Override
    public Address address() {
        return Address.local(server.port());
    }

    @Override
    public SecurityPolicy policy() {
        return application.policy();
    }

    @Override
    public List<Route> routes() {
        Ids items = Ids.createdBy("/items", "{\"title\":\"{canary}\"}");
        return List.of(
                Route.get("/open"),
                Route.get("/moved").shows(Probe.REDIRECT),
                Route.get("/items"),
                Route.post("/items").body("{\"title\":\"{canary}\"}"),
                Route.get("/items/{id}").ids(items),
                Route.of("PUT", "/items/{id}").ids(items).body("{\"title\":\"{canary}\",\"count\":1}"),
                Route.of("DELETE", "/items/{id}").ids(items),
                Route.get("/users"),
                Route.of("PUT", "/users/{id}/role")
                        .ids(Ids.ofUsers())
                        .body("{\"role\":\"guest\"}")
                        .decidingFurther(),
                Route.post("/run").body("{\"tool\":\"ink\"}"),
                Route.get("/vault").leaking("vault-secret"),
                Route.get("/admin"),
                Route.get("/fails").shows(Probe.FAILURE));
    }

    @Override
    public User newUser(String role, String tenant) {
        return application.users().make(role, tenant);
    }

    @Override
    public Optional<Target> relaxed() {
        return relaxed.map(Target.class::cast);
    }

    @Override
    public Optional<RoleChange> roleChange() {
        return Optional.of(new RoleChange("PUT", "/users/{id}/role", "{\"role\":\"{role}\"}"));
    }

    @Override
    public Optional<Consumer<User>> disabling() {
        return Optional.of(application.users()::disable);
    }

    @Override
    public Optional<ToolRuns> toolRuns() {
        return Optional.of(new ToolRuns("/run", "{\"tool\":\"{tool}\"}", FakeTools.COSTS));
    }

    @Override
    public Optional<MovableClock> clock() {
        return Optional.of(new MovableClock() {
            @Override
            public Instant now() {
                return application.now();
            }

            @Override
            public void advance(Duration time) {
                application.advance(time);
            }
        });
    }

    @Override
    public Optional<Supplier<List<String>>> logLines() {
        return Optional.of(application.log()::lines);
    }

    @Override
    public Optional<Supplier<List<String>>> auditRecords() {
        return Optional.of(application::records);
    }

    @Override
    public Optional<TokenKey> tokenKey() {
        return Optional.of(application.sessions().key());
    }

    @Override
    public void close() {
        relaxed.ifPresent(FakeTarget::close);
        try {
            server.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
