package dev.hauberk.identity.session;

import dev.hauberk.identity.Account;
import dev.hauberk.identity.Accounts;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Accounts as they were read a moment ago, no longer than the policy's {@code tokens.fresh}. What was read before a
 * {@link #forget} is never returned to whoever asks after it. Bounded; no lock is held while an account is read.
 */
final class AccountCache {
    private static final int MOST = 10_000;

    private final Accounts accounts;
    private final Duration fresh;
    private final InstantSource clock;
    private final ConcurrentMap<String, Entry> entries = new ConcurrentHashMap<>();
    private final AtomicLong forgotten = new AtomicLong();

    AccountCache(Accounts accounts, Duration fresh, InstantSource clock) {
        this.accounts = accounts;
        this.fresh = fresh;
        this.clock = clock;
    }

    private record Entry(Optional<Account> account, Instant readAt) {}

    /** The account as it was no longer ago than the policy says. */
    Optional<Account> recent(String id) {
        Entry entry = entries.get(id);
        return entry != null && isFresh(entry, clock.instant()) ? entry.account() : read(id);
    }

    /** The account as it is. */
    Optional<Account> now(String id) {
        return accounts.byId(id);
    }

    private Optional<Account> read(String id) {
        long before = forgotten.get();
        Instant readAt = clock.instant();
        Optional<Account> account = accounts.byId(id);
        makeRoom(readAt);
        // A change that was forgotten for in the meantime may be newer than what was read. Within compute, since forget
        // counts first and removes then: whichever order they meet in, nothing old stays.
        entries.compute(id, (key, old) -> forgotten.get() == before ? new Entry(account, readAt) : old);
        return account;
    }

    /** Whatever was read of an account is read anew. */
    void forget(String id) {
        forgotten.incrementAndGet();
        entries.remove(id);
    }

    /** How many accounts are held, for tests. */
    int size() {
        return entries.size();
    }

    /** A clock that was set back makes nothing fresh. */
    private boolean isFresh(Entry entry, Instant now) {
        Duration age = Duration.between(entry.readAt(), now);
        return !age.isNegative() && age.compareTo(fresh) < 0;
    }

    private void makeRoom(Instant now) {
        if (entries.size() >= MOST) {
            entries.values().removeIf(entry -> !isFresh(entry, now));
        }
        if (entries.size() >= MOST) {
            entries.clear();
        }
    }
}
