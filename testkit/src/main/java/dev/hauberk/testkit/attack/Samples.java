package dev.hauberk.testkit.attack;

import dev.hauberk.testkit.http.Exchange;
import dev.hauberk.testkit.http.Request;
import dev.hauberk.testkit.target.Ids;
import dev.hauberk.testkit.target.Route;
import dev.hauberk.testkit.target.User;
import dev.hauberk.testkit.wire.Json;
import dev.hauberk.testkit.wire.Session;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** Makes the requests that a target's routes take, with ids of things that it makes first. Not thread-safe. */
public final class Samples {
    private final Attacker attacker;
    private final Map<String, Session> makers = new HashMap<>();

    /** The samples of an attacker's target. */
    public Samples(Attacker attacker) {
        this.attacker = attacker;
    }

    /** A request to a route, about something new in a tenant. */
    public Request of(Route route, String tenant) {
        return with(route, route.hasId() ? made(route, tenant).id() : "");
    }

    /** A request to a route, about something that has an id. */
    public Request with(Route route, String id) {
        return with(route, id, Attacker.canary());
    }

    /** A request to a route, with the kit's text in its body. */
    public Request with(Route route, String id, String canary) {
        String query = route.query().isEmpty() ? "" : "?" + route.query();
        Request request = Request.of(route.method(), attacker.wire().path(route.with(id)) + query);
        return route.body().map(body -> request.json(filled(body, canary))).orElse(request);
    }

    /** A body with the kit's text in its place. */
    public static String filled(String body, String canary) {
        return body.replace("{canary}", canary).replace("{email}", canary + "@canary.example");
    }

    /** Something new in a tenant, whose id goes into a route's path. */
    public Made made(Route route, String tenant) {
        return made(route.ids(), route, tenant);
    }

    private Made made(Ids ids, Route route, String tenant) {
        if (ids instanceof Ids.OfUsers) {
            User user = attacker.target().newUser(attacker.leastRole(), tenant);
            return new Made(user.id(), user.email(), tenant, Optional.of(user));
        }
        if (ids instanceof Ids.CreatedBy by) {
            return created(by, tenant);
        }
        if (ids instanceof Ids.Given given) {
            return new Made(given.byTenant().apply(tenant), "", tenant, Optional.empty());
        }
        throw Attacker.notTried(route + " says not where its ids come from");
    }

    private Made created(Ids.CreatedBy by, String tenant) {
        String role = attacker.roleFor("POST", by.path())
                .orElseThrow(() -> Attacker.notTried("no role may POST " + by.path()));
        Session maker = somebody(role, tenant);
        String canary = Attacker.canary();
        Exchange made = maker.send(Request.post(attacker.wire().path(by.path())).json(filled(by.body(), canary)));
        String id = Json.of(made.response()).path("id").asString("");
        attacker.must(
                made.succeeded() && !id.isEmpty(), "a " + role + " makes something, and the answer has its id", made);
        return new Made(id, canary, tenant, Optional.empty());
    }

    /** Somebody of a role and a tenant, the same each time: who made something may read it. */
    private Session somebody(String role, String tenant) {
        return makers.computeIfAbsent(
                role + " " + tenant, key -> attacker.signIn(attacker.target().newUser(role, tenant)));
    }

    /**
     * Fails where something is not as it was made, though the request about it was refused: a user still has its password and its
     * role, and where the target can show a thing, it shows it as it was.
     */
    public void mustBeUntouched(Route route, Made made, Exchange refused) {
        if (made.user().isPresent()) {
            User user = made.user().get();
            Exchange me = attacker.signIn(user).send(attacker.wire().me());
            attacker.must(
                    Json.texts(Json.of(me.response()).path("roles")).equals(Set.of(user.role())),
                    "what is refused is not done: the user's role is as it was, not as in " + me.response(),
                    refused);
            return;
        }
        attacker.target().routes().stream()
                .filter(get ->
                        get.method().equals("GET") && get.hasId() && get.ids().equals(route.ids()))
                .findFirst()
                .flatMap(get -> reader(get, made.tenant()).map(reader -> reader.send(with(get, made.id()))))
                .ifPresent(seen -> attacker.must(
                        seen.status() == 200 && seen.text().contains(made.mark()),
                        "what is refused is not done: the thing is as it was, not as in " + seen.response(),
                        refused));
    }

    /** Fails where a refused request made something all the same. */
    public void mustNotBeMade(Route route, String mark, String tenant, Exchange refused) {
        boolean listed = route.method().equals("POST")
                && attacker.target().routes().stream()
                        .anyMatch(each -> each.ids() instanceof Ids.CreatedBy by
                                && by.path().equals(route.path()));
        if (listed) {
            Route list = Route.get(route.path());
            reader(list, tenant)
                    .map(reader -> reader.send(with(list, "")))
                    .ifPresent(seen -> attacker.must(
                            !seen.text().contains(mark), "what is refused is not done: nothing was made", refused));
        }
    }

    /** Somebody who may read, and who made what there is where that role may. */
    private Optional<Session> reader(Route get, String tenant) {
        Optional<String> maker = get.ids() instanceof Ids.CreatedBy by
                ? attacker.roleFor("POST", by.path())
                : attacker.roleFor("POST", get.path());
        return maker.filter(role ->
                        attacker.oracle().decide(Optional.of(role), "GET", get.with("x")) == Oracle.Answer.GRANTED)
                .or(() -> attacker.roleFor("GET", get.with("x")))
                .map(role -> somebody(role, tenant));
    }

    /** An id that looks like another and is nobody's. */
    public static String unknown(String like) {
        return like.matches("[0-9]+") ? "987654321" : UUID.randomUUID().toString();
    }

    /**
     * Something that was made.
     *
     * @param id its id
     * @param mark text by which it is known again; empty where there is none
     * @param tenant whose it is
     * @param user the user, where it is one
     */
    public record Made(String id, String mark, String tenant, Optional<User> user) {}
}
