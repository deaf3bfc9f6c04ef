package dev.hauberk.example.mail;

import dev.hauberk.policy.SecurityPolicy;
import dev.hauberk.testkit.http.Address;
import dev.hauberk.testkit.target.Ids;
import dev.hauberk.testkit.target.MovableClock;
import dev.hauberk.testkit.target.Route;
import dev.hauberk.testkit.target.Target;
import dev.hauberk.testkit.target.TokenKey;
import dev.hauberk.testkit.target.User;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** The mail platform, as the kit must know it. */
final class MailTarget implements Target {
    private static final String MESSAGE = "{\"subject\":\"{canary}\",\"text\":\"hello\"}";

    private final RunningMail running;
    private final SecurityPolicy policy;
    private final Optional<Target> relaxed;

    /**
     * A target.
     *
     * @param policy what it is to keep, which a broken copy does not
     */
    MailTarget(RunningMail running, SecurityPolicy policy, Optional<Target> relaxed) {
        this.running = running;
        this.policy = policy;
        this.relaxed = relaxed;
    }

    @Override
    public Address address() {
        return Address.local(running.port());
    }

    @Override
    public SecurityPolicy policy() {
        return policy;
    }

    @Override
    public List<Route> routes() {
        return List.of(
                Route.get("/api/messages").ids(Ids.createdBy("/api/messages", MESSAGE)),
                Route.post("/api/messages").body(MESSAGE),
                Route.get("/api/admin/users"),
                Route.get("/api/platform/tenants"),
                Route.get("/api/integrations/zoom/meeting")
                        .leaking("leak-passcode", "leak-access-token", "leak-refresh-token"));
    }

    @Override
    public User newUser(String role, String tenant) {
        return running.users().add(role, tenant);
    }

    @Override
    public Optional<Target> relaxed() {
        return relaxed;
    }

    @Override
    public Optional<Consumer<User>> disabling() {
        return Optional.of(running.users()::disable);
    }

    @Override
    public Optional<MovableClock> clock() {
        return Optional.of(running.clock());
    }

    @Override
    public Optional<TokenKey> tokenKey() {
        return Optional.of(running.keys().tokenKey());
    }

    @Override
    public Optional<Supplier<List<String>>> auditRecords() {
        return Optional.of(running::auditRecords);
    }

    @Override
    public Optional<Supplier<List<String>>> logLines() {
        return Optional.of(running::lines);
    }
}
