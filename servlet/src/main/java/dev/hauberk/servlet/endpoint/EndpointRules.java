package dev.hauberk.servlet.endpoint;

import dev.hauberk.policy.Place;
import dev.hauberk.policy.RoutePolicy;
import dev.hauberk.policy.RoutePolicy.Tenants;
import dev.hauberk.policy.SecurityPolicy;
import dev.hauberk.policy.Shape;
import dev.hauberk.policy.TokenPolicy.Carrier;
import dev.hauberk.rbac.route.Mapping;
import dev.hauberk.rbac.route.Routes;
import dev.hauberk.servlet.exchange.Exchange;
import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The rules of the calls that the library answers, before the policy's own: sign-in and refresh are public, the others are for whoever
 * is signed in. A rule of the policy for such a call can name its limit, and no more; without one it is {@code auth} where there is such a
 * limit, and else the strictest. Immutable and thread-safe.
 */
public final class EndpointRules {
    private static final String LIMIT = "auth";
    private static final Place PLACE = new Place("the library's own calls", 0);

    /** A sign-in name has 254 characters at most; a password's own bounds are the policy's, and bodies are bounded anyway. */
    private static final Map<String, Map<String, Shape>> SHAPES = Map.of(
            "hauberk:sign-in", Map.of("email", text(320), "password", secret(100_000)),
            "hauberk:refresh", Map.of("refreshToken", text(4_096)),
            "hauberk:password", Map.of("current", secret(100_000), "new", secret(100_000)));

    private final String base;
    private final SecurityPolicy policy;

    private EndpointRules(String base, SecurityPolicy policy) {
        this.base = base;
        this.policy = policy;
    }

    /**
     * The rules for a policy.
     *
     * @throws dev.hauberk.policy.PolicyException where the policy's own rules cannot be kept
     */
    public static EndpointRules of(SecurityPolicy policy) {
        String base = policy.signIn().path();
        Routes own = Routes.of(policy);
        List<RoutePolicy> routes = new ArrayList<>();
        for (Endpoint endpoint : Endpoint.values()) {
            routes.add(rule(endpoint, policy, own));
        }
        policy.routes().stream().filter(rule -> !names(rule, base)).forEach(routes::add);
        Map<String, Map<String, Shape>> bodies = new HashMap<>(policy.input().bodies());
        bodies.putAll(SHAPES);
        return new EndpointRules(
                base, policy.withRoutes(routes).withInput(policy.input().withBodies(bodies)));
    }

    /** The policy with these rules in it. */
    public SecurityPolicy policy() {
        return policy;
    }

    /** Below which path the library answers. */
    public String base() {
        return base;
    }

    /** What the library answers, as an application's own mappings are written. */
    public List<Mapping> mappings() {
        return Arrays.stream(Endpoint.values())
                .map(endpoint -> new Mapping(Set.of(endpoint.method()), base + endpoint.path()))
                .toList();
    }

    /** Whether a request signs in. */
    public boolean signsIn(HttpServletRequest request) {
        return is(Endpoint.SIGN_IN, request);
    }

    /** Whether a request is for whoever has no access token that holds. */
    public boolean makesCredentials(HttpServletRequest request) {
        return is(Endpoint.SIGN_IN, request) || is(Endpoint.REFRESH, request);
    }

    /** The call that a request is, if it is one of ours. */
    Optional<Endpoint> find(HttpServletRequest request) {
        return Arrays.stream(Endpoint.values())
                .filter(endpoint -> is(endpoint, request))
                .findFirst();
    }

    /** The handle in the path of a call that names one. */
    String handle(HttpServletRequest request) {
        String path = Exchange.of(request).path();
        return path.substring(path.lastIndexOf('/') + 1);
    }

    /** Whoever may make this call has shown every factor that is asked for. */
    String fullCallerPath() {
        return base + Endpoint.ME.path();
    }

    private boolean is(Endpoint endpoint, HttpServletRequest request) {
        String method = request.getMethod().equals("HEAD") ? "GET" : request.getMethod();
        String path = Exchange.of(request).path();
        if (!method.equals(endpoint.method()) || !path.startsWith(base)) {
            return false;
        }
        String below = path.substring(base.length());
        if (!endpoint.path().endsWith("}")) {
            return below.equals(endpoint.path());
        }
        String fixed = endpoint.path().substring(0, endpoint.path().lastIndexOf('/') + 1);
        return below.startsWith(fixed) && below.length() > fixed.length() && below.indexOf('/', fixed.length()) < 0;
    }

    private static RoutePolicy rule(Endpoint endpoint, SecurityPolicy policy, Routes own) {
        String base = policy.signIn().path();
        Optional<String> limit = own.match(endpoint.method(), base + endpoint.path())
                .filter(rule -> rule.path().startsWith(base + "/"))
                .flatMap(RoutePolicy::limit)
                .or(() -> Optional.of(LIMIT).filter(policy.limits()::containsKey));
        boolean tokenInBody = policy.tokens().in() == Carrier.BODY;
        String body = endpoint == Endpoint.REFRESH && !tokenInBody ? "none" : endpoint.body();
        return new RoutePolicy(
                base + endpoint.path(),
                Set.of(endpoint.method()),
                Optional.of(endpoint.access()),
                Set.of(),
                Set.of(),
                Tenants.ALL,
                limit,
                Optional.of(body).filter(name -> !name.isEmpty()),
                PLACE);
    }

    /** Whether a rule is for nothing but one of our calls. */
    private static boolean names(RoutePolicy rule, String base) {
        return !rule.method().isEmpty()
                && rule.method().stream()
                        .allMatch(method -> Arrays.stream(Endpoint.values())
                                .anyMatch(endpoint -> endpoint.method().equals(method)
                                        && rule.path().equals(base + endpoint.path())));
    }

    private static Shape text(long most) {
        return new Shape(Shape.Type.TEXT, 1, most);
    }

    private static Shape secret(long most) {
        return new Shape(Shape.Type.SECRET, 1, most);
    }
}
