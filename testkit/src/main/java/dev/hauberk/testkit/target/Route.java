package dev.hauberk.testkit.target;

import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * One route of the application. Immutable; made by {@link #get}, {@link #post} and {@link #of}, and described further by its
 * other methods.
 *
 * @param method in upper case
 * @param path within the context, with {@code {name}} where an id goes
 * @param body a JSON body that it takes; {@code {canary}} in it is replaced by text of the kit, {@code {email}} by a fresh address
 * @param query a query that it takes, without the question mark; empty where it takes none
 * @param ids where the id in its path comes from
 * @param decidesFurther whether the application decides more than the policy's rule says, so that a caller whom the rule lets
 *     through may still be refused
 * @param everyTenantFor the roles that see other tenants' data here, where the policy's rule says {@code tenants: all}
 * @param leaking texts that the application's own object holds here and that must not leave
 * @param probes what it shows
 */
public record Route(
        String method,
        String path,
        Optional<String> body,
        String query,
        Ids ids,
        boolean decidesFurther,
        Set<String> everyTenantFor,
        List<String> leaking,
        Set<Probe> probes) {

    public Route {
        everyTenantFor = Set.copyOf(everyTenantFor);
        leaking = List.copyOf(leaking);
        probes = Set.copyOf(probes);
    }

    public static Route of(String method, String path) {
        return new Route(
                method,
                path,
                Optional.empty(),
                "",
                new Ids.None(),
                false,
                Set.of(),
                List.of(),
                EnumSet.noneOf(Probe.class));
    }

    public static Route get(String path) {
        return of("GET", path);
    }

    public static Route post(String path) {
        return of("POST", path);
    }

    /** With a JSON body that it takes. */
    public Route body(String json) {
        return new Route(method, path, Optional.of(json), query, ids, decidesFurther, everyTenantFor, leaking, probes);
    }

    /** With a query that it takes. */
    public Route query(String text) {
        return new Route(method, path, body, text, ids, decidesFurther, everyTenantFor, leaking, probes);
    }

    /** With ids of some origin. */
    public Route ids(Ids origin) {
        return new Route(method, path, body, query, origin, decidesFurther, everyTenantFor, leaking, probes);
    }

    /** Where the application may refuse a caller whom the policy's rule lets through. */
    public Route decidingFurther() {
        return new Route(method, path, body, query, ids, true, everyTenantFor, leaking, probes);
    }

    /** Where only these roles see all tenants, though the policy's rule says {@code tenants: all}. */
    public Route everyTenantFor(String... roles) {
        return new Route(method, path, body, query, ids, decidesFurther, Set.of(roles), leaking, probes);
    }

    /** Where the application's own object holds texts that must not leave. */
    public Route leaking(String... texts) {
        return new Route(method, path, body, query, ids, decidesFurther, everyTenantFor, List.of(texts), probes);
    }

    /** Where it shows a way of answering. */
    public Route shows(Probe probe) {
        Set<Probe> more = new LinkedHashSet<>(probes);
        more.add(probe);
        return new Route(method, path, body, query, ids, decidesFurther, everyTenantFor, leaking, more);
    }

    /** Whether its path holds an id. */
    public boolean hasId() {
        return path.contains("{");
    }

    /** The path with an id in its place. */
    public String with(String id) {
        return path.replaceAll("\\{[^}]*}", java.util.regex.Matcher.quoteReplacement(id));
    }

    @Override
    public String toString() {
        return method + " " + path;
    }
}
