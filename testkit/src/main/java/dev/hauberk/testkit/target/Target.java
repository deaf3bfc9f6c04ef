package dev.hauberk.testkit.target;

import dev.hauberk.policy.SecurityPolicy;
import dev.hauberk.testkit.http.Address;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * An application to attack, running on this machine, with data that may be spoilt.
 *
 * <p>Four things must be there: {@link #address()}, {@link #policy()}, {@link #routes()} and {@link #newUser}. The rest are hooks:
 * an attack that needs one which is not given is reported as not tried, and never as passed.
 *
 * <p><b>Limits.</b> This target keeps its limits and sign-in attempts as the policy says: attacks on them run here, each from
 * addresses of 127.0.0.0/8 and with users of its own. All other attacks send thousands of requests, and run against {@link #relaxed()}:
 * the same application, started a second time with {@link Relaxed#policy}.
 */
public interface Target {
    /** Where it listens: an address of this machine. Over plain HTTP. */
    Address address();

    /** The policy that it keeps. */
    SecurityPolicy policy();

    /**
     * Every route that the application has, besides those of the library below the policy's sign-in path. What is not listed
     * is not attacked.
     */
    List<Route> routes();

    /**
     * Makes a user that nobody else knows, who can sign in at once.
     *
     * @param role a role of the policy
     * @param tenant one of {@link #tenants()}
     * @return with an e-mail address and a password of its own
     */
    User newUser(String role, String tenant);

    /** Tenants in which users can be made: at least two, so that one can be a stranger to the other. */
    default List<String> tenants() {
        return List.of("acme", "globex");
    }

    /**
     * The same application with {@link Relaxed#policy}: what attacks other than those on limits run against. Where it is not given they
     * run against this one, and those that a limit stops are reported as not tried.
     */
    default Optional<Target> relaxed() {
        return Optional.empty();
    }

    /** How a user's role is changed, where a route does that. */
    default Optional<RoleChange> roleChange() {
        return Optional.empty();
    }

    /** Forbids a user to sign in. */
    default Optional<Consumer<User>> disabling() {
        return Optional.empty();
    }

    /** How the application's tools run, where the policy has budgets for them. */
    default Optional<ToolRuns> toolRuns() {
        return Optional.empty();
    }

    /** Moves the application's clock. */
    default Optional<MovableClock> clock() {
        return Optional.empty();
    }

    /** Every line that the application has logged since its start, as it would stand on standard output. */
    default Optional<Supplier<List<String>>> logLines() {
        return Optional.empty();
    }

    /** Every record of the audit trail since the start, each as text. */
    default Optional<Supplier<List<String>>> auditRecords() {
        return Optional.empty();
    }

    /** Messages that were sent to users since the start, each as text. */
    default Optional<Supplier<List<String>>> outbox() {
        return Optional.empty();
    }

    /** A key that signs the application's access tokens, so that well-signed tokens with wrong claims can be tried. */
    default Optional<TokenKey> tokenKey() {
        return Optional.empty();
    }
}
