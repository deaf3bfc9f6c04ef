package dev.hauberk.crypto.password;

import dev.hauberk.key.KeyRing;
import dev.hauberk.key.KeyRing.Key;
import dev.hauberk.key.Purpose;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** bcrypt, with an HMAC before it where bcrypt would not take all of a password. */
final class BcryptScheme implements Scheme {
    /** What bcrypt takes: it stops at 72 bytes, and at a NUL. */
    private static final int MOST_BYTES = 72;

    /** About what one step of the key schedule takes: a hash of cost n has 2^n of them. */
    private static final long NANOS = 60_000;

    /** What is hashed where there is nothing to compare with. The work of bcrypt does not depend on it. */
    private static final byte[] NOTHING = "nothing".getBytes(StandardCharsets.US_ASCII);

    private final int cost;
    private final KeyRing keys;
    private final Bcrypt bcrypt;

    /** @throws IllegalArgumentException where the cost is none of bcrypt, 4 to 16 */
    BcryptScheme(int cost, KeyRing keys, Bcrypt bcrypt) {
        if (cost < BcryptForm.LEAST_COST || cost > BcryptForm.GREATEST_COST) {
            throw new IllegalArgumentException("no cost of bcrypt: " + cost);
        }
        this.cost = cost;
        this.keys = keys;
        this.bcrypt = bcrypt;
    }

    @Override
    public String hash(byte[] password) {
        if (isPlain(password)) {
            return new BcryptForm(false, null, bcrypt.generate(password, cost)).text();
        }
        Key key = keys.primary(Purpose.PASSWORDS);
        return new BcryptForm(false, key.id(), bcrypt.generate(Pepper.apply(key, password), cost)).text();
    }

    @Override
    public Work work() {
        return work(cost);
    }

    @Override
    public Optional<StoredHash> read(String stored) {
        return BcryptForm.parse(stored).map(Stored::new);
    }

    /** Each step of the cost doubles the work, so the steps whose bits are set in what is missing add up to it. */
    @Override
    public void spend(long nanos) {
        long missing = Math.max(0, nanos) / NANOS;
        for (int step = BcryptForm.LEAST_COST; step <= cost; step++) {
            if ((missing >> step & 1) == 1) {
                String unused = bcrypt.generate(NOTHING, step);
            }
        }
    }

    private static Work work(int cost) {
        return new Work(NANOS << cost, 0);
    }

    private static boolean isPlain(byte[] password) {
        if (password.length > MOST_BYTES) {
            return false;
        }
        for (byte b : password) {
            if (b == 0) {
                return false;
            }
        }
        return true;
    }

    /** A form that was read, and the keys that it may name. */
    private final class Stored implements StoredHash {
        private final BcryptForm form;

        Stored(BcryptForm form) {
            this.form = form;
        }

        @Override
        public boolean matches(byte[] password) {
            return input(password)
                    .filter(input -> bcrypt.matches(form.bcrypt(), input))
                    .isPresent();
        }

        @Override
        public boolean isCurrent() {
            return !form.foreign()
                    && form.cost() >= cost
                    && (form.keyId() == null
                            || form.keyId()
                                    .equals(keys.primary(Purpose.PASSWORDS).id()));
        }

        @Override
        public Work work(byte[] password) {
            return input(password).isPresent() ? BcryptScheme.work(form.cost()) : Work.NOTHING;
        }

        /** What bcrypt is given for a password; empty where this cannot be of it, or its key is gone. */
        private Optional<byte[]> input(byte[] password) {
            if (form.keyId() == null) {
                return isPlain(password) ? Optional.of(password) : Optional.empty();
            }
            return keys.find(Purpose.PASSWORDS, form.keyId()).map(key -> Pepper.apply(key, password));
        }
    }
}
