package dev.hauberk.testkit.attack.log;

import java.util.List;

/** The attacks of this family. */
public final class LogAttacks {
    private LogAttacks() {}

    /** The classes whose annotated methods are the attacks. */
    public static List<Class<?>> all() {
        return List.of(PersonalDataAttacks.class);
    }
}
