package dev.hauberk.ratelimit;

import java.util.concurrent.atomic.AtomicLong;

/**
 * A key, what belongs to it, and when somebody asked for it last. Only whoever has the lock of its {@link KeyedMemory} moves it;
 * everybody may read it.
 */
final class KeyedEntry<V> {
    /** Where it stands. */
    enum Place {
        RECENT,
        HELD,
        NOWHERE
    }

    private final String key;
    private final V value;
    private final AtomicLong asked;
    private volatile Place place = Place.RECENT;
    private long passed;

    KeyedEntry(String key, V value, long now) {
        this.key = key;
        this.value = value;
        this.asked = new AtomicLong(now);
        this.passed = now;
    }

    String key() {
        return key;
    }

    V value() {
        return value;
    }

    V ask(long now) {
        // No fence: whoever sees it late frees the key a little early, as it may free any.
        asked.setOpaque(now);
        return value;
    }

    /** Whether somebody asked for it in such a time. */
    boolean isKnown(long now, long forget) {
        return now - asked.getOpaque() < forget;
    }

    boolean isIn(Place where) {
        return place == where;
    }

    void move(Place to) {
        place = to;
    }

    /** Whether somebody asked for it since this was asked before. */
    boolean pass() {
        long last = asked.getOpaque();
        boolean again = last != passed;
        passed = last;
        return again;
    }
}
