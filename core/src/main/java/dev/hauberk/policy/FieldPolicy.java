package dev.hauberk.policy;

import dev.hauberk.Control;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * How sensitive the fields of one type are (DATA-1). What is said here is joined with the marks in the code: it may be stricter than a
 * mark, and is a weakness where it is laxer.
 *
 * <p>Where it is written is no part of what it says: two that differ in their place alone are equal.
 *
 * @param open fields that anybody may see
 * @param internal fields for everybody within the organisation
 * @param confidential fields for those who need them
 * @param restricted fields that no log line and no response holds
 * @param place where it is written
 */
public record FieldPolicy(
        @Setting(key = "public", says = "Fields that anybody may see.", or = "", control = Control.DATA_1)
        Set<String> open,

        @Setting(says = "Fields for everybody within the organisation.", or = "", control = Control.DATA_1)
        Set<String> internal,

        @Setting(says = "Fields for those who need them.", or = "", control = Control.DATA_1)
        Set<String> confidential,

        @Setting(says = "Fields that no log line and no response holds.", or = "", control = Control.DATA_1)
        Set<String> restricted,

        Place place) {

    /** @throws IllegalArgumentException where a field has two levels */
    public FieldPolicy {
        open = Set.copyOf(open);
        internal = Set.copyOf(internal);
        confidential = Set.copyOf(confidential);
        restricted = Set.copyOf(restricted);
        List<String> all = Stream.of(open, internal, confidential, restricted)
                .flatMap(Set::stream)
                .toList();
        if (new HashSet<>(all).size() < all.size()) {
            throw new IllegalArgumentException("each field at one level");
        }
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof FieldPolicy that
                && open.equals(that.open)
                && internal.equals(that.internal)
                && confidential.equals(that.confidential)
                && restricted.equals(that.restricted);
    }

    @Override
    public int hashCode() {
        return List.of(open, internal, confidential, restricted).hashCode();
    }
}
