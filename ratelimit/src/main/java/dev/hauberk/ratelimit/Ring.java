package dev.hauberk.ratelimit;

import dev.hauberk.ratelimit.KeyedEntry.Place;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A bounded number of places, and a hand that goes round and frees them: the second-chance rule, by which the first has to go that
 * nobody asked for since the hand came by. Not thread-safe.
 */
final class Ring<V> {
    /** So many have a second chance in a row; the next goes though it was asked for, so that whoever is new does not wait for long. */
    private static final int CHANCES = 16;

    private final List<KeyedEntry<V>> places = new ArrayList<>();
    private final Place kind;
    private final int most;
    private final long forget;
    private int hand;

    Ring(Place kind, int most, long forget) {
        this.kind = kind;
        this.most = most;
        this.forget = forget;
    }

    /** @return what had to go; null where a place was empty, or what stood there had left it */
    @Nullable
    KeyedEntry<V> put(KeyedEntry<V> entry, long now) {
        if (places.size() < most) {
            places.add(entry);
            return null;
        }
        for (int chances = CHANCES; chances > 0 && stays(places.get(hand), now); chances--) {
            next();
        }
        KeyedEntry<V> before = places.set(hand, entry);
        next();
        return before.isIn(kind) ? before : null;
    }

    private boolean stays(KeyedEntry<V> entry, long now) {
        return entry.isIn(kind) && entry.isKnown(now, forget) && entry.pass();
    }

    private void next() {
        hand = (hand + 1) % most;
    }
}
