package dev.hauberk.testkit.attack;

import dev.hauberk.Control;
import dev.hauberk.Mode;
import dev.hauberk.policy.RoutePolicy;
import dev.hauberk.policy.SecurityPolicy;
import dev.hauberk.testkit.http.Exchange;
import dev.hauberk.testkit.http.Request;
import dev.hauberk.testkit.target.Target;
import dev.hauberk.testkit.target.User;
import dev.hauberk.testkit.wire.Client;
import dev.hauberk.testkit.wire.Json;
import dev.hauberk.testkit.wire.Session;
import dev.hauberk.testkit.wire.Wire;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import org.opentest4j.TestAbortedException;

/**
 * Makes one attack on one target: has clients at addresses of its own, signs in as users of its own, and says what failed.
 * Not thread-safe; the clients that it makes are.
 */
public final class Attacker {
    private final Campaign campaign;
    private final Target target;
    private final Control control;
    private final String breaks;
    private final boolean onLimits;
    private final String title;

    Attacker(Campaign campaign, Target target, Control control, Attack attack) {
        this.campaign = campaign;
        this.target = target;
        this.control = control;
        this.breaks = attack.breaks();
        this.onLimits = attack.onLimits();
        this.title = attack.tries();
    }

    public Target target() {
        return target;
    }

    public SecurityPolicy policy() {
        return target.policy();
    }

    public Wire wire() {
        return Wire.of(target);
    }

    public Oracle oracle() {
        return new Oracle(policy());
    }

    /** What the attack tries, as the rest of a test's name. */
    public String title() {
        return title;
    }

    /** Whether everything is tried, and not a sample. */
    public boolean triesAll() {
        return campaign.all();
    }

    /** The same numbers in each run. */
    public Random random() {
        return new Random(campaign.seed());
    }

    /** Somebody at an address that nobody used before. */
    public Client stranger() {
        return Client.of(target, campaign.addresses().next());
    }

    /** Text that occurs nowhere else. */
    public static String canary() {
        return "canary" + UUID.randomUUID().toString().replace("-", "").substring(0, 16);
    }

    /** The first tenant, in which attacks happen. */
    public String home() {
        return target.tenants().get(0);
    }

    /** Another tenant. */
    public String abroad() {
        if (target.tenants().size() < 2) {
            throw notTried("it needs a second tenant");
        }
        return target.tenants().get(1);
    }

    /** A new user of the home tenant. */
    public User newUser(String role) {
        return target.newUser(role, home());
    }

    /** The roles, the most powerful first. */
    public List<String> roles() {
        List<String> roles = new ArrayList<>(policy().roles().keySet());
        roles.sort(Comparator.comparingInt(oracle()::rank).reversed());
        return roles;
    }

    /** The least powerful role: the one that holds the fewest permissions, and of those the lowest. */
    public String leastRole() {
        return roles().stream()
                .min(Comparator.comparingInt(
                                (String role) -> oracle().permissions(role).size())
                        .thenComparingInt(oracle()::rank))
                .orElseThrow(() -> notTried("the policy has no roles"));
    }

    /** A new user of the least powerful role. */
    public User newUser() {
        return newUser(leastRole());
    }

    /** Signs in from a new address. */
    public Session signIn(User user) {
        return signIn(stranger(), user);
    }

    /** Signs in, or fails where that is refused. */
    public Session signIn(Client client, User user) {
        Exchange exchange = client.trySignIn(user.email(), user.password());
        if (exchange.status() == 429) {
            throw notTried("a limit refused the sign-in; give Target.relaxed()");
        }
        boolean needsFactor = Json.text(Json.of(exchange.response()), "mfa")
                .filter("required"::equals)
                .isPresent();
        if (needsFactor && policy().mode(Control.AUTHN_5) == Mode.ENFORCE) {
            throw notTried("a " + user.role() + " must show a factor, which the kit cannot; set AUTHN-5 to shadow");
        }
        return client.session(user, exchange)
                .orElseThrow(() -> breach("a user with the right password can sign in", exchange));
    }

    /** A new user of a role, signed in. */
    public Session signIn(String role) {
        return signIn(newUser(role));
    }

    /** A new user of the least powerful role, signed in. */
    public Session signIn() {
        return signIn(newUser());
    }

    /** A role that a rule lets through; the least powerful that there is. */
    public Optional<String> roleFor(String method, String path) {
        List<String> roles = roles();
        Collections.reverse(roles);
        return roles.stream()
                .filter(role -> oracle().decide(Optional.of(role), method, path) == Oracle.Answer.GRANTED)
                .findFirst();
    }

    /** A role that no rule lets through; empty where all are. */
    public Optional<String> roleAgainst(String method, String path) {
        return roles().stream()
                .filter(role -> oracle().decide(Optional.of(role), method, path) == Oracle.Answer.FORBIDDEN)
                .findFirst();
    }

    /** Ends an attack that does not apply: it shows as skipped, with the reason. */
    public static TestAbortedException notTried(String because) {
        return new TestAbortedException("not tried: " + because);
    }

    /** Fails unless something holds. */
    public void must(boolean holds, String expected, Exchange exchange) {
        if (!holds) {
            if (exchange.status() == 429 && !onLimits) {
                throw notTried("a limit answered first; give Target.relaxed()");
            }
            throw breach(expected, exchange);
        }
    }

    /** Fails unless the status is this. */
    public void mustAnswer(int status, Exchange exchange) {
        must(exchange.status() == status, "the answer is " + status, exchange);
    }

    /** Fails unless something holds of no answer in particular. */
    public void must(boolean holds, String expected, String got) {
        if (!holds) {
            throw new Breach(message(expected, got, breaks, ""));
        }
    }

    /** The failure that says what was expected of an answer. */
    public Breach breach(String expected, Exchange exchange) {
        return new Breach(message(expected, exchange.response().toString(), line(exchange.request()), exchange.curl()));
    }

    /** The failure that tells the first of several. */
    public Breach breaches(List<String> messages, int told) {
        String first = String.join("\n", messages.subList(0, Math.min(told, messages.size())));
        return new Breach(messages.size() <= told ? first : first + "\n… and " + (messages.size() - told) + " more");
    }

    private String line(Request request) {
        if (!breaks.isEmpty()) {
            return breaks;
        }
        String path = request.target();
        int query = path.indexOf('?');
        path = query < 0 ? path : path.substring(0, query);
        String context = target.address().context();
        String within = path.startsWith(context) ? path.substring(context.length()) : path;
        return oracle().rule(request.method(), within)
                .map(Attacker::line)
                .orElse("no rule covers " + request.method() + " " + within + ", so it is denied");
    }

    private static String line(RoutePolicy rule) {
        return rule.place() + "  routes: {path: " + rule.path() + "}";
    }

    private String message(String expected, String got, String line, String curl) {
        return control.id() + " does not hold: " + control.title()
                + "\n  expected: " + expected
                + "\n  got:      " + got
                + (line.isEmpty() ? "" : "\n  policy:   " + line)
                + (curl.isEmpty() ? "" : "\n  repeat:   " + curl);
    }
}
