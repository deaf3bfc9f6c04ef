package dev.hauberk.testkit.attack.session;

import java.util.List;

/** The attacks of this family. */
public final class SessionAttacks {
    private SessionAttacks() {}

    /** The classes whose annotated methods are the attacks. */
    public static List<Class<?>> all() {
        return List.of(
                IdleAttacks.class,
                PasswordChangeAttacks.class,
                DowngradeAttacks.class,
                NumberAttacks.class,
                CookieAttacks.class,
                ServerSideAttacks.class);
    }
}
