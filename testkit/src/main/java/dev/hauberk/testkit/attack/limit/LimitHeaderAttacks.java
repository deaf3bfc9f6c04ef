package dev.hauberk.testkit.attack.limit;

import dev.hauberk.policy.HeaderPolicy.RateLimitHeaders;
import dev.hauberk.testkit.attack.Attack;
import dev.hauberk.testkit.attack.Attacker;
import dev.hauberk.testkit.attack.Situations;
import dev.hauberk.testkit.attack.Trial;
import dev.hauberk.testkit.http.Exchange;
import dev.hauberk.testkit.http.Request;
import dev.hauberk.testkit.wire.Client;
import dev.hauberk.testkit.wire.Session;
import java.util.stream.Stream;

/** Reads what answers say of limits, and holds them to it. */
final class LimitHeaderAttacks {
    @Attack(
            value = "RATE-3",
            tries = "what answers say of each limit, down to nothing left",
            breaks = "limits",
            onLimits = true)
    Stream<Trial> downToNothing(Attacker attacker) {
        mustAskForTheDraft(attacker);
        return Limited.of(attacker).values().stream()
                .map(limited -> new Trial("answers say what is left of " + limited.name(), () -> {
                    Request request = limited.request(attacker);
                    Client client = attacker.stranger();
                    Session session = limited.isPublic(attacker)
                            ? null
                            : attacker.signIn(
                                    client,
                                    attacker.newUser(attacker.roleFor(
                                                    limited.route().method(),
                                                    limited.route().with("x"))
                                            .orElseThrow(() -> Attacker.notTried("no role may"))));
                    long start = System.nanoTime();
                    Limited.Run run = limited.exhaust(i -> {
                        Exchange exchange = session == null ? client.send(request) : session.send(request);
                        mustBeHonest(attacker, limited, exchange);
                        mustBeWhatIsLeft(attacker, limited, exchange, i + 1, System.nanoTime() - start);
                        return exchange;
                    });
                    attacker.mustAnswer(429, run.last());
                    long wait = LimitHeaders.retryAfter(run.last().response()).orElse(-1L);
                    attacker.must(wait >= 1, "Retry-After is a whole number of seconds, at least 1", run.last());
                    long reset = LimitHeaders.of(run.last().response())
                            .map(LimitHeaders::reset)
                            .orElse(0L);
                    attacker.must(wait >= reset, "Retry-After is not sooner than t", run.last());
                }));
    }

    @Attack(value = "RATE-3", tries = "answers of every kind: each says what is left", breaks = "limits")
    Stream<Trial> everyKind(Attacker attacker) {
        mustAskForTheDraft(attacker);
        return Situations.counted(attacker).entrySet().stream()
                .map(situation -> new Trial("what is left, on " + situation.getKey(), () -> {
                    Exchange exchange = situation.getValue().get();
                    LimitHeaders headers = LimitHeaders.of(exchange.response())
                            .orElseThrow(() -> attacker.breach("RateLimit and RateLimit-Policy are on it", exchange));
                    attacker.must(headers.remaining() <= headers.quota(), "no more is left than there is", exchange);
                }));
    }

    private static void mustAskForTheDraft(Attacker attacker) {
        if (attacker.policy().headers().rateLimit() == RateLimitHeaders.LEGACY) {
            throw Attacker.notTried("the policy asks for the older headers alone");
        }
    }

    /** What one request takes is no longer said to be left; what the kit sent before, to sign in, may have been counted too. */
    private static void mustBeWhatIsLeft(Attacker attacker, Limited limited, Exchange exchange, long sent, long nanos) {
        long left = LimitHeaders.of(exchange.response())
                .map(LimitHeaders::remaining)
                .orElse(-1L);
        long most = limited.limit().rate().count();
        long atMost = Math.max(0, most - sent + limited.refilled(nanos));
        long atLeast = Math.max(0, most - sent - Limited.SIGNING_IN);
        attacker.must(
                left >= atLeast && left <= atMost,
                "after " + sent + " requests between " + atLeast + " and " + atMost + " are left",
                exchange);
    }

    private static void mustBeHonest(Attacker attacker, Limited limited, Exchange exchange) {
        LimitHeaders headers = LimitHeaders.of(exchange.response())
                .orElseThrow(() ->
                        attacker.breach("RateLimit and RateLimit-Policy are there, as structured fields", exchange));
        attacker.must(headers.remaining() >= 0 && headers.reset() >= 0, "nothing is negative", exchange);
        attacker.must(
                headers.quota() == limited.limit().rate().count(),
                "the quota is " + limited.limit().rate().count(),
                exchange);
        attacker.must(headers.remaining() <= headers.quota(), "no more is left than there is", exchange);
        attacker.must(
                exchange.status() != 429 || headers.remaining() == 0, "nothing is left where it is refused", exchange);
    }
}
