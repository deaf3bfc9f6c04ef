package dev.hauberk.key;

import dev.hauberk.Control;
import dev.hauberk.Event;
import dev.hauberk.Event.Outcome;
import dev.hauberk.Events;
import dev.hauberk.policy.PolicyException;
import dev.hauberk.policy.Problem;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A ring that is read again without a restart, while it is used. What is read takes the place of what was there in one step; whoever
 * holds a key goes on with it.
 *
 * <p>A reading that cannot be used changes nothing: the former keys go on, an event of DATA-3 with the outcome {@code FAILED} and a
 * line of the log say so, and the next reading may be better. Refused are whatever the source refuses, an id that had other bytes
 * before, bytes that had another id, and keys among which that is missing with which what is new was made until now.
 *
 * <p>Several nodes do not read in the same moment: hand out a new key where it only opens first, and prefer it once every node has it.
 * Thread-safe.
 */
public final class ReloadingKeyRing implements KeyRing {
    private static final Logger log = LoggerFactory.getLogger(ReloadingKeyRing.class);

    private final Supplier<KeyRing> source;
    private final Events events;
    private final InstantSource clock;
    private final ReentrantLock reading = new ReentrantLock();
    private final SeenKeys seen = new SeenKeys();
    private int failures;
    private volatile KeyRing current;

    private ReloadingKeyRing(Supplier<KeyRing> source, Events events, InstantSource clock) {
        this.source = source;
        this.events = events;
        this.clock = clock;
        this.current = source.get();
        seen.remember(current);
    }

    /** What became of a reading. */
    public enum Reading {
        /** Its keys are used from now on. */
        CHANGED,
        /** It says what was known. */
        UNCHANGED,
        /** It cannot be used, and the former keys go on. */
        REFUSED
    }

    /** Readings that are repeated until this is closed. */
    public interface Repeating extends AutoCloseable {
        @Override
        void close();
    }

    /**
     * A ring of what a source says now.
     *
     * @param source reads all of it, for example {@code () -> KeyRing.of(SecretSource.file(path), policy.keys())}; it is called by one
     *     thread at a time
     * @param events who hears of readings that changed something or were refused
     * @throws PolicyException and whatever else the source throws, since there is nothing yet to go on with
     */
    public static ReloadingKeyRing of(Supplier<KeyRing> source, Events events, InstantSource clock) {
        return new ReloadingKeyRing(source, events, clock);
    }

    /** Reads the source once more. Throws nothing that the source throws. */
    public Reading reload() {
        reading.lock();
        try {
            return take(source.get());
        } catch (PolicyException e) {
            // Its problems hold no secret.
            return refuse("policy", e.problems().toString());
        } catch (Exception | Error e) {
            // Its message may. Whatever it is, checked ones of other languages included, a later reading may be better.
            return refuse(e.getClass().getSimpleName(), e.getClass().getName());
        } finally {
            reading.unlock();
        }
    }

    /**
     * Reads the source again and again, on a thread of its own, until what is returned is closed.
     *
     * @param pause from the end of a reading to the beginning of the next; positive
     */
    public Repeating reloadEvery(Duration pause) {
        return Repeated.every(pause, "hauberk-keys", this::reload);
    }

    private Reading take(KeyRing next) {
        if (next.isEphemeral() && current.isEphemeral()) {
            return Reading.UNCHANGED;
        }
        List<Problem> problems = seen.problemsOf(next, current);
        if (!problems.isEmpty()) {
            throw new PolicyException(problems);
        }
        boolean changed = !SeenKeys.said(next).equals(SeenKeys.said(current));
        current = next;
        seen.remember(next);
        if (changed || failures > 0) {
            failures = 0;
            publish(Outcome.NOTICED, "keys-reloaded", Map.of("keys", next.toString()));
        }
        return changed ? Reading.CHANGED : Reading.UNCHANGED;
    }

    private Reading refuse(String code, String why) {
        failures++;
        log.error("the keys could not be read again, and the former ones go on: {}", why);
        publish(Outcome.FAILED, "keys-not-reloaded", Map.of("why", code, "failures", Integer.toString(failures)));
        return Reading.REFUSED;
    }

    private void publish(Outcome outcome, String reason, Map<String, String> details) {
        events.publish(new Event(clock.instant(), Control.DATA_3, outcome, reason, details));
    }

    @Override
    public Key primary(Purpose purpose) {
        return current.primary(purpose);
    }

    @Override
    public Optional<Key> find(Purpose purpose, String id) {
        return current.find(purpose, id);
    }

    @Override
    public List<Key> usable(Purpose purpose) {
        return current.usable(purpose);
    }

    @Override
    public boolean isEphemeral() {
        return current.isEphemeral();
    }

    @Override
    public String toString() {
        return current.toString();
    }
}
