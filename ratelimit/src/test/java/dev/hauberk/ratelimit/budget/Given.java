package dev.hauberk.ratelimit.budget;

import dev.hauberk.Caller;
import dev.hauberk.ClientAddress;
import dev.hauberk.Credential;
import dev.hauberk.Event;
import dev.hauberk.Events;
import dev.hauberk.Tenant;
import dev.hauberk.audit.AuditTrail;
import dev.hauberk.audit.InMemoryAuditTrail;
import dev.hauberk.key.KeyRing;
import dev.hauberk.key.SecretSource;
import dev.hauberk.policy.Money;
import dev.hauberk.policy.SecurityPolicy;
import dev.hauberk.ratelimit.FakeClock;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;

/** What the tests of budgets begin with. */
final class Given {
    static final Caller NOBODY = Caller.anonymous(ClientAddress.ofBytes(new byte[] {(byte) 203, 0, 113, 7}));
    static final Caller ANN = user("ann", "acme");
    static final Caller BOB = user("bob", "acme");
    static final KeyRing KEYS = keys();

    final FakeClock clock = new FakeClock();
    final Events events = new Events();
    final List<Event> seen = new CopyOnWriteArrayList<>();
    final InMemoryAuditTrail audit = AuditTrail.inMemory(10_000);

    Given() {
        events.subscribe(seen::add);
    }

    static Caller user(String user, String tenant) {
        return new Caller(
                Optional.of(user),
                Optional.of(new Tenant(tenant)),
                Set.of(),
                Map.of(),
                new Credential.Session("s1"),
                NOBODY.address());
    }

    /** A policy of these budgets, with as much time as a busy machine needs. */
    static SecurityPolicy policy(String budgets, String... more) {
        return SecurityPolicy.parse(
                "failures: {RATE-6: {redis: closed, within: 10s}}\n" + String.join("\n", more) + "\nbudgets:\n"
                        + budgets.indent(2),
                "a test");
    }

    private static KeyRing keys() {
        byte[] key = new byte[32];
        new SecureRandom().nextBytes(key);
        return KeyRing.of(SecretSource.of(Map.of(
                "HAUBERK_KEYS", "k1=" + Base64.getUrlEncoder().withoutPadding().encodeToString(key))));
    }

    static Money usd(String amount) {
        return Money.parse(amount + " USD");
    }
}
