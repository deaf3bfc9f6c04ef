package dev.hauberk.testkit.attack.limit;

import dev.hauberk.policy.Limit;
import dev.hauberk.policy.RoutePolicy;
import dev.hauberk.testkit.attack.Attacker;
import dev.hauberk.testkit.attack.Oracle;
import dev.hauberk.testkit.attack.Samples;
import dev.hauberk.testkit.http.Exchange;
import dev.hauberk.testkit.http.Request;
import dev.hauberk.testkit.target.Route;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * A route that a limit counts.
 *
 * @param name the limit's name in the policy
 * @param limit the limit
 * @param route a route whose rule names it
 */
record Limited(String name, Limit limit, Route route) {
    /** How many requests the kit may have sent before it began to count: to sign in, and to make what a route is about. */
    static final int SIGNING_IN = 3;

    /** One route for each limit that some route's rule names; a GET where there is one, and a public one where there is one. */
    static Map<String, Limited> of(Attacker attacker) {
        Map<String, Limited> found = new LinkedHashMap<>();
        for (Route route : attacker.target().routes()) {
            Optional<RoutePolicy> rule = attacker.oracle().rule(route.method(), route.with("x"));
            rule.flatMap(RoutePolicy::limit).ifPresent(name -> {
                Limit limit = attacker.policy().limits().get(name);
                boolean served = Oracle.isPublic(rule.get())
                        || attacker.roleFor(route.method(), route.with("x")).isPresent();
                if (limit != null && served && route.probes().isEmpty()) {
                    Limited limited = new Limited(name, limit, route);
                    found.merge(name, limited, (one, other) -> other.rank() > one.rank() ? other : one);
                }
            });
        }
        return found;
    }

    private int rank() {
        return (route.method().equals("GET") ? 2 : 0) + (route.hasId() ? 0 : 1);
    }

    boolean isPublic(Attacker attacker) {
        return attacker.oracle().decide(Optional.empty(), route.method(), route.path()) == Oracle.Answer.GRANTED;
    }

    Request request(Attacker attacker) {
        return new Samples(attacker).of(route, attacker.home());
    }

    /**
     * Sends until a limit answers.
     *
     * @return how it went; the last answer is not 429 where half as many again as the limit were let through
     */
    Run exhaust(Function<Integer, Exchange> send) {
        long most = limit.rate().count();
        long start = System.nanoTime();
        long passed = 0;
        for (int i = 0; ; i++) {
            Exchange exchange = send.apply(i);
            if (exchange.status() == 429 || passed > most + most / 2 + 10) {
                return new Run(passed, System.nanoTime() - start, exchange);
            }
            passed++;
        }
    }

    /**
     * What came of sending until a limit answers.
     *
     * @param passed how many were let through
     * @param nanos how long that took
     * @param last the last answer
     */
    record Run(long passed, long nanos, Exchange last) {}

    /**
     * Sends to a limit that has answered, until it answers again: what was refilled since may pass, and no more.
     *
     * @param since when it answered, as {@link System#nanoTime} has it
     * @return the last answer, which succeeds where more passed than that
     */
    Exchange whileExhausted(long since, Supplier<Exchange> send) {
        for (long passed = 0; ; passed++) {
            Exchange exchange = send.get();
            if (!exchange.succeeded() || passed > refilled(System.nanoTime() - since)) {
                return exchange;
            }
        }
    }

    /** How many may pass in a run: the limit, and what was refilled meanwhile. */
    long allowed(Run run) {
        return limit.rate().count() + refilled(run.nanos());
    }

    /** How many must pass in a run: the limit, without what may have been counted before it. */
    long promised() {
        return Math.max(1, limit.rate().count() - SIGNING_IN);
    }

    /** How many are there again after a time; one that has begun counts whole. */
    long refilled(long nanos) {
        double share = (double) nanos / limit.rate().per().toNanos();
        return (long) Math.ceil(share * limit.rate().count());
    }
}
