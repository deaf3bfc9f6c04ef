package dev.hauberk;

import java.util.Optional;

/**
 * What a decision is about.
 *
 * @param kind what sort of thing, for example {@code prompt} or a route's path
 * @param id which one; empty for all of the kind, or where it does not exist yet
 * @param tenant whose it is; empty means nobody's, which no caller of a tenant may reach
 */
public record Resource(String kind, Optional<String> id, Optional<Tenant> tenant) {
    /** One thing of a tenant. */
    public static Resource of(String kind, String id, Tenant tenant) {
        return new Resource(kind, Optional.of(id), Optional.of(tenant));
    }

    /** The things of a kind that belong to a tenant. */
    public static Resource allOf(String kind, Tenant tenant) {
        return new Resource(kind, Optional.empty(), Optional.of(tenant));
    }
}
