package dev.hauberk.identity;

import dev.hauberk.Caller;
import dev.hauberk.ClientAddress;
import dev.hauberk.Control;
import dev.hauberk.Credential;
import dev.hauberk.Event;
import dev.hauberk.Events;
import dev.hauberk.Tenant;
import dev.hauberk.audit.AuditRecord;
import dev.hauberk.audit.AuditTrail;
import dev.hauberk.audit.InMemoryAuditTrail;
import dev.hauberk.crypto.token.AccessTokens;
import dev.hauberk.key.KeyRing;
import dev.hauberk.key.SecretSource;
import dev.hauberk.policy.SecurityPolicy;
import dev.hauberk.rbac.grant.RoleGrants;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;

/** What a test of this room stands on: a policy with the workbench's roles, keys, a clock to move, and what was said. */
public final class Bench {
    public static final Tenant ACME = new Tenant("acme");
    public static final Tenant GLOBEX = new Tenant("globex");
    public static final ClientAddress HERE = ClientAddress.ofBytes(new byte[] {127, 0, 0, 7});

    private static final String ROLES = """
            hauberk:
              permissions: ["users:read", "users:invite", "org:read", "org:manage_members", "billing:read",
                            "analytics:export", "prompts:write"]
              roles:
                org_admin: {rank: 80, gives: [org_manager, org_member, user, enterprise],
                            permissions: ["users:read", "users:invite", "org:read", "org:manage_members"]}
                org_manager: {rank: 60, gives: [org_member], permissions: ["users:read", "users:invite", "org:read"]}
                org_member: {rank: 40, permissions: ["org:read", "prompts:write"]}
                enterprise: {rank: 35, permissions: ["users:invite", "org:manage_members", "billing:read",
                             "analytics:export"]}
                user: {rank: 20, permissions: ["prompts:write"]}
            """;

    public final TestClock clock = new TestClock();
    public final Events hub = new Events();
    public final List<Event> events = new CopyOnWriteArrayList<>();
    public final InMemoryAuditTrail audit = AuditTrail.inMemory(100_000);
    public final KeyRing keys = KeyRing.of(SecretSource.of(Map.of("HAUBERK_KEYS", "ephemeral")));
    public final InMemoryAccounts accounts = new InMemoryAccounts(audit);
    public final SecurityPolicy policy;
    public final Ground ground;
    public final AccessTokens tokens;
    public final RoleGrants grants;

    private Bench(String sections) {
        this.policy = SecurityPolicy.parse(ROLES + sections.indent(2), "test.yml");
        this.ground = Ground.of(policy, keys, hub, audit, clock);
        this.tokens = AccessTokens.hs256(keys, policy.tokens(), clock);
        this.grants = RoleGrants.of(policy);
        hub.subscribe(events::add);
    }

    public static Bench plain() {
        return new Bench("");
    }

    /** With more of a policy, as sections of YAML below {@code hauberk}. */
    public static Bench with(String sections) {
        return new Bench(sections);
    }

    /** Adds an account of acme. The stored form is what {@link CheapHasher} makes of the password. */
    public Account add(String id, String name, String role) {
        return add(account(id, ACME, name, Set.of(role)));
    }

    public Account add(Account account) {
        if (!accounts.add(account, record("add"))) {
            throw new IllegalStateException("taken");
        }
        return account;
    }

    public static Account account(String id, Tenant tenant, String name, Set<String> roles) {
        return new Account(id, tenant, SignInName.of(name), roles, Optional.of(CheapHasher.form("Right-1!")), true, 1);
    }

    public static Caller caller(Account account) {
        return caller(account, "a-session");
    }

    public static Caller caller(Account account, String session) {
        return new Caller(
                Optional.of(account.id()),
                Optional.of(account.tenant()),
                account.roles(),
                Map.of(),
                new Credential.Session(session),
                HERE);
    }

    public AuditRecord record(String action) {
        return new AuditRecord(
                clock.instant(),
                Control.RBAC_7,
                action,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                AuditRecord.Outcome.DONE,
                Map.of());
    }

    /** The events of a control, as outcome and reason. */
    public List<String> said(Control control) {
        return events.stream()
                .filter(event -> event.control() == control)
                .map(event -> event.outcome() + " " + event.reason())
                .toList();
    }

    /** The records of an action, as outcome and reason. */
    public List<String> recorded(String action) {
        return audit.records().stream()
                .filter(record -> record.action().equals(action))
                .map(record -> record.outcome() + " " + record.details().getOrDefault("reason", ""))
                .toList();
    }
}
