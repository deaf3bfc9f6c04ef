package dev.hauberk.example.mail;

import dev.hauberk.crypto.password.Match;
import dev.hauberk.crypto.password.PasswordHasher;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.UUID;

/** Hashes quickly and badly: thousands of sign-ins have no time for bcrypt. The real one has tests of its own. */
final class CheapHasher implements PasswordHasher {
    @Override
    public String hash(CharSequence password) {
        String text = Normalizer.normalize(password, Normalizer.Form.NFC);
        return "cheap:" + UUID.nameUUIDFromBytes(text.getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public Match verify(CharSequence password, String hash) {
        return hash(password).equals(hash) ? Match.YES : Match.NO;
    }

    @Override
    public void verifyNothing(CharSequence password) {
        hash(password);
    }
}
