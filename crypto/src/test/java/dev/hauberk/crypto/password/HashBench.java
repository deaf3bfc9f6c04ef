package dev.hauberk.crypto.password;

import dev.hauberk.crypto.FakeKeyRing;
import dev.hauberk.key.KeyRing;
import dev.hauberk.policy.PasswordPolicy.Hash;
import java.security.SecureRandom;
import java.time.Duration;

/** Every scheme at the least that it may cost, and what is computed of it. */
final class HashBench {
    static final int BCRYPT_COST = 5;
    static final Argon2Cost ARGON2 = new Argon2Cost(2, 19, 1024, 1, 1);
    static final ScryptCost SCRYPT = new ScryptCost(10, 8, 1);
    static final Pbkdf2Cost PBKDF2 = new Pbkdf2Cost(Pbkdf2Cost.Hash.SHA256, 1_000);

    final CountingBcrypt bcrypt = new CountingBcrypt();
    final CountingKdf kdf = new CountingKdf();
    final KeyMaker maker = new KeyMaker(kdf, new SecureRandom());
    final FakeKeyRing keys = FakeKeyRing.of("k1");

    PasswordHasher hasher(Hash hash) {
        return hasher(hash, BCRYPT_COST, ARGON2, SCRYPT, PBKDF2, keys);
    }

    PasswordHasher bcrypt(int cost, KeyRing ring) {
        return hasher(Hash.BCRYPT, cost, ARGON2, SCRYPT, PBKDF2, ring);
    }

    PasswordHasher argon2(Argon2Cost cost) {
        return hasher(Hash.ARGON2ID, BCRYPT_COST, cost, SCRYPT, PBKDF2, keys);
    }

    PasswordHasher scrypt(ScryptCost cost) {
        return hasher(Hash.SCRYPT, BCRYPT_COST, ARGON2, cost, PBKDF2, keys);
    }

    PasswordHasher pbkdf2(Pbkdf2Cost cost) {
        return hasher(Hash.PBKDF2, BCRYPT_COST, ARGON2, SCRYPT, cost, keys);
    }

    private PasswordHasher hasher(
            Hash hash, int bcryptCost, Argon2Cost argon2, ScryptCost scrypt, Pbkdf2Cost pbkdf2, KeyRing ring) {
        return new Schemes(
                        new BcryptScheme(bcryptCost, ring, bcrypt),
                        new Argon2Scheme(argon2, maker),
                        new ScryptScheme(scrypt, maker),
                        new Pbkdf2Scheme(pbkdf2, maker))
                .hasher(hash, PasswordHasher.MAX_BYTES, gate());
    }

    static HashingGate gate() {
        return new HashingGate(2, 512, 2, Duration.ofMinutes(1));
    }
}
