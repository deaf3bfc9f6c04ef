package dev.hauberk.identity.signin;

import dev.hauberk.crypto.password.Match;
import dev.hauberk.crypto.password.PasswordHasher;

/** Checks and cannot hash. */
record BrokenHashing(PasswordHasher hasher) implements PasswordHasher {
    @Override
    public String hash(CharSequence password) {
        throw new IllegalStateException("no more hashing");
    }

    @Override
    public Match verify(CharSequence password, String hash) {
        return hasher.verify(password, hash);
    }

    @Override
    public void verifyNothing(CharSequence password) {
        hasher.verifyNothing(password);
    }
}
