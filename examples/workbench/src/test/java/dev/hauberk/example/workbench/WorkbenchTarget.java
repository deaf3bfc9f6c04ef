package dev.hauberk.example.workbench;

import dev.hauberk.policy.Money;
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
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** The workbench, as the kit must know it. */
final class WorkbenchTarget implements Target {
    private static final String PROMPT = "{\"title\":\"{canary}\",\"text\":\"hello\"}";

    private final RunningWorkbench running;
    private final SecurityPolicy policy;
    private final Optional<Target> relaxed;

    /**
     * A target.
     *
     * @param policy what it is to keep, which a broken copy does not
     */
    WorkbenchTarget(RunningWorkbench running, SecurityPolicy policy, Optional<Target> relaxed) {
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
        return Stream.of(open(), prompts(), people(), organisation(), tools(), probes())
                .flatMap(List::stream)
                .toList();
    }

    private static List<Route> open() {
        return List.of(
                Route.get("/").shows(Probe.STATIC),
                Route.get("/index.html").shows(Probe.STATIC),
                Route.get("/workbench.css").shows(Probe.STATIC),
                Route.get("/workbench.js").shows(Probe.STATIC),
                Route.get("/api/stats"),
                Route.get("/api/prompts"),
                Route.get("/api/patterns"),
                Route.get("/api/health"));
    }

    private static List<Route> prompts() {
        Ids ids = Ids.createdBy("/api/v2/prompts", PROMPT);
        return List.of(
                Route.get("/api/v2/prompts"),
                Route.post("/api/v2/prompts").body(PROMPT),
                Route.get("/api/v2/prompts/{id}").ids(ids),
                Route.of("PUT", "/api/v2/prompts/{id}").ids(ids).body(PROMPT),
                Route.of("DELETE", "/api/v2/prompts/{id}").ids(ids));
    }

    private static List<Route> people() {
        return List.of(
                Route.get("/api/v2/users"),
                Route.post("/api/v2/users/invitations")
                        .body("{\"email\":\"{email}\",\"role\":\"org_member\"}")
                        .decidingFurther(),
                Route.of("PUT", "/api/v2/users/{id}/role")
                        .ids(Ids.ofUsers())
                        .body("{\"role\":\"org_member\",\"reason\":\"an attack\"}")
                        .decidingFurther(),
                Route.of("DELETE", "/api/v2/users/{id}").ids(Ids.ofUsers()).decidingFurther(),
                Route.get("/api/admin/users").everyTenantFor("super_admin"),
                Route.get("/api/admin/system"));
    }

    private static List<Route> organisation() {
        return List.of(
                Route.get("/api/v2/organization"),
                Route.get("/api/v2/billing"),
                Route.get("/api/v2/analytics"),
                Route.get("/api/v2/analytics/export"));
    }

    private static List<Route> tools() {
        return List.of(
                Route.get("/api/workbench/basic"),
                Route.get("/api/workbench/advanced"),
                Route.post("/api/workbench/run").body("{\"tool\":\"draft\",\"prompt\":\"{canary}\"}"));
    }

    private static List<Route> probes() {
        return List.of(
                Route.get("/api/v2/probes/failure").shows(Probe.FAILURE),
                Route.get("/api/v2/probes/redirect").shows(Probe.REDIRECT),
                Route.get("/api/v2/probes/async").shows(Probe.ASYNC),
                Route.get("/api/v2/probes/early-flush").shows(Probe.EARLY_FLUSH),
                Route.get("/api/v2/probes/not-modified").shows(Probe.NOT_MODIFIED),
                Route.get("/api/v2/probes/send-error").shows(Probe.SEND_ERROR),
                Route.get("/api/v2/probes/own-headers").shows(Probe.OWN_HEADERS),
                Route.post("/api/v2/probes/get-only").decidingFurther().shows(Probe.METHOD_NOT_ALLOWED),
                Route.get("/api/v2/probes/length-first").shows(Probe.LENGTH_FIRST),
                Route.get("/api/v2/probes/leak").leaking("leak-access-token", "leak-password"));
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
    public Optional<RoleChange> roleChange() {
        return Optional.of(
                new RoleChange("PUT", "/api/v2/users/{id}/role", "{\"role\":\"{role}\",\"reason\":\"an attack\"}"));
    }

    @Override
    public Optional<Consumer<User>> disabling() {
        return Optional.of(running.users()::disable);
    }

    @Override
    public Optional<ToolRuns> toolRuns() {
        return Optional.of(new ToolRuns(
                "/api/workbench/run",
                "{\"tool\":\"{tool}\",\"prompt\":\"hello\"}",
                Map.of("draft", Money.parse("$0.75"), "agent", Money.parse("$2.50"))));
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
    public Optional<Supplier<List<String>>> logLines() {
        return Optional.of(running::lines);
    }

    @Override
    public Optional<Supplier<List<String>>> auditRecords() {
        return Optional.of(running::auditRecords);
    }
}
