package dev.hauberk.key;

import dev.hauberk.policy.KeyPolicy.State;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Derives the key of every purpose once, at start. Immutable. */
final class DerivedKeys implements KeyRing {
    /** The primary one is active; this keeps the order of those that are alike. */
    private static final Comparator<RootKey> ACTIVE_FIRST = Comparator.comparing(key -> key.state() != State.ACTIVE);

    private final Map<Purpose, List<Key>> keys = new EnumMap<>(Purpose.class);
    private final List<String> ids;
    private final boolean ephemeral;

    /** @param roots none is retired, and each purpose has one that is active, of which the first is preferred */
    DerivedKeys(List<RootKey> roots, boolean ephemeral) {
        this.ephemeral = ephemeral;
        this.ids = roots.stream().map(RootKey::id).toList();
        for (Purpose purpose : Purpose.values()) {
            keys.put(
                    purpose,
                    roots.stream()
                            .filter(root -> root.uses().contains(purpose.use()))
                            .sorted(ACTIVE_FIRST)
                            .map(root -> root.of(purpose))
                            .toList());
        }
    }

    @Override
    public Key primary(Purpose purpose) {
        return usable(purpose).get(0);
    }

    @Override
    public Optional<Key> find(Purpose purpose, String id) {
        for (Key key : usable(purpose)) {
            if (key.id().equals(id)) {
                return Optional.of(key);
            }
        }
        return Optional.empty();
    }

    @Override
    public List<Key> usable(Purpose purpose) {
        return keys.getOrDefault(purpose, List.of());
    }

    @Override
    public boolean isEphemeral() {
        return ephemeral;
    }

    @Override
    public String toString() {
        return "KeyRing" + ids;
    }
}
