package dev.hauberk.crypto.field;

import dev.hauberk.key.KeyRing;
import dev.hauberk.key.Purpose;
import dev.hauberk.key.Secret;
import dev.hauberk.policy.KeyPolicy.State;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** A ring whose keys can be swapped, and that hands out the same ones for every purpose. */
final class FakeRings implements KeyRing {
    private volatile List<Key> keys;

    FakeRings(List<Key> keys) {
        this.keys = List.copyOf(keys);
    }

    static FakeRings one(String id, Secret secret) {
        return new FakeRings(List.of(key(id, secret)));
    }

    static Key key(String id, Secret secret) {
        return new Key(id, Instant.EPOCH, State.ACTIVE, secret);
    }

    void swap(Key... others) {
        keys = List.of(others);
    }

    @Override
    public Key primary(Purpose purpose) {
        return keys.get(0);
    }

    @Override
    public Optional<Key> find(Purpose purpose, String id) {
        return keys.stream().filter(key -> key.id().equals(id)).findFirst();
    }

    @Override
    public List<Key> usable(Purpose purpose) {
        return keys;
    }
}
