package dev.hauberk;

import java.util.regex.Pattern;

/**
 * Something that a role may do, for example {@code users:read}.
 *
 * <p>Names are exact: no case is folded, and a {@code *} within one has no meaning.
 *
 * @param name family and action in lower case, with a colon between
 */
public record Permission(String name) {
    private static final Pattern FORM = Pattern.compile("[a-z][a-z0-9_-]*:[a-z][a-z0-9_-]*");

    /** @throws IllegalArgumentException where the name is not {@code family:action} */
    public Permission {
        if (!FORM.matcher(name).matches()) {
            throw new IllegalArgumentException("a permission is written family:action, in lower case");
        }
    }

    /**
     * The permission of a name, as a policy file writes it.
     *
     * @throws IllegalArgumentException where the name is not {@code family:action}
     */
    public static Permission parse(String name) {
        return new Permission(name);
    }

    @Override
    public String toString() {
        return name;
    }
}
