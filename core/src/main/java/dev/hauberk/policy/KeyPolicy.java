package dev.hauberk.policy;

import dev.hauberk.Control;
import java.time.LocalDate;
import java.util.Collection;
import java.util.EnumSet;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * What is not secret of a root key (DATA-3): the key itself never stands in a policy.
 *
 * <p>Where it is written is no part of what it says: two that differ in their place alone are equal.
 *
 * @param created the day on which it was made, in UTC; empty where nobody says
 * @param state what it may still do
 * @param purposes what it is for
 * @param place where it is written
 */
public record KeyPolicy(
        @Setting(says = "The day on which it was made.", control = Control.DATA_3)
        Optional<LocalDate> created,

        @Setting(
                says = "active makes what is new, decrypt-only opens what it closed, retired does neither.",
                or = "active",
                control = Control.DATA_3)
        State state,

        @Setting(
                says = "What it is for.",
                or = "access-tokens, stored-tokens, csrf, passwords, pseudonyms, fields, blind-indexes",
                control = Control.DATA_3)
        Set<Use> purposes,

        Place place) {

    /** What a key may still do. */
    public enum State {
        /** Makes what is new, and opens what it closed. */
        ACTIVE,
        /** Opens what it closed. */
        DECRYPT_ONLY,
        /** Neither: it is named so that its id is not given again. */
        RETIRED
    }

    /** What a key is for, as a policy names the purposes of {@code dev.hauberk.key}. */
    public enum Use {
        ACCESS_TOKENS,
        STORED_TOKENS,
        CSRF,
        PASSWORDS,
        PSEUDONYMS,
        FIELDS,
        BLIND_INDEXES
    }

    /** @throws IllegalArgumentException where it is for nothing */
    public KeyPolicy {
        purposes = Set.copyOf(purposes);
        if (purposes.isEmpty()) {
            throw new IllegalArgumentException("a key is for at least one purpose");
        }
    }

    /** The purposes for which none of some keys makes what is new. */
    public static Set<Use> unserved(Collection<KeyPolicy> keys) {
        Set<Use> unserved = EnumSet.allOf(Use.class);
        keys.stream().filter(key -> key.state() == State.ACTIVE).forEach(key -> unserved.removeAll(key.purposes()));
        return unserved;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof KeyPolicy that
                && created.equals(that.created)
                && state == that.state
                && purposes.equals(that.purposes);
    }

    @Override
    public int hashCode() {
        return Objects.hash(created, state, purposes);
    }
}
