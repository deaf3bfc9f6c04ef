package dev.hauberk;

/**
 * The organisation whose data somebody may reach.
 *
 * <p>Two tenants are the same exactly if their ids are equal: ids are compared as they are, never folded or trimmed.
 *
 * @param id an opaque name; not blank, no control characters
 */
public record Tenant(String id) {
    /** @throws IllegalArgumentException where the id is blank or holds a control character */
    public Tenant {
        if (id.isBlank() || id.chars().anyMatch(Character::isISOControl)) {
            throw new IllegalArgumentException("a tenant's id is not blank and holds no control characters");
        }
    }

    @Override
    public String toString() {
        return id;
    }
}
