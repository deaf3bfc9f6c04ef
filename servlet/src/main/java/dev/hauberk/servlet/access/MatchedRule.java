package dev.hauberk.servlet.access;

import dev.hauberk.policy.RoutePolicy;
import dev.hauberk.rbac.route.Routes;
import dev.hauberk.servlet.exchange.Exchange;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;

/** Finds the rule that covers a request, once a request. */
public final class MatchedRule {
    private MatchedRule() {}

    /** The rule that covers the first dispatch of a request; empty where none does. */
    public static Optional<RoutePolicy> of(HttpServletRequest request, Routes routes) {
        Exchange exchange = Exchange.of(request);
        if (exchange.route().isEmpty()) {
            routes.match(request.getMethod(), exchange.path()).ifPresent(exchange::match);
        }
        return exchange.route();
    }
}
