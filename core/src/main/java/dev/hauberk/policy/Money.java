package dev.hauberk.policy;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * An amount of US dollars, written {@code 0.75 USD} or {@code $0.75}: a whole number of micro-dollars, so that nothing is ever rounded
 * unseen (RATE-6). There is no way to make one of a {@code double}.
 *
 * @param micros how many millionths of a dollar; from 0 to 10^15, which is a billion dollars
 */
public record Money(long micros) implements Comparable<Money> {
    /** Nothing. */
    public static final Money ZERO = new Money(0);

    /** Eight times as much is still exact where Lua counts, whose numbers are doubles. */
    private static final long MOST = 1_000_000_000_000_000L;

    /** A billion dollars. */
    public static final Money GREATEST = new Money(MOST);

    private static final int DECIMALS = 6;
    private static final Pattern WRITTEN =
            Pattern.compile("(?:\\$([0-9]{1,10}(?:\\.[0-9]{1,6})?)|([0-9]{1,10}(?:\\.[0-9]{1,6})?) USD)");

    /** @throws IllegalArgumentException where the amount is negative or above a billion dollars */
    public Money {
        if (micros < 0 || micros > MOST) {
            throw new IllegalArgumentException("money is from 0 to 1000000000 USD");
        }
    }

    /**
     * Reads {@code 0.75 USD} or {@code $0.75}.
     *
     * @throws IllegalArgumentException saying what is wrong with it: another currency, a sign, more than six decimals, too much
     */
    public static Money parse(String text) {
        Matcher matcher = WRITTEN.matcher(text);
        if (!matcher.matches()) {
            throw new IllegalArgumentException(
                    "money is written like 0.75 USD or $0.75, with at most six decimals and no sign");
        }
        return exactly(new BigDecimal(matcher.group(1) == null ? matcher.group(2) : matcher.group(1)));
    }

    /**
     * An amount of dollars, as it is.
     *
     * @throws IllegalArgumentException where it is negative, above a billion, or has a part that is less than a micro-dollar
     */
    public static Money exactly(BigDecimal dollars) {
        if (dollars.stripTrailingZeros().scale() > DECIMALS) {
            throw new IllegalArgumentException("money has at most six decimals; round it up where it has more");
        }
        return of(dollars, RoundingMode.UNNECESSARY);
    }

    /**
     * An amount of dollars, and a micro-dollar more for a part of one: so a price of a billionth of a dollar, a million times, does not
     * count as nothing.
     *
     * @throws IllegalArgumentException where it is negative or above a billion
     */
    public static Money roundedUp(BigDecimal dollars) {
        return of(dollars, RoundingMode.CEILING);
    }

    private static Money of(BigDecimal dollars, RoundingMode rounding) {
        // Compared before anything is expanded: 1E+1000000000 has few digits, and many as a whole number.
        if (dollars.signum() < 0 || dollars.compareTo(BigDecimal.valueOf(MOST, DECIMALS)) > 0) {
            throw new IllegalArgumentException("money is from 0 to 1000000000 USD");
        }
        if (dollars.precision() - (long) dollars.scale() <= -DECIMALS) {
            return new Money(dollars.signum());
        }
        return new Money(dollars.setScale(DECIMALS, rounding).unscaledValue().longValueExact());
    }

    /**
     * Both together.
     *
     * @throws IllegalArgumentException where that is above a billion dollars
     */
    public Money plus(Money other) {
        return new Money(micros + other.micros);
    }

    @Override
    public int compareTo(Money other) {
        return Long.compare(micros, other.micros);
    }

    /** As a policy writes it: {@code 0.75 USD}, with at least two decimals. */
    @Override
    public String toString() {
        BigDecimal dollars = BigDecimal.valueOf(micros, DECIMALS).stripTrailingZeros();
        return dollars.setScale(Math.max(2, dollars.scale())).toPlainString() + " USD";
    }
}
