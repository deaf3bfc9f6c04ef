package dev.hauberk.crypto.password;

import dev.hauberk.key.KeyRing;
import dev.hauberk.key.KeyRing.Key;
import dev.hauberk.key.Purpose;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Optional;
import java.util.function.Function;

/** bcrypt, with an HMAC before it where bcrypt would not take all of a password. */
final class BcryptPasswordHasher implements PasswordHasher {
    private static final int LEAST_PUBLIC_COST = 10;
    private static final int BCRYPT_BYTES = 72;

    /** What is hashed where there is nothing to compare with. The work of bcrypt does not depend on it. */
    private static final byte[] NOTHING = "nothing".getBytes(StandardCharsets.US_ASCII);

    private final int cost;
    private final int maxBytes;
    private final KeyRing keys;
    private final HashingGate gate;
    private final Bcrypt bcrypt;

    /** The seam of tests: any cost from 4, a gate and a count of their own. */
    BcryptPasswordHasher(int cost, int maxBytes, KeyRing keys, HashingGate gate, Bcrypt bcrypt) {
        if (cost < StoredHash.LEAST_COST || cost > StoredHash.GREATEST_COST) {
            throw new IllegalArgumentException("no cost of bcrypt: " + cost);
        }
        this.cost = cost;
        this.maxBytes = maxBytes;
        this.keys = keys;
        this.gate = gate;
        this.bcrypt = bcrypt;
    }

    static PasswordHasher of(int cost, int maxBytes, KeyRing keys) {
        if (cost < LEAST_PUBLIC_COST || cost > StoredHash.GREATEST_COST) {
            throw new IllegalArgumentException("the cost of bcrypt is between 10 and 16, not " + cost);
        }
        return new BcryptPasswordHasher(
                cost, maxBytes, keys, HashingGate.forThisMachine(), Bcrypt.bouncyCastle(new SecureRandom()));
    }

    @Override
    public String hash(CharSequence password) {
        return withBytes(password, this::hash)
                .orElseThrow(
                        () -> new IllegalArgumentException("a password has at most " + maxBytes + " bytes of UTF-8"));
    }

    @Override
    public Match verify(CharSequence password, String stored) {
        return withBytes(password, bytes -> verify(bytes, stored)).orElse(Match.NO);
    }

    @Override
    public void verifyNothing(CharSequence password) {
        withBytes(password, bytes -> no(0));
    }

    /** Hands the bytes to the work in its turn, and wipes them; empty where they are too many. */
    private <T> Optional<T> withBytes(CharSequence password, Function<byte[], T> work) {
        return PasswordText.bytes(password, maxBytes).map(bytes -> {
            try {
                return gate.pass(() -> work.apply(bytes));
            } finally {
                Arrays.fill(bytes, (byte) 0);
            }
        });
    }

    private String hash(byte[] password) {
        if (isPlain(password)) {
            return new StoredHash(null, bcrypt.generate(password, cost)).text();
        }
        Key key = keys.primary(Purpose.PASSWORDS);
        return new StoredHash(key.id(), bcrypt.generate(Pepper.apply(key, password), cost)).text();
    }

    private Match verify(byte[] password, String text) {
        Optional<StoredHash> stored = StoredHash.parse(text);
        Optional<byte[]> input = stored.flatMap(hash -> input(hash, password));
        if (stored.isEmpty() || input.isEmpty()) {
            return no(0);
        }
        StoredHash hash = stored.get();
        if (!bcrypt.matches(hash.bcrypt(), input.get())) {
            return no(hash.cost());
        }
        return isCurrent(hash) ? Match.YES : Match.YES_BUT_REHASH;
    }

    /** What bcrypt is given for a password; empty where a form cannot be of this password, or its key is gone. */
    private Optional<byte[]> input(StoredHash stored, byte[] password) {
        if (stored.keyId() == null) {
            return isPlain(password) ? Optional.of(password) : Optional.empty();
        }
        return keys.find(Purpose.PASSWORDS, stored.keyId()).map(key -> Pepper.apply(key, password));
    }

    private boolean isCurrent(StoredHash stored) {
        return stored.cost() >= cost
                && stored.version().equals(StoredHash.VERSION)
                && (stored.keyId() == null
                        || stored.keyId().equals(keys.primary(Purpose.PASSWORDS).id()));
    }

    /**
     * The answer no, after as much work as one hash of the cost that is asked.
     *
     * @param done the cost of the hash that was already computed, or 0
     */
    private Match no(int done) {
        if (done == 0) {
            bcrypt.generate(NOTHING, cost);
        }
        // Each step doubles the work, so the costs from done up to asked sum up to what is missing.
        for (int step = done; done > 0 && step < cost; step++) {
            bcrypt.generate(NOTHING, step);
        }
        return Match.NO;
    }

    /** Whether bcrypt takes all of it: it stops at 72 bytes, and at a NUL. */
    private static boolean isPlain(byte[] password) {
        if (password.length > BCRYPT_BYTES) {
            return false;
        }
        for (byte b : password) {
            if (b == 0) {
                return false;
            }
        }
        return true;
    }
}
