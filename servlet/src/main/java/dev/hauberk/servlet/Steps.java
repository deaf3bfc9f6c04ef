package dev.hauberk.servlet;

import dev.hauberk.CallerScope;
import dev.hauberk.Control;
import dev.hauberk.Mode;
import dev.hauberk.data.FieldCatalogue;
import dev.hauberk.identity.Ground;
import dev.hauberk.policy.RoutePolicy;
import dev.hauberk.policy.RoutePolicy.Access;
import dev.hauberk.policy.SecurityPolicy;
import dev.hauberk.policy.TokenPolicy.Carrier;
import dev.hauberk.rbac.AccessPolicy;
import dev.hauberk.rbac.route.Routes;
import dev.hauberk.redact.Redactor;
import dev.hauberk.servlet.Hauberk.NamedStep;
import dev.hauberk.servlet.access.Authorize;
import dev.hauberk.servlet.access.MatchedRule;
import dev.hauberk.servlet.address.ClientAddressFilter;
import dev.hauberk.servlet.address.KnownPeer;
import dev.hauberk.servlet.auth.Authenticate;
import dev.hauberk.servlet.auth.Csrf;
import dev.hauberk.servlet.auth.CsrfTokens;
import dev.hauberk.servlet.contact.SecurityTxtFilter;
import dev.hauberk.servlet.endpoint.EndpointRules;
import dev.hauberk.servlet.endpoint.Endpoints;
import dev.hauberk.servlet.headers.HeadersFilter;
import dev.hauberk.servlet.input.Input;
import dev.hauberk.servlet.limit.Count;
import dev.hauberk.servlet.limit.Limit;
import dev.hauberk.servlet.log.LineSink;
import dev.hauberk.servlet.log.RequestLogFilter;
import dev.hauberk.servlet.origin.Origins;
import dev.hauberk.servlet.path.CanonicalPath;
import dev.hauberk.servlet.step.Refusals;
import dev.hauberk.servlet.strip.StripFilter;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.Filter;
import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;

/**
 * The steps of a request, in the order of the library. It is not a setting: each step counts on those before it.
 *
 * <p>Authorisation stands before the body is read, so that whoever may not make a request can have nothing parsed and learns
 * nothing of what its body should be.
 */
final class Steps {
    private final Ground ground;
    private final EndpointRules rules;
    private final FieldCatalogue fields;
    private final Routes routes;
    private final AccessPolicy access;
    private final CallerScope callers;
    private final Identity identity;
    private final Stores stores;
    private final LineSink requestLog;

    Steps(
            Ground ground,
            EndpointRules rules,
            FieldCatalogue fields,
            Routes routes,
            AccessPolicy access,
            CallerScope callers,
            Identity identity,
            Stores stores,
            LineSink requestLog) {
        this.ground = ground;
        this.rules = rules;
        this.fields = fields;
        this.routes = routes;
        this.access = access;
        this.callers = callers;
        this.identity = identity;
        this.stores = stores;
        this.requestLog = requestLog;
    }

    List<NamedStep> inOrder() {
        SecurityPolicy policy = ground.policy();
        Count count = Count.of(policy, stores.limits(policy, ground.keys(), ground.events(), ground.clock()), routes);
        Refusals refusals = Refusals.of(ground.events(), ground.clock(), count);
        CsrfTokens csrf = CsrfTokens.of(ground.keys(), ground.random());
        List<NamedStep> steps = new ArrayList<>();
        if (policy.logs().requests()) {
            Redactor redactor = Redactor.of(policy.logs(), fields);
            steps.add(first("request-log", RequestLogFilter.of(redactor, requestLog, ground.clock())));
        }
        steps.add(first("headers", HeadersFilter.of(policy)));
        steps.add(first("client-address", ClientAddressFilter.of(policy)));
        steps.add(first("canonical-path", CanonicalPath.of(mode(Control.RBAC_4), refusals)));
        steps.add(first("known-peer", KnownPeer.of(policy.proxies(), refusals)));
        steps.add(first("security-txt", SecurityTxtFilter.of(policy)));
        steps.add(first("origins", Origins.of(policy.origins(), mode(Control.HTTP_6), refusals)));
        steps.add(first("authenticate", authenticate(refusals)));
        steps.add(first("limit", Limit.of(count, mode(Control.RATE_5), refusals)));
        if (policy.tokens().in() == Carrier.COOKIE) {
            steps.add(first("csrf", csrf(csrf, refusals)));
        }
        Filter authorize = Authorize.of(routes, ground.audit(), ground.clock(), refusals);
        steps.add(new NamedStep("authorize", authorize, EnumSet.allOf(DispatcherType.class)));
        steps.add(first("input", Input.of(policy.input(), routes, mode(Control.INPUT_1), refusals, ground.clock())));
        steps.add(first("strip", StripFilter.of(policy, fields)));
        steps.add(first("endpoints", endpoints(csrf, refusals)));
        return List.copyOf(steps);
    }

    /** A forward and an include pass through what was opened for the first dispatch. */
    private static NamedStep first(String name, Filter filter) {
        return new NamedStep(
                name, filter, EnumSet.of(DispatcherType.REQUEST, DispatcherType.ASYNC, DispatcherType.ERROR));
    }

    private Authenticate authenticate(Refusals refusals) {
        return Authenticate.of(
                identity.sessions(),
                ground.policy().tokens().in(),
                callers,
                rules::makesCredentials,
                this::isPublic,
                mode(Control.AUTHN_9),
                refusals);
    }

    private boolean isPublic(HttpServletRequest request) {
        return MatchedRule.of(request, routes)
                .flatMap(RoutePolicy::access)
                .filter(Access.PUBLIC::equals)
                .isPresent();
    }

    private Csrf csrf(CsrfTokens tokens, Refusals refusals) {
        return Csrf.of(
                ground.policy().origins(),
                tokens,
                rules::signsIn,
                rules::makesCredentials,
                mode(Control.HTTP_6),
                refusals);
    }

    private Endpoints endpoints(CsrfTokens csrf, Refusals refusals) {
        return Endpoints.of(
                rules,
                routes,
                access,
                identity.signIn(),
                identity.sessions(),
                identity.passwordChange(),
                csrf,
                refusals);
    }

    private Mode mode(Control control) {
        return ground.policy().mode(control);
    }
}
