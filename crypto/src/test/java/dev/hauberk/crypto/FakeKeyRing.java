package dev.hauberk.crypto;

import dev.hauberk.key.KeyRing;
import dev.hauberk.key.Purpose;
import dev.hauberk.key.Secret;
import dev.hauberk.policy.KeyPolicy.State;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** A ring of named keys, the first of which is the primary one. The bytes of a key are a hash of its purpose and name. */
public record FakeKeyRing(List<String> ids) implements KeyRing {
    public static FakeKeyRing of(String... ids) {
        return new FakeKeyRing(List.of(ids));
    }

    @Override
    public Key primary(Purpose purpose) {
        return key(purpose, ids.get(0));
    }

    @Override
    public Optional<Key> find(Purpose purpose, String id) {
        return usable(purpose).stream().filter(key -> key.id().equals(id)).findFirst();
    }

    @Override
    public List<Key> usable(Purpose purpose) {
        return ids.stream().map(id -> key(purpose, id)).toList();
    }

    private Key key(Purpose purpose, String id) {
        State state = id.equals(ids.get(0)) ? State.ACTIVE : State.DECRYPT_ONLY;
        return new Key(id, Instant.EPOCH, state, Secret.of(bytes(purpose, id)));
    }

    /** The bytes of a key, for those who forge. */
    public static byte[] bytes(Purpose purpose, String id) {
        try {
            return MessageDigest.getInstance("SHA-256")
                    .digest((purpose.label() + "/" + id).getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
