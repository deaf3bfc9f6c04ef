package dev.hauberk.identity.session;

import dev.hauberk.policy.SessionPolicy.WhenFull;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/**
 * Holds each user's sessions as one immutable list, the newest first, and replaces it in one step: a reader sees the list
 * from before a change or the one from after it.
 */
final class InMemorySessionStore implements SessionStore {
    private static final int OVER_KEPT = 20;

    private final ConcurrentMap<String, List<Session>> byUser = new ConcurrentHashMap<>();
    private final ConcurrentMap<String, String> userOf = new ConcurrentHashMap<>();

    @Override
    public Opening open(Session session, int max, WhenFull whenFull) {
        return change(session.user(), sessions -> {
            List<Session> alive = alive(sessions, session.openedAt());
            if (alive.size() >= max && whenFull == WhenFull.REFUSE) {
                return new Change<>(sessions, new Opening.Full());
            }
            End end = new End(session.openedAt(), End.Cause.TOO_MANY);
            List<Session> tooMany = alive.subList(Math.min(max - 1, alive.size()), alive.size());
            List<Session> ended = tooMany.stream().map(old -> old.ended(end)).toList();
            List<Session> after = new ArrayList<>();
            after.add(session);
            sessions.forEach(old -> after.add(tooMany.contains(old) ? old.ended(end) : old));
            userOf.put(session.id(), session.user());
            return new Change<>(bounded(after, session.openedAt()), new Opening.Done(ended));
        });
    }

    @Override
    public Optional<Session> find(String id) {
        return Optional.ofNullable(userOf.get(id)).flatMap(user -> byId(byUser.getOrDefault(user, List.of()), id));
    }

    @Override
    public Rotation rotate(RefreshUse use) {
        return one(use.session(), new Rotation.Unknown(), session -> {
            Family family = session.refresh();
            boolean alive = session.isAliveAt(use.at());
            if (use.generation() == family.generation() && same(use.presented(), family.hash())) {
                if (!alive) {
                    return new One<>(session, new Rotation.Over(session));
                }
                Session next = session.refreshed(
                        use.at(),
                        use.expiresAt(),
                        new Family(family.generation() + 1, use.next(), family.hash(), use.sealed(), use.at()));
                return new One<>(next, new Rotation.Rotated(next));
            }
            if (use.generation() >= family.generation()) {
                return new One<>(session, new Rotation.Unknown());
            }
            if (alive && isWithinGrace(use, session)) {
                return new One<>(session, new Rotation.Again(session));
            }
            Session ended = alive ? session.ended(new End(use.at(), End.Cause.REPLAYED)) : session;
            return new One<>(ended, new Rotation.Replayed(ended, alive));
        });
    }

    private static boolean isWithinGrace(RefreshUse use, Session session) {
        Family family = session.refresh();
        return use.generation() == family.generation() - 1
                && same(use.presented(), family.previous())
                && use.at().isBefore(family.since().plus(use.grace()))
                && !family.sealed().isEmpty()
                && !use.device().isBlank()
                && use.device().equals(session.device());
    }

    @Override
    public void touch(String id, Instant usedAt, Instant expiresAt) {
        boolean unused = one(
                id,
                false,
                session -> new One<>(session.isAliveAt(usedAt) ? session.used(usedAt, expiresAt) : session, true));
    }

    @Override
    public boolean see(String id, Seen before, Seen now) {
        return one(
                id,
                false,
                session ->
                        session.seen().equals(before) ? new One<>(session.saw(now), true) : new One<>(session, false));
    }

    @Override
    public Optional<Session> end(String user, String id, End end) {
        return one(id, Optional.empty(), session -> {
            if (!session.user().equals(user) || !session.isAliveAt(end.at())) {
                return new One<>(session, Optional.empty());
            }
            Session ended = session.ended(end);
            return new One<>(ended, Optional.of(ended));
        });
    }

    @Override
    public List<Session> endAll(String user, Optional<String> but, End end) {
        return change(user, sessions -> {
            List<Session> after = new ArrayList<>();
            List<Session> ended = new ArrayList<>();
            for (Session session : sessions) {
                boolean ends = session.isAliveAt(end.at()) && !but.equals(Optional.of(session.id()));
                Session now = ends ? session.ended(end) : session;
                after.add(now);
                if (ends) {
                    ended.add(now);
                }
            }
            return new Change<>(after, List.copyOf(ended));
        });
    }

    @Override
    public List<Session> of(String user, Instant now) {
        return alive(byUser.getOrDefault(user, List.of()), now);
    }

    @Override
    public int purge(Instant before) {
        return byUser.keySet().stream()
                .mapToInt(user -> change(user, sessions -> {
                    List<Session> kept = sessions.stream()
                            .filter(session -> !session.overAt().isBefore(before))
                            .toList();
                    return new Change<>(kept, sessions.size() - kept.size());
                }))
                .sum();
    }

    /** What a user's sessions become, and what to say of it. */
    private record Change<T>(List<Session> after, T answer) {}

    /** What a session becomes, and what to say of it. */
    private record One<T>(Session after, T answer) {}

    private <T> T one(String id, T none, Function<Session, One<T>> step) {
        String user = userOf.get(id);
        if (user == null) {
            return none;
        }
        return change(user, sessions -> {
            Optional<Session> found = byId(sessions, id);
            if (found.isEmpty()) {
                return new Change<>(sessions, none);
            }
            One<T> one = step.apply(found.get());
            UnaryOperator<Session> replace = old -> old.id().equals(id) ? one.after() : old;
            return new Change<>(sessions.stream().map(replace).toList(), one.answer());
        });
    }

    /** Replaces a user's list in one step. Nothing in it waits for anything. */
    private <T> T change(String user, Function<List<Session>, Change<T>> step) {
        List<T> answer = new ArrayList<>(1);
        byUser.compute(user, (key, before) -> {
            List<Session> old = before == null ? List.of() : before;
            Change<T> change = step.apply(old);
            answer.add(change.answer());
            List<Session> after = List.copyOf(change.after());
            old.stream()
                    .filter(session -> byId(after, session.id()).isEmpty())
                    .forEach(gone -> userOf.remove(gone.id()));
            return after.isEmpty() ? null : after;
        });
        return answer.get(0);
    }

    /** Opening is all that makes a list longer, so this is where it is kept short. */
    private static List<Session> bounded(List<Session> sessions, Instant now) {
        List<Session> kept = new ArrayList<>();
        int over = 0;
        for (Session session : sessions) {
            if (session.isAliveAt(now) || ++over <= OVER_KEPT) {
                kept.add(session);
            }
        }
        return kept;
    }

    private static List<Session> alive(List<Session> sessions, Instant now) {
        return sessions.stream().filter(session -> session.isAliveAt(now)).toList();
    }

    private static Optional<Session> byId(List<Session> sessions, String id) {
        return sessions.stream().filter(session -> session.id().equals(id)).findFirst();
    }

    private static boolean same(String one, String other) {
        return MessageDigest.isEqual(one.getBytes(StandardCharsets.UTF_8), other.getBytes(StandardCharsets.UTF_8));
    }
}
