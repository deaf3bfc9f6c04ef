package dev.hauberk.policy;

import java.math.BigInteger;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** Compares a value that a policy sets with the one that its baseline asks for. */
final class Strength {
    private Strength() {}

    /** What makes it weaker, each as a problem would show it; none where nothing does. */
    static List<Object> weaknesses(Weaker direction, String key, Object asked, Object set) {
        return switch (direction) {
            case NEVER -> List.of();
            case FEWER -> missing((Collection<?>) asked, (Collection<?>) set);
            case MORE -> missing((Collection<?>) set, (Collection<?>) asked);
            case LOWER -> only(set, compare(asked, set) > 0);
            case HIGHER -> only(set, isHigher(asked, set));
            case LOOSER -> only(set, new HeaderStrength(key).isLooser((String) asked, (String) set));
            case OTHER -> only(set, !text(set).equalsIgnoreCase(text(asked)));
        };
    }

    /** How a value is written in a policy. */
    static String text(Object value) {
        if (value instanceof Optional<?> optional) {
            return optional.map(Strength::text).orElse("nothing");
        }
        if (value instanceof Collection<?> items) {
            return items.stream().map(Strength::text).sorted().toList().toString();
        }
        if (value instanceof Duration time) {
            return Scalars.text(time);
        }
        return value instanceof Enum<?> constant ? Scalars.word(constant) : value.toString();
    }

    private static List<Object> only(Object set, boolean weaker) {
        return weaker ? List.of(set) : List.of();
    }

    private static List<Object> missing(Collection<?> wanted, Collection<?> present) {
        List<Object> missing = new ArrayList<>(wanted);
        missing.removeAll(present);
        return missing;
    }

    private static boolean isHigher(Object asked, Object set) {
        if (asked instanceof Optional<?> bound) {
            // No bound at all is higher than any.
            return bound.isPresent()
                    && (!(set instanceof Optional<?> other) || other.isEmpty() || isHigher(bound.get(), other.get()));
        }
        if (asked instanceof Limit limit && set instanceof Limit other) {
            return !isAsWide(limit.per(), other.per()) || isHigher(limit.rate(), other.rate());
        }
        if (asked instanceof Rate rate && set instanceof Rate other) {
            return other.count() > rate.count() || isFaster(other, rate);
        }
        return compare(asked, set) < 0;
    }

    /** Whether it counts together at least those whom the other one does. */
    private static boolean isAsWide(Limit.Scope asked, Limit.Scope set) {
        return asked == set || asked == Limit.Scope.USER && set == Limit.Scope.TENANT;
    }

    /** Whether it lets more through in the long run: a/s > b/t is a*t > b*s. */
    private static boolean isFaster(Rate a, Rate b) {
        return BigInteger.valueOf(a.count())
                        .multiply(BigInteger.valueOf(b.per().toMillis()))
                        .compareTo(BigInteger.valueOf(b.count())
                                .multiply(BigInteger.valueOf(a.per().toMillis())))
                > 0;
    }

    @SuppressWarnings("unchecked") // Both are values of one setting, and so of one type.
    private static int compare(Object asked, Object set) {
        return ((Comparable<Object>) asked).compareTo(set);
    }
}
