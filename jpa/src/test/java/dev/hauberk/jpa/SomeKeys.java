package dev.hauberk.jpa;

import dev.hauberk.Tenant;
import dev.hauberk.crypto.field.FieldCipher;
import dev.hauberk.key.KeyRing;
import dev.hauberk.key.SecretSource;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Map;

/** Keys of one run, and installations with them. */
final class SomeKeys {
    private static final String K1 = "k1=" + random();
    private static final String K2 = "k2=" + random();

    private SomeKeys() {}

    static KeyRing first() {
        return ring(K1);
    }

    /** The second key makes what is new, the first one still opens. */
    static KeyRing both() {
        return ring(K2 + "," + K1);
    }

    /** The first key is gone. */
    static KeyRing second() {
        return ring(K2);
    }

    static EncryptedEntities entities(KeyRing keys) {
        return EncryptedEntities.with(FieldCipher.of(keys), keys).build();
    }

    static EncryptedEntities forOneTenant() {
        KeyRing keys = first();
        return EncryptedEntities.with(FieldCipher.of(keys), keys)
                .tenant(new Tenant("only"))
                .build();
    }

    private static KeyRing ring(String keys) {
        return KeyRing.of(SecretSource.of(Map.of("HAUBERK_KEYS", keys)));
    }

    private static String random() {
        byte[] bytes = new byte[32];
        new SecureRandom().nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
