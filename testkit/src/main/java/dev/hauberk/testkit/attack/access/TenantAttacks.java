package dev.hauberk.testkit.attack.access;

import dev.hauberk.policy.RoutePolicy;
import dev.hauberk.testkit.attack.Attack;
import dev.hauberk.testkit.attack.Attacker;
import dev.hauberk.testkit.attack.Looks;
import dev.hauberk.testkit.attack.Oracle;
import dev.hauberk.testkit.attack.Samples;
import dev.hauberk.testkit.attack.Trial;
import dev.hauberk.testkit.http.Exchange;
import dev.hauberk.testkit.http.Request;
import dev.hauberk.testkit.target.Ids;
import dev.hauberk.testkit.target.Route;
import dev.hauberk.testkit.target.User;
import dev.hauberk.testkit.wire.Session;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Tries to reach what belongs to another tenant: by its id, in lists, and by claiming to be of it. */
final class TenantAttacks {
    /** A way to say of which tenant one is. */
    private interface Claim {
        Request on(Request plain, String tenant);
    }

    /** Each by itself: where one is refused, another is looked at all the same. */
    private static final List<Claim> CLAIMS = Stream.of(
                    Stream.of("tenant", "tenantId", "organizationId", "organization", "org")
                            .<Claim>flatMap(name -> Stream.of(
                                    (plain, tenant) -> plain.json(plain.body()
                                            .text()
                                            .replaceFirst("\\{", "{\"" + name + "\":\"" + tenant + "\",")),
                                    (plain, tenant) -> plain.withTarget(plain.target() + "?" + name + "=" + tenant))),
                    Stream.of("X-Tenant", "X-Tenant-Id", "X-Organization-Id", "X-Org")
                            .<Claim>map(name -> (plain, tenant) -> plain.with(name, tenant)))
            .flatMap(claims -> claims)
            .toList();

    @Attack(value = "RBAC-5", tries = "every route with an id of another tenant's")
    Stream<Trial> foreignIds(Attacker attacker) {
        Samples samples = new Samples(attacker);
        Map<String, Session> strangers = new HashMap<>();
        return attacker.target().routes().stream()
                .filter(Route::hasId)
                .flatMap(route -> confined(attacker, route)
                        .map(role -> new Trial(route + " as " + role + " of another tenant", () -> {
                            Session stranger = strangers.computeIfAbsent(
                                    role, r -> attacker.signIn(attacker.target().newUser(r, attacker.abroad())));
                            Samples.Made made = samples.made(route, attacker.home());
                            Exchange foreign = stranger.send(samples.with(route, made.id()));
                            attacker.must(foreign.status() == 404, "what belongs to others is not found", foreign);
                            String unknown = Samples.unknown(made.id());
                            Exchange nothing = stranger.send(samples.with(route, unknown));
                            String foreignLooks =
                                    Looks.withHeaders(foreign.response()).replace(made.id(), "ID");
                            String nothingLooks =
                                    Looks.withHeaders(nothing.response()).replace(unknown, "ID");
                            attacker.must(
                                    foreignLooks.equals(nothingLooks),
                                    "it looks like what is not there: " + nothing.response(),
                                    foreign);
                            samples.mustBeUntouched(route, made, foreign);
                        })));
    }

    @Attack(value = "RBAC-5", tries = "finding another tenant's in lists and counts")
    Stream<Trial> foreignRows(Attacker attacker) {
        Samples samples = new Samples(attacker);
        return attacker.target().routes().stream()
                .filter(route -> route.method().equals("GET") && !route.hasId())
                .flatMap(route -> confined(attacker, route)
                        .map(role -> new Trial(route + " as " + role + " shows no other tenant's", () -> {
                            List<String> marks = plant(attacker, samples);
                            Session stranger = attacker.signIn(attacker.target().newUser(role, attacker.abroad()));
                            for (Request request : claims(attacker, route, marks.get(0))) {
                                Exchange exchange = stranger.send(request);
                                for (String mark : marks) {
                                    boolean echoed = request.target().contains(mark);
                                    attacker.must(
                                            echoed || !exchange.text().contains(mark),
                                            "no row of another tenant",
                                            exchange);
                                }
                            }
                        })));
    }

    @Attack(value = "RBAC-5", tries = "making something in another tenant, by saying so")
    Stream<Trial> claimingATenant(Attacker attacker) {
        return creations(attacker).stream()
                .map(by -> new Trial("POST " + by.path() + " with another tenant's name", () -> {
                    String role =
                            attacker.roleFor("POST", by.path()).orElseThrow(() -> Attacker.notTried("no role may"));
                    Session stranger = attacker.signIn(attacker.target().newUser(role, attacker.abroad()));
                    Session owner = attacker.signIn(attacker.target().newUser(role, attacker.home()));
                    for (Claim claim : CLAIMS) {
                        String mark = Attacker.canary();
                        Request plain =
                                Request.post(attacker.wire().path(by.path())).json(Samples.filled(by.body(), mark));
                        Exchange made = stranger.send(claim.on(plain, attacker.home()));
                        attacker.must(made.status() < 500, "it is refused, or made in the own tenant", made);
                        Exchange list = owner.send(Request.get(attacker.wire().path(by.path())));
                        attacker.must(
                                !list.text().contains(mark), "nothing of a stranger's stands among one's own", made);
                    }
                }));
    }

    /** The list by itself, and with all that might say another tenant. */
    private static List<Request> claims(Attacker attacker, Route route, String mark) {
        Request plain =
                Request.get(attacker.wire().path(route.path()) + (route.query().isEmpty() ? "" : "?" + route.query()));
        List<Request> requests = new ArrayList<>(List.of(plain));
        for (String name : List.of("tenant", "tenantId", "organizationId", "org", "q", "search", "filter")) {
            String value = name.length() < 3 || name.equals("search") || name.equals("filter") ? mark : attacker.home();
            requests.add(plain.withTarget(attacker.wire().path(route.path()) + "?" + name + "=" + value));
        }
        for (String name : List.of("X-Tenant", "X-Tenant-Id", "X-Organization-Id", "X-Org")) {
            requests.add(plain.with(name, attacker.home()));
        }
        return requests;
    }

    /** Makes one of everything in the home tenant, and a user; answers by what they are known again. */
    private static List<String> plant(Attacker attacker, Samples samples) {
        List<String> marks = new ArrayList<>();
        User user = attacker.newUser();
        marks.add(user.email());
        for (Ids.CreatedBy by : creations(attacker)) {
            marks.add(samples.made(Route.get("/{id}").ids(by), attacker.home()).mark());
        }
        return marks;
    }

    private static Set<Ids.CreatedBy> creations(Attacker attacker) {
        Set<Ids.CreatedBy> found = new LinkedHashSet<>();
        for (Route route : attacker.target().routes()) {
            if (route.ids() instanceof Ids.CreatedBy by) {
                found.add(by);
            }
        }
        return found;
    }

    /** The roles that a route lets through and confines to their tenant. */
    private static Stream<String> confined(Attacker attacker, Route route) {
        Optional<RoutePolicy> rule = attacker.oracle().rule(route.method(), route.with("x"));
        if (rule.isEmpty() || Oracle.isPublic(rule.get())) {
            return Stream.empty();
        }
        boolean all = rule.get().tenants() == RoutePolicy.Tenants.ALL;
        return attacker.roles().stream()
                .filter(role -> attacker.oracle().decide(Optional.of(role), route.method(), route.with("x"))
                        == Oracle.Answer.GRANTED)
                .filter(role -> !all
                        || !route.everyTenantFor().isEmpty()
                                && !route.everyTenantFor().contains(role));
    }
}
