package dev.hauberk.testkit.attack.access;

import java.util.List;

/** The attacks of this family. */
public final class AccessAttacks {
    private AccessAttacks() {}

    /** The classes whose annotated methods are the attacks. */
    public static List<Class<?>> all() {
        return List.of(
                RoleAttacks.class,
                GrantAttacks.class,
                RouteAttacks.class,
                DenialAttacks.class,
                PathAttacks.class,
                MethodAttacks.class,
                TenantAttacks.class);
    }
}
