package dev.hauberk.ratelimit;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.hauberk.Control;
import dev.hauberk.Event;
import dev.hauberk.Event.Outcome;
import dev.hauberk.Events;
import dev.hauberk.Permit;
import dev.hauberk.Reason;
import dev.hauberk.policy.Limit;
import java.time.InstantSource;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Tells when 80 % of one limit are used, once per key and window (RATE-4). A window is as long as the limit's, and begins
 * when it is told.
 */
final class Notice {
    private static final Logger log = LoggerFactory.getLogger(Limits.class);
    private static final int KEYS = 10_000;

    private final String category;
    private final Limit limit;
    private final long enough;
    private final Events events;
    private final InstantSource clock;
    private final Pseudonyms pseudonyms;
    private final Cache<String, Boolean> told;

    Notice(String category, Limit limit, Events events, InstantSource clock, Pseudonyms pseudonyms) {
        this.category = category;
        this.limit = limit;
        this.enough = enough(limit.rate().count());
        this.events = events;
        this.clock = clock;
        this.pseudonyms = pseudonyms;
        this.told = Caffeine.newBuilder()
                .maximumSize(KEYS)
                .expireAfterWrite(limit.rate().per())
                .ticker(new SteadyClock(clock))
                .executor(Runnable::run)
                .build();
    }

    void look(Permit permit, String key) {
        boolean near = permit.limit() - permit.remaining() >= enough;
        if (near && told.asMap().putIfAbsent(key, Boolean.TRUE) == null) {
            tell(pseudonyms.of(key));
        }
    }

    private void tell(String pseudonym) {
        log.warn("80 % of the limit {} ({}) are used by {}", category, limit, pseudonym);
        events.publish(new Event(
                clock.instant(),
                Control.RATE_4,
                Outcome.NOTICED,
                Reason.LIMIT.code(),
                Map.of("category", category, "limit", limit.toString(), "key", pseudonym)));
    }

    /** The least whole number that is at least 80 %: 1 of 1, 3 of 3, 4 of 5, 80 of 100. */
    private static long enough(long count) {
        return count - count / 5;
    }
}
