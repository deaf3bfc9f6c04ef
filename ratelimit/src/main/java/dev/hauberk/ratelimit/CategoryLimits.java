package dev.hauberk.ratelimit;

import dev.hauberk.Caller;
import dev.hauberk.ClientAddress;
import dev.hauberk.Control;
import dev.hauberk.Events;
import dev.hauberk.Mode;
import dev.hauberk.Permit;
import dev.hauberk.policy.Limit;
import dev.hauberk.policy.Rate;
import dev.hauberk.policy.SecurityPolicy;
import java.math.BigInteger;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** One limiter a category. */
final class CategoryLimits implements Limits {
    private static final int FEWEST_KEYS = 10_000;

    /** The lowest rate first; among equal ones the smallest bucket, and then the first by name. */
    private static final Comparator<Category> STRICTEST = Comparator.comparing(
                    Category::limit, CategoryLimits::compareRates)
            .thenComparing(category -> category.limit().rate().count())
            .thenComparing(Category::name);

    private record Category(String name, Limit limit, RateLimiter limiter, Optional<Notice> notice) {
        Taken take(String key) {
            Permit permit = limiter.take(key, 1);
            notice.ifPresent(one -> one.look(permit, key));
            return new Taken(name, limit, permit);
        }
    }

    private final Map<String, Category> categories;
    private final Optional<Category> strictest;

    private CategoryLimits(Map<String, Category> categories) {
        this.categories = Map.copyOf(categories);
        this.strictest = categories.values().stream().min(STRICTEST);
    }

    /** Makes the limiter of one category, for so many keys. */
    interface Maker {
        RateLimiter limiter(String category, Limit limit, int keys);
    }

    static CategoryLimits of(SecurityPolicy policy, Events events, InstantSource clock, Maker maker) {
        int keys = Math.max(
                FEWEST_KEYS, KeyedMemory.KEYS / Math.max(1, policy.limits().size()));
        boolean notice = policy.mode(Control.RATE_4) != Mode.DISABLED;
        Pseudonyms pseudonyms = new Pseudonyms(new SecureRandom());
        Map<String, Category> categories = new LinkedHashMap<>();
        policy.limits()
                .forEach((name, limit) -> categories.put(
                        name,
                        new Category(
                                name,
                                limit,
                                maker.limiter(name, limit, keys),
                                notice
                                        ? Optional.of(new Notice(name, limit, events, clock, pseudonyms))
                                        : Optional.empty())));
        return new CategoryLimits(categories);
    }

    @Override
    public Optional<Taken> take(Optional<String> category, Caller caller) {
        return find(category).map(found -> found.take(key(found.limit.per(), caller)));
    }

    @Override
    public Optional<Taken> take(Optional<String> category, ClientAddress address) {
        return find(category).map(found -> found.take(key(address)));
    }

    private Optional<Category> find(Optional<String> name) {
        return name.map(categories::get).or(() -> strictest);
    }

    private static String key(Limit.Scope scope, Caller caller) {
        return switch (scope) {
            case ADDRESS -> key(caller.address());
            case USER -> caller.user().map(user -> "user " + user).orElseGet(() -> key(caller.address()));
            case TENANT ->
                caller.tenant().map(tenant -> "tenant " + tenant.id()).orElseGet(() -> key(caller.address()));
        };
    }

    /** The first word says what it is, so that no user can have the name of an address. */
    private static String key(ClientAddress address) {
        return "address " + address.limitKey();
    }

    private static int compareRates(Limit one, Limit other) {
        return perTime(one.rate(), other.rate()).compareTo(perTime(other.rate(), one.rate()));
    }

    /** The one's count times the other's time: exact where a quotient would be rounded. */
    private static BigInteger perTime(Rate one, Rate other) {
        return BigInteger.valueOf(one.count())
                .multiply(BigInteger.valueOf(other.per().toNanos()));
    }
}
