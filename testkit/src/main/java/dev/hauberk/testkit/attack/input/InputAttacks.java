package dev.hauberk.testkit.attack.input;

import java.util.List;

/** The attacks of this family. */
public final class InputAttacks {
    private InputAttacks() {}

    /** The classes whose annotated methods are the attacks. */
    public static List<Class<?>> all() {
        return List.of(BodyAttacks.class, ErrorAttacks.class);
    }
}
