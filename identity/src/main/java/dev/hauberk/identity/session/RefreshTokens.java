package dev.hauberk.identity.session;

import dev.hauberk.key.KeyRing;
import dev.hauberk.key.Purpose;
import dev.hauberk.key.Secret;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * The text of refresh tokens: {@code keyId.body.tag}. The body is the session's id (16 bytes), the generation (8) and 256
 * random bits; the tag says that we made it.
 *
 * <p>The tag is what lets any earlier token of a session be known for used without keeping it, while a forged one, for
 * which the public id of a session is not enough, ends nothing. It does not make a token good: the store must hold the
 * token's hash, so whoever steals the keys has no token, and neither has whoever reads the store.
 */
final class RefreshTokens {
    static final int ID_BYTES = 16;
    private static final int RANDOM_BYTES = 32;
    private static final int BODY_BYTES = ID_BYTES + Long.BYTES + RANDOM_BYTES;
    private static final int LONGEST = 512;

    private static final String TAG = "hauberk/refresh-token/tag";
    private static final String HASH = "hauberk/refresh-token/hash";
    private static final String SEAL = "hauberk/refresh-token/seal";

    private final KeyRing keys;
    private final SecureRandom random;

    RefreshTokens(KeyRing keys, SecureRandom random) {
        this.keys = keys;
        this.random = random;
    }

    /** A token that we made: now, or once and it was shown. Whoever has the text is the user. */
    record Token(KeyRing.Key key, String session, long generation, Secret secret, String text, String hash) {
        @Override
        public String toString() {
            return "Token[session=" + session + ", generation=" + generation + ", hidden]";
        }
    }

    /** A new token. */
    Token make(String session, long generation) {
        byte[] secret = new byte[RANDOM_BYTES];
        random.nextBytes(secret);
        return write(keys.primary(Purpose.STORED_TOKENS), session, generation, secret);
    }

    /** The token of a text that somebody sent; empty where we did not make it, or its key is retired. */
    Optional<Token> read(String text) {
        String[] parts = text.length() > LONGEST ? new String[0] : text.split("\\.", -1);
        if (parts.length != 3) {
            return Optional.empty();
        }
        return keys.find(Purpose.STORED_TOKENS, parts[0])
                .flatMap(key -> decode(parts[1]).map(body -> write(key, body)))
                // Written anew it is the same text, or else it was not we who wrote it: tag and every spare bit
                // included.
                .filter(token -> MessageDigest.isEqual(utf8(token.text()), utf8(text)));
    }

    /** A token in a form from which only {@link #open} with the shown one gets it back. */
    String seal(Token next, Token shown) {
        return next.key().id() + "." + encode(next.secret().use(secret -> xor(secret, pad(shown))));
    }

    /** The token that took the shown one's place; empty where its key is retired. */
    Optional<Token> open(String sealed, Token shown) {
        String[] parts = sealed.split("\\.", -1);
        if (parts.length != 2) {
            return Optional.empty();
        }
        return keys.find(Purpose.STORED_TOKENS, parts[0])
                .flatMap(key -> decode(parts[1])
                        .map(secret -> write(key, shown.session(), shown.generation() + 1, xor(secret, pad(shown)))));
    }

    private static Token write(KeyRing.Key key, byte[] body) {
        ByteBuffer buffer = ByteBuffer.wrap(Arrays.copyOf(body, BODY_BYTES));
        byte[] id = new byte[ID_BYTES];
        byte[] secret = new byte[RANDOM_BYTES];
        buffer.get(id);
        long generation = buffer.getLong();
        buffer.get(secret);
        return write(key, encode(id), generation, secret);
    }

    private static Token write(KeyRing.Key key, String session, long generation, byte[] secret) {
        byte[] body = ByteBuffer.allocate(BODY_BYTES)
                .put(Arrays.copyOf(Base64.getUrlDecoder().decode(session), ID_BYTES))
                .putLong(generation)
                .put(secret)
                .array();
        String text = key.id() + "." + encode(body) + "." + encode(mac(key, TAG, body));
        return new Token(key, session, generation, Secret.of(secret), text, encode(mac(key, HASH, utf8(text))));
    }

    private static byte[] pad(Token shown) {
        return mac(shown.key(), SEAL, utf8(shown.text()));
    }

    private static byte[] mac(KeyRing.Key key, String label, byte[] message) {
        return key.secret().use(bytes -> {
            try {
                Mac mac = Mac.getInstance("HmacSHA256");
                mac.init(new SecretKeySpec(bytes, "HmacSHA256"));
                mac.update(utf8(label));
                mac.update((byte) 0);
                return mac.doFinal(message);
            } catch (GeneralSecurityException e) {
                throw new IllegalStateException("every JDK has HmacSHA256", e);
            }
        });
    }

    /** The pad is as long as a random part; whatever of the other is missing or too much makes no token of ours. */
    private static byte[] xor(byte[] secret, byte[] pad) {
        byte[] result = Arrays.copyOf(secret, RANDOM_BYTES);
        for (int i = 0; i < RANDOM_BYTES; i++) {
            result[i] ^= pad[i];
        }
        return result;
    }

    static String encode(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    private static Optional<byte[]> decode(String text) {
        try {
            return Optional.of(Base64.getUrlDecoder().decode(text));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
