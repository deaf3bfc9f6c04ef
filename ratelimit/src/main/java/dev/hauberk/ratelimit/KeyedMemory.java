package dev.hauberk.ratelimit;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.RemovalCause;
import com.github.benmanes.caffeine.cache.Ticker;
import java.time.Duration;
import java.util.OptionalLong;
import java.util.concurrent.atomic.AtomicLongArray;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Something for each of a bounded number of keys. What was not asked for in a while is forgotten, and under a flood of keys
 * so are others; but what is <em>held</em>, since its key is over a limit, has a memory of its own that no flood of other keys
 * can push it out of. Where even that is full, a mark remains of what is pushed out: it is kept by hash, so that a key may
 * be taken for one that was held, and never the other way round. Thread-safe.
 *
 * @param <V> mutable and thread-safe
 */
final class KeyedMemory<V> {
    /** For how many keys, unless told otherwise. With what belongs to one, some 40 MB. */
    static final int KEYS = 100_000;

    private static final int MARKS = 1 << 16;

    private final Cache<String, V> recent;
    private final Cache<String, V> held;
    private final AtomicLongArray marks = new AtomicLongArray(MARKS);
    private final Ticker clock;
    private final long forget;
    private final Function<OptionalLong, V> maker;

    /**
     * @param keys how many at most; half of them held
     * @param forget how long something is kept that nobody asks for, by then being as good as new
     * @param clock time that never goes back
     * @param maker makes what belongs to a new key; it is given when something was pushed out whose key this may be
     */
    KeyedMemory(int keys, Duration forget, Ticker clock, Function<OptionalLong, V> maker) {
        this.recent = builder(keys / 2, forget, clock).build();
        this.held =
                builder(keys / 2, forget, clock).evictionListener(this::mark).build();
        this.clock = clock;
        this.forget = forget.toNanos();
        this.maker = maker;
    }

    /** What belongs to a key, made where there is nothing. */
    V of(String key) {
        return recent.get(key, this::recall);
    }

    /** Has what belongs to a key outlast what is not held. To be called each time that its key is over a limit. */
    void hold(String key, V value) {
        held.asMap().putIfAbsent(key, value);
    }

    /** How many keys there are, counting one twice that is held and recent. */
    long size() {
        recent.cleanUp();
        held.cleanUp();
        return recent.estimatedSize() + held.estimatedSize();
    }

    private V recall(String key) {
        V value = held.getIfPresent(key);
        return value == null ? maker.apply(marked(key)) : value;
    }

    private OptionalLong marked(String key) {
        // One more than the time, so that nothing is zero.
        long at = marks.get(slot(key)) - 1;
        return at >= 0 && clock.read() - at < forget ? OptionalLong.of(at) : OptionalLong.empty();
    }

    private void mark(@Nullable String key, @Nullable V value, RemovalCause cause) {
        if (key != null && cause == RemovalCause.SIZE) {
            marks.set(slot(key), clock.read() + 1);
        }
    }

    private static int slot(String key) {
        int hash = key.hashCode() * 0x9E3779B9;
        return (hash >>> 16) & (MARKS - 1);
    }

    /** Housekeeping is done by whoever calls, so that the bound is one, and no thread is needed. */
    private static Caffeine<Object, Object> builder(int keys, Duration forget, Ticker clock) {
        return Caffeine.newBuilder()
                .maximumSize(keys)
                .expireAfterAccess(forget)
                .ticker(clock)
                .executor(Runnable::run);
    }
}
