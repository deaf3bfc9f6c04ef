package dev.hauberk.testkit.attack.authn;

import java.util.List;

/** The attacks of this family. */
public final class AuthnAttacks {
    private AuthnAttacks() {}

    /** The classes whose annotated methods are the attacks. */
    public static List<Class<?>> all() {
        return List.of(
                PasswordRuleAttacks.class,
                PasswordStorageAttacks.class,
                AttemptAttacks.class,
                LockoutAttacks.class,
                AccessTokenAttacks.class,
                RefreshTokenAttacks.class);
    }
}
