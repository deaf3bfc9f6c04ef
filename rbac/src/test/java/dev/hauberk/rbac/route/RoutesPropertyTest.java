package dev.hauberk.rbac.route;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.hauberk.Caller;
import dev.hauberk.Tenant;
import dev.hauberk.policy.PathPattern;
import dev.hauberk.policy.RolePolicy;
import dev.hauberk.policy.RoutePolicy;
import dev.hauberk.policy.RoutePolicy.Access;
import dev.hauberk.policy.RoutePolicy.Tenants;
import dev.hauberk.rbac.Callers;
import dev.hauberk.rbac.Policies;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tag;

/** A hundred thousand requests to tables of any shape, each judged as by regular expressions and a reading of the rule. */
class RoutesPropertyTest {
    private static final int REQUESTS = 200;
    private static final List<String> PERMISSIONS = List.of("a:a", "b:b");
    private static final Map<String, RolePolicy> ROLES = Map.of(
            "low", Policies.role(Set.of(), Set.of("a:a")),
            "high", Policies.role(Set.of("low"), Set.of("b:b")),
            "other", Policies.role(Set.of(), Set.of()));

    private record Request(String method, String path, Caller caller) {}

    @Property(tries = 500)
    @Tag("RBAC-4")
    void judgesAsAPlainReadingOfTheRules(@ForAll("rules") List<RoutePolicy> rules, @ForAll Random random) {
        Routes routes = Routes.of(Policies.unchecked(PERMISSIONS, ROLES, rules, Map.of(), Set.of("high")));
        for (int i = 0; i < REQUESTS; i++) {
            Request request = request(random);
            Optional<RoutePolicy> rule = routes.match(request.method, request.path);
            assertEquals(first(rules, request), rule, request::toString);
            assertEquals(
                    rule.isPresent() && permits(rule.get(), request.caller),
                    routes.decide(request.caller, rule).isGranted(),
                    () -> request + " by " + rule);
        }
    }

    @Property(tries = 5_000)
    @Tag("RBAC-4")
    void matchesAPathAsTheWordsOfThePolicyDo(@ForAll("patterns") String pattern, @ForAll("paths") String path) {
        boolean matches = PathSet.ofRule(pattern).matches(path);
        assertThat(matches).isEqualTo(PathPattern.parse(pattern).matches(path));
        assertThat(matches).isEqualTo(Pattern.matches(regex(pattern), path));
    }

    @Property(tries = 5_000)
    @Tag("RBAC-4")
    void coversOnlyWhatItMatchesAndOverlapsWithWhateverSharesAPath(
            @ForAll("patterns") String one, @ForAll("patterns") String other, @ForAll("paths") String path) {
        PathSet a = PathSet.ofRule(one);
        PathSet b = PathSet.ofRule(other);
        assertThat(a.overlaps(b)).isEqualTo(b.overlaps(a));
        if (a.covers(b) && b.matches(path)) {
            assertThat(a.matches(path)).isTrue();
        }
        if (a.matches(path) && b.matches(path)) {
            assertThat(a.overlaps(b)).isTrue();
        }
        if (a.covers(b)) {
            assertThat(a.overlaps(b)).isTrue();
        }
    }

    private static Optional<RoutePolicy> first(List<RoutePolicy> rules, Request request) {
        String method = request.method.equals("HEAD") ? "GET" : request.method;
        return rules.stream()
                .filter(rule -> rule.method().isEmpty() || rule.method().contains(method))
                .filter(rule -> Pattern.matches(regex(rule.path()), request.path))
                .findFirst();
    }

    private static boolean permits(RoutePolicy rule, Caller caller) {
        boolean open = rule.access().equals(Optional.of(Access.PUBLIC));
        if (open && rule.roles().isEmpty() && rule.permission().isEmpty()) {
            return true;
        }
        boolean silent = rule.access().isEmpty()
                && rule.roles().isEmpty()
                && rule.permission().isEmpty();
        if (silent || caller.isAnonymous()) {
            return false;
        }
        Set<String> roles = caller.roles().stream()
                .filter(ROLES::containsKey)
                .flatMap(role -> role.equals("high") ? Stream.of("high", "low") : Stream.of(role))
                .collect(Collectors.toSet());
        Set<String> permissions = roles.stream()
                .flatMap(role -> ROLES.get(role).permissions().stream())
                .collect(Collectors.toSet());
        return (rule.roles().isEmpty() || !Collections.disjoint(rule.roles(), roles))
                && (rule.permission().isEmpty() || !Collections.disjoint(rule.permission(), permissions))
                && (rule.tenants() == Tenants.ALL || caller.tenant().isPresent())
                && (!roles.contains("high") || caller.factors().containsKey("sms"));
    }

    private static String regex(String pattern) {
        boolean below = pattern.endsWith("/**");
        String exact = below ? pattern.substring(0, pattern.length() - 3) : pattern;
        String each = Stream.of(exact.split("/", -1))
                .map(segment -> segment.startsWith("{") ? "[^/]+" : Pattern.quote(segment))
                .collect(Collectors.joining("/"));
        return each + (below ? exact.isEmpty() ? "/.*" : "(/.*)?" : "");
    }

    @Provide
    Arbitrary<String> patterns() {
        Arbitrary<String> segment = Arbitraries.of("a", "b", "ab", "{x}", "A");
        return Combinators.combine(segment.list().ofMinSize(0).ofMaxSize(3), Arbitraries.of("", "", "/**", "/"))
                .as((segments, end) -> {
                    String path = segments.stream().map(one -> "/" + one).collect(Collectors.joining()) + end;
                    return path.isEmpty() ? "/" : path;
                });
    }

    @Provide
    Arbitrary<String> paths() {
        Arbitrary<String> segment = Arbitraries.of("a", "b", "ab", "A", "c", "");
        return segment.list()
                .ofMinSize(1)
                .ofMaxSize(4)
                .map(segments -> segments.stream().map(one -> "/" + one).collect(Collectors.joining()));
    }

    @Provide
    Arbitrary<List<RoutePolicy>> rules() {
        Arbitrary<Set<String>> methods =
                Arbitraries.of("GET", "POST", "PUT").set().ofMaxSize(2);
        Arbitrary<Optional<Access>> access = Arbitraries.of(Access.class).optional();
        Arbitrary<Set<String>> roles =
                Arbitraries.of("low", "high", "other", "unknown").set().ofMaxSize(2);
        Arbitrary<Set<String>> permissions = Arbitraries.of("a:a", "b:b").set().ofMaxSize(1);
        return Combinators.combine(patterns(), methods, access, roles, permissions, Arbitraries.of(Tenants.class))
                .as(Rules::rule)
                .list()
                .ofMaxSize(8);
    }

    private static Request request(Random random) {
        StringBuilder path = new StringBuilder();
        for (int i = random.nextInt(4); i >= 0; i--) {
            path.append('/').append(one(random, List.of("a", "b", "ab", "A", "c", "")));
        }
        return new Request(
                one(random, List.of("GET", "HEAD", "POST", "DELETE", "get")), path.toString(), caller(random));
    }

    private static Caller caller(Random random) {
        if (random.nextInt(10) == 0) {
            return Callers.anonymous();
        }
        Set<String> roles = new HashSet<>();
        for (int i = random.nextInt(3); i > 0; i--) {
            roles.add(one(random, List.of("low", "high", "other", "unknown", "LOW")));
        }
        Optional<Tenant> tenant = random.nextInt(5) == 0 ? Optional.empty() : Optional.of(Callers.ACME);
        return Callers.of(tenant, roles, one(random, List.of("password", "sms")));
    }

    private static <T> T one(Random random, List<T> of) {
        return of.get(random.nextInt(of.size()));
    }
}
