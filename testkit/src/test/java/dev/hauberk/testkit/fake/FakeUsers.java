package dev.hauberk.testkit.fake;

import dev.hauberk.testkit.target.User;
import java.text.Normalizer;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/** Who there is, and who guessed at whom. */
final class FakeUsers {
    private static final int ATTEMPTS = 5;
    private static final long WINDOW_S = 900;
    private static final int LOCK_AFTER = 10;
    private static final long LOCK_S = 1_800;

    private final Map<String, User> users = new ConcurrentHashMap<>();
    private final Set<String> disabled = ConcurrentHashMap.newKeySet();
    private final Map<String, Deque<Long>> attempts = new ConcurrentHashMap<>();
    private final Map<String, Integer> failures = new ConcurrentHashMap<>();
    private final Map<String, Long> locked = new ConcurrentHashMap<>();
    private final AtomicInteger next = new AtomicInteger(1_000);
    private final FakeApplication application;

    FakeUsers(FakeApplication application) {
        this.application = application;
    }

    User make(String role, String tenant) {
        int number = next.incrementAndGet();
        User user = new User(
                "u" + number, "p" + number + "@" + tenant + ".example", "Correct-Horse-7-" + number, role, tenant);
        users.put(user.id(), user);
        return user;
    }

    void disable(User user) {
        disabled.add(user.id());
    }

    Collection<User> all() {
        return users.values();
    }

    Optional<User> byId(String id) {
        return Optional.ofNullable(users.get(id));
    }

    void put(User user) {
        users.put(user.id(), user);
    }

    Optional<User> byEmail(String email) {
        String wanted = folded(email);
        return users.values().stream()
                .filter(user -> folded(user.email()).equals(wanted))
                .findFirst();
    }

    /** What trying says: a user, nobody, or too often. */
    sealed interface Outcome {
        record Known(User user) implements Outcome {}

        record Unknown() implements Outcome {}

        record Limited() implements Outcome {}
    }

    Outcome attempt(String email, String password) {
        String key = application.has(Flaw.COUNTS_SPELLINGS_APART) ? email : folded(email);
        boolean counted = application.enforcesLimits() && !application.has(Flaw.UNLIMITED_ATTEMPTS);
        long now = application.now().getEpochSecond();
        boolean late = application.has(Flaw.COUNTS_AFTER_LOOKING);
        if (counted && (isLocked(key, now) || !(late ? hasAttempt(key, now) : take(key, now)))) {
            return new Outcome.Limited();
        }
        if (late) {
            application.pause();
        }
        Optional<User> user = byEmail(email)
                .filter(known -> !disabled.contains(known.id()))
                .filter(known -> cut(known.password()).equals(cut(password)));
        if (user.isPresent()) {
            if (!late && !application.has(Flaw.COUNTS_RIGHT_PASSWORDS)) {
                giveBack(key);
            }
            failures.remove(key);
            return new Outcome.Known(user.get());
        }
        if (late) {
            take(key, now);
        }
        if (counted && failures.merge(key, 1, Integer::sum) >= LOCK_AFTER) {
            locked.put(key, now + LOCK_S);
        }
        return new Outcome.Unknown();
    }

    private boolean isLocked(String key, long now) {
        Long until = locked.get(key);
        if (until != null && until <= now) {
            locked.remove(key);
            failures.remove(key);
        }
        return !application.has(Flaw.FORGETS_LOCKS) && until != null && until > now;
    }

    private boolean take(String key, long now) {
        Deque<Long> stamps = attempts.computeIfAbsent(key, k -> new ArrayDeque<>());
        synchronized (stamps) {
            stamps.removeIf(stamp -> stamp <= now - WINDOW_S);
            if (stamps.size() >= ATTEMPTS) {
                return false;
            }
            stamps.add(now);
            return true;
        }
    }

    private boolean hasAttempt(String key, long now) {
        Deque<Long> stamps = attempts.computeIfAbsent(key, k -> new ArrayDeque<>());
        synchronized (stamps) {
            stamps.removeIf(stamp -> stamp <= now - WINDOW_S);
            return stamps.size() < ATTEMPTS;
        }
    }

    private void giveBack(String key) {
        Deque<Long> stamps = attempts.computeIfAbsent(key, k -> new ArrayDeque<>());
        synchronized (stamps) {
            stamps.pollLast();
        }
    }

    private String cut(String password) {
        if (application.has(Flaw.CUTS_AT_NUL)) {
            return password.replaceFirst("(?s)\0.*", "");
        }
        return application.has(Flaw.CUTS_PASSWORDS) && password.length() > 72 ? password.substring(0, 72) : password;
    }

    private static String folded(String email) {
        return Normalizer.normalize(email, Normalizer.Form.NFKC)
                .replace("\u200b", "")
                .strip()
                .toLowerCase(Locale.ROOT);
    }
}
