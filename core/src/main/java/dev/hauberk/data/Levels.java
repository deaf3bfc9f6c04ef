package dev.hauberk.data;

import dev.hauberk.policy.FieldPolicy;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What the policy says of the fields of one type. */
final class Levels {
    private Levels() {}

    /** The level of a field; empty where nothing is said of it. */
    static Optional<Classification> of(@Nullable FieldPolicy said, String name) {
        return said == null
                ? Optional.empty()
                : Arrays.stream(Classification.values())
                        .filter(level -> names(said, level).contains(name))
                        .findFirst();
    }

    /** Every field of which something is said. */
    static Set<String> names(FieldPolicy said) {
        return Stream.of(Classification.values())
                .flatMap(level -> names(said, level).stream())
                .collect(Collectors.toUnmodifiableSet());
    }

    private static Set<String> names(FieldPolicy said, Classification level) {
        return switch (level) {
            case PUBLIC -> said.open();
            case INTERNAL -> said.internal();
            case CONFIDENTIAL -> said.confidential();
            case RESTRICTED -> said.restricted();
        };
    }
}
