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

    private Request with(Route route, String id, String canary) {
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
            return new Made(user.id(), user.email());
        }
        if (ids instanceof Ids.CreatedBy by) {
            return created(by, tenant);
        }
        if (ids instanceof Ids.Given given) {
            return new Made(given.byTenant().apply(tenant), "");
        }
        throw Attacker.notTried(route + " says not where its ids come from");
    }

    private Made created(Ids.CreatedBy by, String tenant) {
        String role = attacker.roleFor("POST", by.path())
                .orElseThrow(() -> Attacker.notTried("no role may POST " + by.path()));
        Session maker = makers.computeIfAbsent(
                role + " " + tenant, key -> attacker.signIn(attacker.target().newUser(role, tenant)));
        String canary = Attacker.canary();
        Exchange made = maker.send(Request.post(attacker.wire().path(by.path())).json(filled(by.body(), canary)));
        String id = Json.of(made.response()).path("id").asString("");
        attacker.must(
                made.succeeded() && !id.isEmpty(), "a " + role + " makes something, and the answer has its id", made);
        return new Made(id, canary);
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
     */
    public record Made(String id, String mark) {}
}
