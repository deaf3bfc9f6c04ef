package dev.hauberk.example.workbench;

import dev.hauberk.key.KeyRing;
import dev.hauberk.key.Purpose;
import dev.hauberk.key.SecretSource;
import dev.hauberk.testkit.http.Bytes;
import dev.hauberk.testkit.target.TokenKey;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Map;

/** A key of this run, known to the application and to the kit: so that well-signed tokens with wrong claims can be tried. */
final class TestKeys {
    private final SecretSource source;

    TestKeys() {
        byte[] root = new byte[32];
        new SecureRandom().nextBytes(root);
        String text = "test=" + Base64.getUrlEncoder().withoutPadding().encodeToString(root);
        this.source = SecretSource.of(Map.of("HAUBERK_KEYS", text));
    }

    SecretSource source() {
        return source;
    }

    TokenKey tokenKey() {
        KeyRing.Key key = KeyRing.of(source).primary(Purpose.ACCESS_TOKENS);
        return new TokenKey(key.id(), key.secret().use(Bytes::new));
    }
}
