package dev.hauberk.testkit.attack;

import dev.hauberk.testkit.http.Request;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;

/** What the target has logged, once everything that was sent is in it. Not thread-safe. */
public final class LogView {
    private static final long PATIENCE_NS = 5_000_000_000L;

    private final Attacker attacker;
    private final Supplier<List<String>> log;

    private LogView(Attacker attacker, Supplier<List<String>> log) {
        this.attacker = attacker;
        this.log = log;
    }

    /** The log of an attacker's target; an attack is not tried where the target shows none. */
    public static LogView of(Attacker attacker) {
        return new LogView(
                attacker, attacker.target().logLines().orElseThrow(() -> Attacker.notTried("the target shows no log")));
    }

    /** The lines, those of every answered request among them: waits for the line of a request that it sends last. */
    public List<String> lines() {
        String mark = Attacker.canary();
        attacker.stranger().send(Request.get(attacker.wire().auth("/" + mark)));
        long end = System.nanoTime() + PATIENCE_NS;
        while (log.get().stream().noneMatch(line -> line.contains(mark))) {
            attacker.must(
                    System.nanoTime() < end,
                    "every request is logged with its path",
                    "the log holds nothing of " + attacker.wire().auth("/" + mark));
            LockSupport.parkNanos(1_000_000);
        }
        return List.copyOf(log.get());
    }
}
