package dev.hauberk.crypto.password;

import dev.hauberk.policy.Argon2idPolicy;
import dev.hauberk.policy.BreachPolicy;
import dev.hauberk.policy.DataSize;
import dev.hauberk.policy.PasswordPolicy;
import dev.hauberk.policy.PasswordPolicy.CharacterClass;
import dev.hauberk.policy.PasswordPolicy.Hash;
import dev.hauberk.policy.Pbkdf2Policy;
import dev.hauberk.policy.ScryptPolicy;
import java.time.Duration;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/** Policies for passwords, weaker than any baseline takes. */
final class Policies {
    static final Set<CharacterClass> ALL_CLASSES = Set.copyOf(EnumSet.allOf(CharacterClass.class));

    private Policies() {}

    static PasswordPolicy rules(Set<CharacterClass> require, int strength) {
        return policy(require, strength, BreachPolicy.OnFailure.CLOSED, Hash.BCRYPT);
    }

    static PasswordPolicy breaches(BreachPolicy.OnFailure onFailure) {
        return policy(Set.of(), 0, onFailure, Hash.BCRYPT);
    }

    static PasswordPolicy hash(Hash hash) {
        return policy(Set.of(), 0, BreachPolicy.OnFailure.CLOSED, hash);
    }

    private static PasswordPolicy policy(
            Set<CharacterClass> require, int strength, BreachPolicy.OnFailure onFailure, Hash hash) {
        return new PasswordPolicy(
                8,
                1024,
                require,
                strength,
                new BreachPolicy(
                        BreachPolicy.Check.NONE,
                        Optional.empty(),
                        "https://api.pwnedpasswords.com/range/",
                        Duration.ofSeconds(1),
                        onFailure),
                hash,
                10,
                new Argon2idPolicy(DataSize.parse("8MB"), 1, 1),
                new ScryptPolicy(14, 8, 1),
                new Pbkdf2Policy(100_000));
    }
}
