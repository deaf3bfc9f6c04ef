package dev.hauberk.ratelimit.budget;

import dev.hauberk.policy.BudgetSpan.Window;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;

/**
 * One window of a budget.
 *
 * @param from when it begins, at midnight in UTC
 * @param until when the next does
 */
record Span(Instant from, Instant until) {
    static Span of(Window window, Instant now) {
        LocalDate day = LocalDate.ofInstant(now, ZoneOffset.UTC);
        return switch (window) {
            case DAY -> new Span(midnight(day), midnight(day.plusDays(1)));
            case MONTH ->
                new Span(
                        midnight(day.withDayOfMonth(1)),
                        midnight(day.withDayOfMonth(1).plusMonths(1)));
        };
    }

    private static Instant midnight(LocalDate day) {
        return day.atStartOfDay(ZoneOffset.UTC).toInstant();
    }
}
