package dev.hauberk.crypto.token;

import dev.hauberk.crypto.token.Check.Invalid;
import dev.hauberk.crypto.token.Check.Reason;
import dev.hauberk.crypto.token.Check.Valid;
import dev.hauberk.key.KeyRing;
import dev.hauberk.key.KeyRing.Key;
import dev.hauberk.key.Purpose;
import dev.hauberk.policy.TokenPolicy;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;

/** HS256 by Nimbus, and a stricter idea of a token than its. */
final class Hs256AccessTokens implements AccessTokens {
    private static final int ID_BYTES = 16;

    private final KeyRing keys;
    private final TokenForm form;
    private final Duration lifetime;
    private final Duration leeway;
    private final InstantSource clock;
    private final SecureRandom random;

    Hs256AccessTokens(KeyRing keys, TokenPolicy policy, InstantSource clock, SecureRandom random) {
        this.keys = keys;
        this.form = new TokenForm(policy);
        this.lifetime = policy.access();
        this.leeway = policy.leeway();
        this.clock = clock;
        this.random = random;
    }

    @Override
    public Issued issue(String subject, String session) {
        if (!TokenForm.isId(subject) || !TokenForm.isId(session)) {
            throw new IllegalArgumentException(
                    "the ids of a user and of a session are 1 to 256 characters without control characters");
        }
        Instant now = clock.instant().truncatedTo(ChronoUnit.SECONDS);
        AccessClaims claims =
                new AccessClaims(subject, session, newId(), now, now.plusSeconds(Math.max(1, lifetime.toSeconds())));
        Key key = keys.primary(Purpose.ACCESS_TOKENS);
        return new Issued(CompactJws.sign(TokenForm.header(key.id()), form.payload(claims), key.secret()), claims);
    }

    @Override
    public Check verify(String token) {
        Check read = read(token);
        return read instanceof Valid valid ? inTime(valid) : read;
    }

    /** All that stays true of a token once it is, so that it could be remembered: everything but its time. */
    private Check read(String token) {
        Optional<CompactJws> parsed = CompactJws.parse(token);
        if (parsed.isEmpty()) {
            return new Invalid(Reason.MALFORMED);
        }
        CompactJws jws = parsed.get();
        Optional<String> keyId = TokenForm.keyId(jws.header());
        if (keyId.isEmpty()) {
            return new Invalid(TokenForm.flaw(jws.header()));
        }
        Optional<Key> key = keys.find(Purpose.ACCESS_TOKENS, keyId.get());
        if (key.isEmpty()) {
            return new Invalid(Reason.KEY);
        }
        if (!jws.isSignedBy(key.get().secret())) {
            return new Invalid(Reason.SIGNATURE);
        }
        return CompactJws.object(jws.payload())
                .flatMap(form::claims)
                .filter(claims -> Arrays.equals(jws.payload(), form.payload(claims)))
                .<Check>map(Valid::new)
                .orElse(new Invalid(Reason.CLAIMS));
    }

    private Check inTime(Valid token) {
        Instant now = clock.instant();
        AccessClaims claims = token.claims();
        if (!now.isBefore(claims.expiresAt().plus(leeway))) {
            return new Invalid(Reason.EXPIRED);
        }
        return claims.issuedAt().isAfter(now.plus(leeway)) ? new Invalid(Reason.CLAIMS) : token;
    }

    private String newId() {
        byte[] bytes = new byte[ID_BYTES];
        random.nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
