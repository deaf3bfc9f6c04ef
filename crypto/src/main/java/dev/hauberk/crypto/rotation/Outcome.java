package dev.hauberk.crypto.rotation;

import java.util.Optional;

/** What becomes of a row. */
sealed interface Outcome {
    /** It is as it should be. */
    record Kept() implements Outcome {}

    /**
     * It is written anew.
     *
     * @param index of the value, where there is an index
     */
    record Resealed(Stored value, Optional<String> index) implements Outcome {}

    /** It does not open. */
    record Unreadable() implements Outcome {}
}
