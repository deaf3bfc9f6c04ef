package dev.hauberk.servlet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.hauberk.Events;
import dev.hauberk.audit.AuditTrail;
import dev.hauberk.identity.session.SessionStore;
import dev.hauberk.key.KeyRing;
import dev.hauberk.key.Purpose;
import dev.hauberk.key.ReloadingKeyRing;
import dev.hauberk.key.SecretSource;
import dev.hauberk.policy.PolicyException;
import dev.hauberk.policy.Problem;
import dev.hauberk.policy.SecurityPolicy;
import dev.hauberk.ratelimit.Attempts;
import dev.hauberk.ratelimit.Limits;
import dev.hauberk.ratelimit.Lockouts;
import dev.hauberk.ratelimit.budget.Budgets;
import dev.hauberk.servlet.fixture.PlainHasher;
import dev.hauberk.servlet.fixture.Users;
import java.time.InstantSource;
import java.util.Base64;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("DATA-3")
class HauberkKeysTest {
    private static final SecretSource EPHEMERAL = secrets("ephemeral");
    private static final String K1 = key("k1", 1);
    private static final String K2 = key("k2", 2);

    /** Stores that say nothing of themselves, as an application's own do. */
    private record Others(Stores stores) implements Stores {
        @Override
        public SessionStore sessions() {
            return stores.sessions();
        }

        @Override
        public AuditTrail audit() {
            return stores.audit();
        }

        @Override
        public Limits limits(SecurityPolicy policy, KeyRing keys, Events events, InstantSource clock) {
            return stores.limits(policy, keys, events, clock);
        }

        @Override
        public Budgets budgets(SecurityPolicy policy, KeyRing keys, Events events, InstantSource clock) {
            return stores.budgets(policy, keys, events, clock);
        }

        @Override
        public Attempts attempts(SecurityPolicy policy, InstantSource clock) {
            return stores.attempts(policy, clock);
        }

        @Override
        public Lockouts lockouts(SecurityPolicy policy, InstantSource clock) {
            return stores.lockouts(policy, clock);
        }
    }

    @Test
    void refusesKeysThatEndWithTheProcessWhereItsStoresDoNot() {
        PolicyException refused = catchThrowableOfType(
                PolicyException.class,
                () -> builder("").secrets(EPHEMERAL).stores(shared()).start());

        assertThat(refused.problems())
                .singleElement()
                .asString()
                .contains("HAUBERK_KEYS  keys [DATA-3]")
                .contains("in memory");
        try (Hauberk hauberk = builder("").secrets(EPHEMERAL).start()) {
            assertThat(hauberk.keys().isEphemeral()).isTrue();
        }
        try (Hauberk hauberk = builder("").secrets(secrets(K1)).stores(shared()).start()) {
            assertThat(hauberk.keys()).hasToString("KeyRing[k1]");
        }
    }

    @Test
    void readsTheKeysAsThePolicySays() {
        String yaml = "keys: {k2: {}, k1: {state: decrypt-only}}";
        try (Hauberk hauberk = builder(yaml).secrets(secrets(K1 + "," + K2)).start()) {
            assertThat(hauberk.keys().primary(Purpose.CSRF).id()).isEqualTo("k2");
        }
        assertThat(catchThrowableOfType(
                                PolicyException.class,
                                () -> builder(yaml).secrets(secrets(K2)).start())
                        .problems())
                .extracting(Problem::path)
                .containsExactly("keys.k1");
    }

    @Test
    void usesTheRingThatItIsGivenAndFollowsIt() {
        AtomicReference<String> keys = new AtomicReference<>(K1);
        ReloadingKeyRing ring =
                ReloadingKeyRing.of(() -> KeyRing.of(secrets(keys.get())), new Events(), InstantSource.system());
        try (Hauberk hauberk =
                builder("").secrets(secrets("changeme")).keys(ring).start()) {
            keys.set(K2 + "," + K1);
            ring.reload();

            assertThat(hauberk.keys()).isSameAs(ring);
            assertThat(hauberk.keys().primary(Purpose.CSRF).id()).isEqualTo("k2");
        }
    }

    private static Stores shared() {
        return new Others(Stores.inMemory());
    }

    private static HauberkBuilder builder(String yaml) {
        return Hauberk.with(SecurityPolicy.parse(yaml, "hauberk.yml"))
                .accounts(new Users())
                .passwords(new PlainHasher())
                .requestLog(line -> {});
    }

    private static SecretSource secrets(String keys) {
        return SecretSource.of(Map.of("HAUBERK_KEYS", keys));
    }

    static String key(String id, int seed) {
        byte[] bytes = new byte[32];
        new Random(seed).nextBytes(bytes);
        return id + "=" + Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
