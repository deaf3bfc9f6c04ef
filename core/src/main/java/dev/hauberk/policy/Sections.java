package dev.hauberk.policy;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;

/** Which sections this version keeps, and which room keeps each. */
final class Sections {
    /** Sections of the whole design that a later version keeps: to accept one silently would promise what nobody does. */
    private static final Set<String> LATER = Set.of(
            "access-changes",
            "analytics",
            "api-keys",
            "attestations",
            "audit",
            "csrf",
            "detection",
            "erasure",
            "errors",
            "health",
            "incidents",
            "metrics",
            "providers",
            "retention",
            "reviews",
            "tenants",
            "tls",
            "violations",
            "webhooks");

    private static final Map<String, String> ROOMS = Map.ofEntries(
            Map.entry("passwords", "crypto"),
            Map.entry("tokens", "crypto"),
            Map.entry("limits", "ratelimit"),
            Map.entry("budgets", "ratelimit"),
            Map.entry("permissions", "rbac"),
            Map.entry("roles", "rbac"),
            Map.entry("routes", "rbac"),
            Map.entry("sign-in", "identity"),
            Map.entry("factors", "identity"),
            Map.entry("sessions", "identity"),
            Map.entry("origins", "servlet"),
            Map.entry("headers", "servlet"),
            Map.entry("input", "servlet"),
            Map.entry("responses", "servlet"),
            Map.entry("proxies", "servlet"),
            Map.entry("contacts", "servlet"));

    private final Predicate<String> rooms;
    private final Problems problems;

    /** @param rooms whether a room is on the class path */
    Sections(Predicate<String> rooms, Problems problems) {
        this.rooms = rooms;
        this.problems = problems;
    }

    /** Whether a room is on the class path: each ships an empty resource that bears its name. */
    static boolean isRoomThere(String room) {
        return SecurityPolicy.class.getClassLoader().getResource("META-INF/hauberk/rooms/" + room) != null;
    }

    /** Reports the sections that nobody would keep, and returns the tree without those of a later version. */
    Node.Mapping check(Node.Mapping root) {
        for (Node.Entry entry : root.entries()) {
            String room = ROOMS.get(entry.key());
            if (LATER.contains(entry.key())) {
                problems.add(
                        entry.place(),
                        entry.key(),
                        "a section that this version keeps",
                        "one that a later version keeps",
                        "Remove it: until then nothing would keep what it says.");
            } else if (room != null && !rooms.test(room)) {
                problems.add(
                        entry.place(),
                        entry.key(),
                        "the room that keeps it",
                        "hauberk-" + room + " is not on the class path",
                        "Add the artifact dev.hauberk:hauberk-" + room + ", or remove the section.");
            }
        }
        List<Node.Entry> kept = root.entries().stream()
                .filter(entry -> !LATER.contains(entry.key()))
                .toList();
        return new Node.Mapping(kept, root.place());
    }
}
