package dev.hauberk.key;

import dev.hauberk.Control;
import dev.hauberk.policy.KeyPolicy.State;
import dev.hauberk.policy.Place;
import dev.hauberk.policy.Problem;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Remembers which bytes stood behind which id, by marks that are derived from them, so that no id comes to stand for other
 * bytes while a process runs. Belongs to one ring, which lets one thread in at a time.
 */
final class SeenKeys {
    private static final Place PLACE = new Place(RootKeys.NAME, 0);
    private static final String MARK = "hauberk/seen";

    private final Map<Purpose, Map<String, Secret>> marks = new EnumMap<>(Purpose.class);

    /**
     * What a ring says of a key of a purpose, without its secret.
     *
     * @param created as the key says
     */
    record Said(Purpose purpose, String id, Instant created, State state) {}

    /** All that a ring says, in its order. */
    static List<Said> said(KeyRing ring) {
        List<Said> said = new ArrayList<>();
        for (Purpose purpose : Purpose.values()) {
            ring.usable(purpose).forEach(key -> said.add(new Said(purpose, key.id(), key.created(), key.state())));
        }
        return said;
    }

    void remember(KeyRing ring) {
        for (Purpose purpose : Purpose.values()) {
            ring.usable(purpose).forEach(key -> of(purpose).put(key.id(), key.derive(MARK)));
        }
    }

    /** Why a ring cannot follow on another; nothing where it can. */
    List<Problem> problemsOf(KeyRing next, KeyRing former) {
        Set<Problem> problems = new LinkedHashSet<>();
        for (Purpose purpose : Purpose.values()) {
            next.usable(purpose).forEach(key -> check(key, of(purpose), problems));
            String primary = former.primary(purpose).id();
            if (next.find(purpose, primary).isEmpty()) {
                problems.add(problem(
                        primary,
                        "the key that made what is new until now",
                        "nothing",
                        "Leave it in its place until nothing needs it any more."));
            }
        }
        return List.copyOf(problems);
    }

    private static void check(KeyRing.Key key, Map<String, Secret> marks, Set<Problem> problems) {
        Secret mark = key.derive(MARK);
        marks.forEach((id, seen) -> {
            boolean sameId = id.equals(key.id());
            if (sameId != seen.matches(mark)) {
                problems.add(problem(
                        key.id(),
                        sameId ? "the bytes that this id had before" : "bytes that no other id had before",
                        sameId ? "others" : "those of " + id,
                        "Give each key an id of its own, for good."));
            }
        });
    }

    private static Problem problem(String id, String asked, String set, String remedy) {
        return new Problem(PLACE, id, Optional.of(Control.DATA_3), asked, set, remedy);
    }

    private Map<String, Secret> of(Purpose purpose) {
        return marks.computeIfAbsent(purpose, any -> new LinkedHashMap<>());
    }
}
