package dev.hauberk.spring.security;

import dev.hauberk.crypto.password.Match;
import dev.hauberk.crypto.password.PasswordHasher;
import org.jspecify.annotations.Nullable;
import org.springframework.security.crypto.password.PasswordEncoder;

/** Our hasher, for whoever asks Spring Security to encode a password. */
public final class HasherEncoder implements PasswordEncoder {
    private final PasswordHasher hasher;

    /** An encoder that asks this hasher. */
    public HasherEncoder(PasswordHasher hasher) {
        this.hasher = hasher;
    }

    @Override
    public @Nullable String encode(@Nullable CharSequence password) {
        return password == null ? null : hasher.hash(password);
    }

    @Override
    public boolean matches(@Nullable CharSequence password, @Nullable String hash) {
        return password != null && hash != null && hasher.verify(password, hash) != Match.NO;
    }
}
