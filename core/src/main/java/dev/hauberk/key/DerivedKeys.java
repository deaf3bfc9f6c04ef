package dev.hauberk.key;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Derives the key of every purpose once, at start. Immutable. */
final class DerivedKeys implements KeyRing {
    private final Map<Purpose, List<Key>> keys = new EnumMap<>(Purpose.class);
    private final boolean ephemeral;

    /** @param roots at least one, the primary first */
    DerivedKeys(List<Key> roots, boolean ephemeral) {
        this.ephemeral = ephemeral;
        for (Purpose purpose : Purpose.values()) {
            keys.put(
                    purpose,
                    roots.stream()
                            .map(root -> new Key(
                                    root.id(), root.created(), root.state(), Hkdf.derive(root.secret(), purpose)))
                            .toList());
        }
    }

    @Override
    public Key primary(Purpose purpose) {
        return usable(purpose).get(0);
    }

    @Override
    public Optional<Key> find(Purpose purpose, String id) {
        return usable(purpose).stream().filter(key -> key.id().equals(id)).findFirst();
    }

    @Override
    public boolean isEphemeral() {
        return ephemeral;
    }

    @Override
    public List<Key> usable(Purpose purpose) {
        return keys.getOrDefault(purpose, List.of());
    }

    @Override
    public String toString() {
        return "KeyRing" + usable(Purpose.ACCESS_TOKENS).stream().map(Key::id).toList();
    }
}
