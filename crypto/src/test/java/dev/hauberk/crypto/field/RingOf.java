package dev.hauberk.crypto.field;

import dev.hauberk.key.KeyRing;
import dev.hauberk.key.Purpose;
import java.util.List;
import java.util.Optional;

/** A ring that hands out the keys of one purpose, whatever it is asked for. */
record RingOf(Purpose purpose, KeyRing ring) implements KeyRing {
    @Override
    public Key primary(Purpose asked) {
        return ring.primary(purpose);
    }

    @Override
    public Optional<Key> find(Purpose asked, String id) {
        return ring.find(purpose, id);
    }

    @Override
    public List<Key> usable(Purpose asked) {
        return ring.usable(purpose);
    }
}
