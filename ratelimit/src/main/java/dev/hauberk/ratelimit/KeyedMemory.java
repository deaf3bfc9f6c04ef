package dev.hauberk.ratelimit;

import com.github.benmanes.caffeine.cache.Ticker;
import dev.hauberk.ratelimit.KeyedEntry.Place;
import java.time.Duration;
import java.util.Map;
import java.util.OptionalLong;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLongArray;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Something for each of a bounded number of keys. What was not asked for in a while is forgotten, and under a flood of keys
 * so are others; but what is <em>held</em>, since its key is over a limit, has places of its own that no flood of other keys
 * can push it out of. Where even those are full, a mark remains of what is pushed out: it is kept by hash, so that a key may
 * be taken for one that was held, and never the other way round. Thread-safe.
 *
 * <p>Whoever finds a key takes no lock and moves nothing, which is why this is no cache of a library: one that knows who was asked for last
 * writes that down in a queue at each look, and that costs several times what a limit does. Whoever brings a new key takes a lock
 * for as long as it takes to free a place.
 *
 * @param <V> mutable and thread-safe
 */
final class KeyedMemory<V> {
    /** For how many keys, unless told otherwise. With what belongs to one, some 25 MB. */
    static final int KEYS = 100_000;

    private static final int MARKS = 1 << 16;

    private final Map<String, KeyedEntry<V>> entries = new ConcurrentHashMap<>();
    private final Ring<V> recent;
    private final Ring<V> held;
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
        this.forget = forget.toNanos();
        this.recent = new Ring<>(Place.RECENT, keys / 2, this.forget);
        this.held = new Ring<>(Place.HELD, keys / 2, this.forget);
        this.clock = clock;
        this.maker = maker;
    }

    /** What belongs to a key, made where there is nothing. */
    V of(String key) {
        return of(key, clock.read());
    }

    /** The same for whoever knows what time it is. */
    V of(String key, long now) {
        KeyedEntry<V> entry = entries.get(key);
        return entry != null && entry.isKnown(now, forget) ? entry.ask(now) : make(key, now);
    }

    /** Has what belongs to a key outlast what is not held. To be called each time that its key is over a limit. */
    void hold(String key, V value) {
        KeyedEntry<V> entry = entries.get(key);
        if (entry == null || !entry.isIn(Place.HELD)) {
            holdNow(key, value, clock.read());
        }
    }

    /** How many keys there are. */
    synchronized long size() {
        long now = clock.read();
        entries.values().removeIf(entry -> !entry.isKnown(now, forget));
        return entries.size();
    }

    private synchronized V make(String key, long now) {
        KeyedEntry<V> entry = entries.get(key);
        if (entry != null && entry.isKnown(now, forget)) {
            return entry.ask(now);
        }
        KeyedEntry<V> made = new KeyedEntry<>(key, maker.apply(marked(key, now)), now);
        add(made);
        remove(recent.put(made, now));
        return made.value();
    }

    private synchronized void holdNow(String key, V value, long now) {
        KeyedEntry<V> entry = entries.get(key);
        if (entry != null && entry.isIn(Place.HELD)) {
            return;
        }
        if (entry == null) {
            // Pushed out between being found and being over its limit.
            entry = new KeyedEntry<>(key, value, now);
            add(entry);
        }
        // It leaves its place among the recent ones, which is taken for an empty one.
        entry.move(Place.HELD);
        KeyedEntry<V> pushed = held.put(entry, now);
        if (pushed != null) {
            mark(pushed, now);
            remove(pushed);
        }
    }

    private void add(KeyedEntry<V> entry) {
        KeyedEntry<V> before = entries.put(entry.key(), entry);
        if (before != null) {
            before.move(Place.NOWHERE);
        }
    }

    private void remove(@Nullable KeyedEntry<V> entry) {
        if (entry != null) {
            entries.remove(entry.key(), entry);
        }
    }

    private void mark(KeyedEntry<V> pushed, long now) {
        if (pushed.isKnown(now, forget)) {
            // One more than the time, so that nothing is zero.
            marks.set(slot(pushed.key()), now + 1);
        }
    }

    private OptionalLong marked(String key, long now) {
        long at = marks.get(slot(key)) - 1;
        return at >= 0 && now - at < forget ? OptionalLong.of(at) : OptionalLong.empty();
    }

    private static int slot(String key) {
        int hash = key.hashCode() * 0x9E3779B9;
        return (hash >>> 16) & (MARKS - 1);
    }
}
