package dev.hauberk.testkit.attack.limit;

import java.util.List;

/** The attacks of this family. */
public final class LimitAttacks {
    private LimitAttacks() {}

    /** The classes whose annotated methods are the attacks. */
    public static List<Class<?>> all() {
        return List.of(
                ExcessAttacks.class,
                EvasionAttacks.class,
                LimitHeaderAttacks.class,
                NoticeAttacks.class,
                BudgetAttacks.class);
    }
}
