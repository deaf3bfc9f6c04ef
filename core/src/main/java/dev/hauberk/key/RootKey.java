package dev.hauberk.key;

import dev.hauberk.policy.KeyPolicy;
import dev.hauberk.policy.KeyPolicy.State;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/**
 * A root key with what is said of it.
 *
 * @param created the start of the day on which it was made, in UTC; {@link Instant#EPOCH} where nobody says
 * @param uses what it is for
 */
record RootKey(String id, Secret secret, Instant created, State state, Set<KeyPolicy.Use> uses) {
    /** A key of which nobody says anything: it is for every purpose. */
    static RootKey of(String id, Secret secret, State state) {
        return new RootKey(id, secret, Instant.EPOCH, state, EnumSet.allOf(KeyPolicy.Use.class));
    }

    /** This, with what a policy says of it. */
    RootKey as(KeyPolicy said) {
        Optional<LocalDate> day = said.created();
        Instant made =
                day.map(date -> date.atStartOfDay(ZoneOffset.UTC).toInstant()).orElse(Instant.EPOCH);
        return new RootKey(id, secret, made, said.state(), said.purposes());
    }

    /** This as one that makes nothing new. */
    RootKey decryptOnly() {
        return new RootKey(id, secret, created, State.DECRYPT_ONLY, uses);
    }

    /** Its key of a purpose. */
    KeyRing.Key of(Purpose purpose) {
        return new KeyRing.Key(id, created, state, Hkdf.derive(secret, purpose));
    }
}
