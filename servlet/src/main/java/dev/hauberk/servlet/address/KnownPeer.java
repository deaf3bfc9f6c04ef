package dev.hauberk.servlet.address;

import dev.hauberk.Control;
import dev.hauberk.Decision;
import dev.hauberk.Mode;
import dev.hauberk.Reason;
import dev.hauberk.policy.Cidr;
import dev.hauberk.servlet.exchange.Exchange;
import dev.hauberk.servlet.problem.Problem;
import dev.hauberk.servlet.problem.ProblemCode;
import dev.hauberk.servlet.step.Refusals;
import dev.hauberk.servlet.step.Step;
import dev.hauberk.servlet.step.Verdict;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Collection;

/**
 * Refuses a request whose peer has no address (HTTP-7), as over a Unix socket: everybody behind it would be one client. Such a
 * peer counts as {@code 0.0.0.0}, and is let in where the policy declares that address as a proxy ({@code proxies: [0.0.0.0]}); then
 * what it forwards is believed. Thread-safe.
 */
public final class KnownPeer extends Step {
    private final TrustedProxies proxies;

    private KnownPeer(Collection<Cidr> proxies, Refusals refusals) {
        super(Control.HTTP_7, Mode.ENFORCE, refusals);
        this.proxies = new TrustedProxies(proxies);
    }

    /** The step, for the proxies of a policy; it is always enforced. */
    public static KnownPeer of(Collection<Cidr> proxies, Refusals refusals) {
        return new KnownPeer(proxies, refusals);
    }

    @Override
    protected Verdict judge(HttpServletRequest request, HttpServletResponse response) {
        Exchange exchange = Exchange.of(request);
        if (exchange.isPeerKnown() || proxies.trust(exchange.peer())) {
            return new Verdict.Pass(request);
        }
        Decision.Denied denied = new Decision.Denied(
                Control.HTTP_7, "peer", Reason.ADDRESS, "a peer with an address, or proxies: [0.0.0.0] in the policy");
        return new Verdict.Refuse(denied, Problem.of(ProblemCode.FORBIDDEN), request);
    }
}
