package dev.hauberk.testkit.attack;

import dev.hauberk.policy.RoutePolicy;
import dev.hauberk.testkit.http.Exchange;
import dev.hauberk.testkit.http.Request;
import dev.hauberk.testkit.target.Probe;
import dev.hauberk.testkit.target.Route;
import dev.hauberk.testkit.wire.Session;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/** Every kind of answer that an application gives, so that what must be on all answers can be looked for. */
public final class Situations {
    private final Attacker attacker;
    private final Samples samples;
    private final Map<String, Supplier<Exchange>> all = new LinkedHashMap<>();

    private Situations(Attacker attacker) {
        this.attacker = attacker;
        this.samples = new Samples(attacker);
    }

    /** Each by its name, not yet asked for. */
    public static Map<String, Supplier<Exchange>> of(Attacker attacker) {
        Situations situations = new Situations(attacker);
        situations.ofTheLibrary();
        situations.refusals();
        situations.beforeAnyLimit();
        situations.ofTheContainer();
        situations.ofTheApplication();
        return situations.all;
    }

    /** Those of them that a limit counts: all but security.txt, preflights, and what a container may refuse by itself. */
    public static Map<String, Supplier<Exchange>> counted(Attacker attacker) {
        Situations situations = new Situations(attacker);
        situations.ofTheLibrary();
        situations.refusals();
        situations.ofTheApplication();
        return situations.all;
    }

    private void ofTheLibrary() {
        put(200, () -> attacker.signIn().send(attacker.wire().me()));
        all.put("a sign-in", () -> signIn(attacker));
        put(204, () -> attacker.signIn().signOut());
        put(401, () -> stranger(attacker.wire().me()));
        all.put(
                "a wrong password",
                () -> attacker.stranger().trySignIn(Attacker.canary() + "@nobody.example", "Wrong-Horse-7-Battery"));
        put(422, () -> {
            Session session = attacker.signIn();
            return session.send(attacker.wire().password(session.user().password(), "short"));
        });
        all.put("HEAD", () -> attacker.signIn().send(attacker.wire().me().withMethod("HEAD")));
    }

    /** A situation that is named after its status, and is looked at only if it has it. */
    private void put(int status, Supplier<Exchange> situation) {
        all.put(Integer.toString(status), () -> must(situation.get(), status));
    }

    private Exchange must(Exchange exchange, int status) {
        attacker.mustAnswer(status, exchange);
        return exchange;
    }

    private static Exchange signIn(Attacker attacker) {
        var user = attacker.newUser();
        return attacker.stranger().trySignIn(user.email(), user.password());
    }

    private void refusals() {
        all.put(
                "400 for broken JSON",
                () -> stranger(Request.post(attacker.wire().auth("/sign-in")).json("{\"email\":")));
        put(
                413,
                () -> stranger(
                        Request.post(attacker.wire().auth("/sign-in")).json("\"" + "x".repeat(2_000_000) + "\"")));
        all.put(
                "a path that no rule covers, as the highest role",
                () -> attacker.signIn(attacker.roles().get(0))
                        .send(Request.get(attacker.wire().path("/" + Attacker.canary()))));
        all.put(
                "a path of nobody's, as nobody",
                () -> stranger(Request.get(attacker.wire().path("/" + Attacker.canary()))));
        all.put(
                "a method that no rule covers",
                () -> attacker.signIn()
                        .send(Request.of("PUT", attacker.wire().auth("/me")).json("{}")));
        all.put(
                "a cross-site sign-in",
                () -> stranger(attacker.wire().signIn("x@y.example", "x").with("Origin", "https://evil.example")));
    }

    private void beforeAnyLimit() {
        all.put("security.txt", () -> stranger(Request.get(attacker.wire().path("/.well-known/security.txt"))));
        all.put(
                "a preflight",
                () -> stranger(Request.of("OPTIONS", attacker.wire().auth("/sign-in"))
                        .with("Origin", "https://evil.example")
                        .with("Access-Control-Request-Method", "POST")));
        for (String trick : new String[] {";x=y", "%2f", "%00", "//", "/../me", "%5c", "%"}) {
            all.put(
                    "an ambiguous path, " + trick,
                    () -> stranger(Request.get(attacker.wire().auth("/me") + trick)));
        }
    }

    private void ofTheContainer() {
        Request get = Request.get(attacker.wire().path("/"));
        all.put("TRACE", () -> stranger(get.withMethod("TRACE")));
        all.put("an unknown method", () -> stranger(get.withMethod("FOO")));
        all.put("a bad request line", () -> stranger(get.withTarget("/\u0001")));
        all.put("a target that is no path", () -> stranger(get.withTarget("x")));
        all.put(
                "no Host",
                () -> stranger(
                        Request.get(attacker.wire().path("/")).with("Host", "a").with("Host", "b")));
        all.put("a header name with a space", () -> stranger(get.with("X Y", "z")));
        all.put(
                "a Content-Length that is no number",
                () -> stranger(Request.post(attacker.wire().auth("/sign-in")).with("Content-Length", "x")));
        all.put("headers of 100 KB", () -> stranger(get.with("X-Long", "x".repeat(100_000))));
        all.put("a target of 100 KB", () -> stranger(get.withTarget("/" + "x".repeat(100_000))));
    }

    private void ofTheApplication() {
        attacker.target().routes().stream()
                .filter(route -> route.method().equals("GET") && route.hasId())
                .forEach(route -> attacker.roleFor("GET", route.with("x"))
                        .ifPresent(role -> all.put(
                                "404, " + route,
                                () -> must(
                                        attacker.signIn(role).send(samples.with(route, Samples.unknown(""))), 404))));
        for (Route route : attacker.target().routes()) {
            for (Probe probe : route.probes()) {
                all.put(
                        probe.name().toLowerCase(Locale.ROOT).replace('_', ' ') + ", " + route,
                        () -> send(route, probe));
            }
        }
        attacker.target().routes().stream()
                .filter(route -> attacker.oracle()
                        .rule(route.method(), route.with("x"))
                        .filter(Situations::isPublic)
                        .isPresent())
                .forEach(route -> all.put("public, " + route, () -> stranger(samples.of(route, attacker.home()))));
    }

    private Exchange send(Route route, Probe probe) {
        Optional<String> role = attacker.roleFor(route.method(), route.with("x"));
        Request request = samples.of(route, attacker.home());
        boolean open = attacker.oracle()
                .rule(route.method(), route.with("x"))
                .filter(Situations::isPublic)
                .isPresent();
        Exchange exchange = open || role.isEmpty()
                ? stranger(request)
                : attacker.signIn(role.get()).send(request);
        probe.status().ifPresent(status -> mustBegin(exchange, status));
        Optional<String> tag = exchange.header("ETag");
        if (probe == Probe.NOT_MODIFIED && exchange.status() == 200 && tag.isPresent()) {
            Request again = request.with("If-None-Match", tag.get());
            return must(
                    open || role.isEmpty()
                            ? stranger(again)
                            : attacker.signIn(role.get()).send(again),
                    304);
        }
        return exchange;
    }

    private void mustBegin(Exchange exchange, String status) {
        attacker.must(Integer.toString(exchange.status()).startsWith(status), "the route shows what it says", exchange);
    }

    private Exchange stranger(Request request) {
        return attacker.stranger().send(request);
    }

    private static boolean isPublic(RoutePolicy rule) {
        return Oracle.isPublic(rule);
    }
}
