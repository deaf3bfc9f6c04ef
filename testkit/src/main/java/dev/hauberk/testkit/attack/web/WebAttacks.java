package dev.hauberk.testkit.attack.web;

import java.util.List;

/** The attacks of this family. */
public final class WebAttacks {
    private WebAttacks() {}

    /** The classes whose annotated methods are the attacks. */
    public static List<Class<?>> all() {
        return List.of(
                HeaderAttacks.class,
                ContentPolicyAttacks.class,
                CachingAttacks.class,
                FieldAttacks.class,
                CrossSiteAttacks.class,
                SignInAcrossSitesAttacks.class,
                ForgedAddressAttacks.class,
                ContactAttacks.class);
    }
}
