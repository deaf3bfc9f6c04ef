package dev.hauberk.testkit.attack;

import dev.hauberk.policy.RolePolicy;
import dev.hauberk.policy.RoutePolicy;
import dev.hauberk.policy.SecurityPolicy;
import java.util.ArrayDeque;
import java.util.Collections;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * What the policy asks, worked out anew from its text and by nobody's code that is under attack. Thread-safe, since immutable.
 */
public final class Oracle {
    /** What a request must come to. */
    public enum Answer {
        /** The application answers it. */
        GRANTED,
        /** Nobody is signed in: 401. */
        UNKNOWN,
        /** Somebody is signed in who may not: 403. */
        FORBIDDEN
    }

    private final SecurityPolicy policy;

    /** The oracle of a policy. */
    public Oracle(SecurityPolicy policy) {
        this.policy = policy;
    }

    /** The first rule that covers a method and a path within the context. */
    public Optional<RoutePolicy> rule(String method, String path) {
        String judged = method.equals("HEAD") ? "GET" : method;
        return policy.routes().stream()
                .filter(rule -> rule.method().isEmpty() || rule.method().contains(judged))
                .filter(rule -> covers(rule.path(), path))
                .findFirst();
    }

    /** What a request by somebody of a role must come to; nobody's where the role is empty. */
    public Answer decide(Optional<String> role, String method, String path) {
        Optional<RoutePolicy> rule = rule(method, path);
        if (rule.isPresent() && isPublic(rule.get())) {
            return Answer.GRANTED;
        }
        if (role.isEmpty()) {
            return Answer.UNKNOWN;
        }
        return rule.isPresent() && admits(rule.get(), role.get()) ? Answer.GRANTED : Answer.FORBIDDEN;
    }

    /** Whether a rule lets everybody through. */
    public static boolean isPublic(RoutePolicy rule) {
        return rule.access().filter(RoutePolicy.Access.PUBLIC::equals).isPresent()
                && rule.roles().isEmpty()
                && rule.permission().isEmpty();
    }

    /** The permissions of a role, with those of the roles that it includes. */
    public Set<String> permissions(String role) {
        Set<String> held = new TreeSet<>();
        for (String each : withIncluded(role)) {
            RolePolicy known = policy.roles().get(each);
            if (known != null) {
                held.addAll(known.permissions());
            }
        }
        return held.contains("*") ? new TreeSet<>(policy.permissions()) : held;
    }

    /** Whether a role may give or take another. */
    public boolean gives(String giver, String given) {
        RolePolicy role = policy.roles().get(giver);
        return role != null && (role.gives().contains("*") || role.gives().contains(given));
    }

    /** Whether changing a role for another lowers the rank or loses a permission. */
    public boolean isDowngrade(String from, String to) {
        return rank(to) < rank(from) || !permissions(to).containsAll(permissions(from));
    }

    /** The rank of a role; 0 where there is none of that name. */
    public int rank(String role) {
        RolePolicy known = policy.roles().get(role);
        return known == null ? 0 : known.rank();
    }

    private boolean admits(RoutePolicy rule, String role) {
        Set<String> roles = withIncluded(role);
        boolean byRole = rule.roles().isEmpty() || !Collections.disjoint(rule.roles(), roles);
        boolean byPermission =
                rule.permission().isEmpty() || !Collections.disjoint(rule.permission(), permissions(role));
        boolean conditions = rule.access().isPresent()
                || !rule.roles().isEmpty()
                || !rule.permission().isEmpty();
        return conditions && byRole && byPermission;
    }

    private Set<String> withIncluded(String role) {
        Set<String> found = new LinkedHashSet<>();
        Deque<String> open = new ArrayDeque<>();
        open.add(role);
        while (!open.isEmpty()) {
            String next = open.remove();
            RolePolicy known = policy.roles().get(next);
            if (known != null && found.add(next)) {
                open.addAll(known.includes());
            }
        }
        return found;
    }

    /** Whether a path is among those that a pattern of the policy means. */
    public static boolean covers(String pattern, String path) {
        if (pattern.endsWith("/**")) {
            String base = pattern.substring(0, pattern.length() - "/**".length());
            return segments(base, path, true);
        }
        return segments(pattern, path, false);
    }

    private static boolean segments(String pattern, String path, boolean below) {
        String[] asked = pattern.split("/", -1);
        String[] given = path.split("/", -1);
        if (below ? given.length < asked.length : given.length != asked.length) {
            return false;
        }
        for (int i = 0; i < asked.length; i++) {
            boolean variable = asked[i].startsWith("{") && asked[i].endsWith("}") && !given[i].isEmpty();
            if (!variable && !asked[i].equals(given[i])) {
                return false;
            }
        }
        return true;
    }
}
