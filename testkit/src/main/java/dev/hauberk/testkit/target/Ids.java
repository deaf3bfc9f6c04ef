package dev.hauberk.testkit.target;

import java.util.function.Function;

/** Where the ids in a route's path come from. */
public sealed interface Ids {
    /** The route has no id in its path. */
    record None() implements Ids {}

    /** Users' ids. */
    record OfUsers() implements Ids {}

    /**
     * Made by a POST whose answer has an {@code id}. A GET of the same path lists them.
     *
     * @param path where to post
     * @param body with {@code {canary}} where text goes by which the kit knows it again
     */
    record CreatedBy(String path, String body) implements Ids {}

    /** Known to whoever describes the application: by tenant. */
    record Given(Function<String, String> byTenant) implements Ids {}

    /** {@link OfUsers}. */
    static Ids ofUsers() {
        return new OfUsers();
    }

    /** {@link CreatedBy}. */
    static Ids createdBy(String path, String body) {
        return new CreatedBy(path, body);
    }

    /** {@link Given}. */
    static Ids given(Function<String, String> byTenant) {
        return new Given(byTenant);
    }
}
