package dev.hauberk.identity.session;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hauberk.identity.Account;
import dev.hauberk.identity.Accounts;
import dev.hauberk.identity.Bench;
import java.lang.reflect.Proxy;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class AccountCacheTest {
    private final Bench bench = Bench.plain();
    private final AtomicInteger reads = new AtomicInteger();

    @Test
    @Tag("RBAC-8")
    void readsOnceWhileItIsFresh() {
        AccountCache cache = cache(Duration.ofSeconds(1), () -> Optional.of(account("user")));

        cache.recent("a");
        cache.recent("a");
        assertThat(reads).hasValue(1);

        bench.clock.advance(Duration.ofSeconds(1));
        cache.recent("a");
        assertThat(reads).hasValue(2);
    }

    @Test
    @Tag("RBAC-8")
    void readsEachTimeWhereNothingMayBeOld() {
        AccountCache cache = cache(Duration.ZERO, Optional::empty);

        cache.recent("a");
        cache.recent("a");

        assertThat(reads).hasValue(2);
    }

    @Test
    @Tag("RBAC-8")
    void keepsNothingThatWasReadBeforeAChange() {
        AccountCache[] cache = new AccountCache[1];
        cache[0] = cache(Duration.ofSeconds(1), () -> {
            // The change is committed after this read and before its result is kept.
            if (reads.get() == 1) {
                cache[0].forget("a");
                return Optional.of(account("org_admin"));
            }
            return Optional.of(account("user"));
        });

        assertThat(cache[0].recent("a").orElseThrow().roles()).containsExactly("org_admin");
        assertThat(cache[0].recent("a").orElseThrow().roles()).containsExactly("user");
    }

    @Test
    void keepsItsMemoryBounded() {
        AccountCache cache = cache(Duration.ofSeconds(1), Optional::empty);
        for (int i = 0; i < 25_000; i++) {
            cache.recent("u" + i);
        }

        assertThat(cache.size()).isLessThanOrEqualTo(10_000);
    }

    private AccountCache cache(Duration fresh, Supplier<Optional<Account>> read) {
        Accounts accounts = (Accounts) Proxy.newProxyInstance(
                AccountCacheTest.class.getClassLoader(), new Class<?>[] {Accounts.class}, (proxy, method, values) -> {
                    reads.incrementAndGet();
                    return read.get();
                });
        return new AccountCache(accounts, fresh, bench.clock);
    }

    private static Account account(String role) {
        return Bench.account("a", Bench.ACME, "a@x.com", Set.of(role));
    }
}
