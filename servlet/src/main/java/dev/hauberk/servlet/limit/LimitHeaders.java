package dev.hauberk.servlet.limit;

import dev.hauberk.Permit;
import dev.hauberk.policy.HeaderPolicy.RateLimitHeaders;
import dev.hauberk.ratelimit.Limits;
import dev.hauberk.servlet.problem.Problem;
import dev.hauberk.servlet.problem.ProblemCode;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;

/**
 * What an answer says of the limit that counted it (RATE-3): {@code RateLimit-Policy} and {@code RateLimit} of
 * draft-ietf-httpapi-ratelimit-headers, as structured fields (RFC 9651), or the {@code X-RateLimit-*} that came before them.
 * Whole seconds, rounded up, so that whoever waits that long has waited long enough.
 */
final class LimitHeaders {
    private final RateLimitHeaders form;

    LimitHeaders(RateLimitHeaders form) {
        this.form = form;
    }

    /** Says it. */
    void write(HttpServletResponse response, Limits.Taken taken) {
        Permit permit = taken.permit();
        if (form != RateLimitHeaders.LEGACY) {
            String name = '"' + taken.category() + '"';
            long window = seconds(taken.limit().rate().per());
            response.setHeader("RateLimit-Policy", name + ";q=" + permit.limit() + ";w=" + window);
            response.setHeader("RateLimit", name + ";r=" + permit.remaining() + ";t=" + wait(permit));
        }
        if (form != RateLimitHeaders.IETF) {
            response.setHeader("X-RateLimit-Limit", Long.toString(permit.limit()));
            response.setHeader("X-RateLimit-Remaining", Long.toString(permit.remaining()));
            response.setHeader("X-RateLimit-Reset", Long.toString(wait(permit)));
        }
    }

    /** The problem of a request that is over the limit. */
    static Problem problem(Permit permit) {
        return Problem.of(ProblemCode.LIMITED).withHeader("Retry-After", Long.toString(wait(permit)));
    }

    /** Until when waiting helps: for whoever was refused, until the next is there; else until all are. */
    private static long wait(Permit permit) {
        return permit.granted() ? seconds(permit.resetAfter()) : Math.max(1, seconds(permit.retryAfter()));
    }

    private static long seconds(Duration time) {
        return time.plusMillis(999).plusNanos(999_999).toSeconds();
    }
}
