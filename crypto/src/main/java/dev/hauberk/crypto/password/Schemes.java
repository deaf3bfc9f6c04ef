package dev.hauberk.crypto.password;

import dev.hauberk.key.KeyRing;
import dev.hauberk.policy.Argon2idPolicy;
import dev.hauberk.policy.DataSize;
import dev.hauberk.policy.PasswordPolicy;
import dev.hauberk.policy.Pbkdf2Policy;
import dev.hauberk.policy.ScryptPolicy;
import java.security.SecureRandom;
import java.util.List;

/** Every scheme that there is, each at its cost. */
record Schemes(BcryptScheme bcrypt, Argon2Scheme argon2id, ScryptScheme scrypt, Pbkdf2Scheme pbkdf2) {
    static final int LEAST_BCRYPT_COST = 10;

    /** With what a policy asks of each. */
    static Schemes of(PasswordPolicy policy, KeyRing keys) {
        return of(policy.cost(), policy.argon2id(), policy.scrypt(), policy.pbkdf2(), keys);
    }

    /** bcrypt at a cost, and the others at what they cost where no policy says so: they only read. */
    static Schemes ofBcrypt(int cost, KeyRing keys) {
        return of(
                cost,
                new Argon2idPolicy(DataSize.parse("19MB"), 2, 1),
                new ScryptPolicy(17, 8, 1),
                new Pbkdf2Policy(600_000),
                keys);
    }

    private static Schemes of(
            int cost, Argon2idPolicy argon2id, ScryptPolicy scrypt, Pbkdf2Policy pbkdf2, KeyRing keys) {
        KeyMaker maker = KeyMaker.ofThisMachine();
        return new Schemes(
                new BcryptScheme(cost, keys, Bcrypt.bouncyCastle(new SecureRandom())),
                Argon2Scheme.of(argon2id, maker),
                ScryptScheme.of(scrypt, maker),
                Pbkdf2Scheme.of(pbkdf2, maker));
    }

    /** Hashes by one of them, and reads them all. */
    PasswordHasher hasher(PasswordPolicy.Hash hash, int maxBytes, HashingGate gate) {
        List<Scheme> all = List.of(bcrypt, argon2id, scrypt, pbkdf2);
        Scheme current = switch (hash) {
            case BCRYPT -> bcrypt;
            case ARGON2ID -> argon2id;
            case SCRYPT -> scrypt;
            case PBKDF2 -> pbkdf2;
        };
        return new SchemePasswordHasher(current, all, maxBytes, gate);
    }
}
