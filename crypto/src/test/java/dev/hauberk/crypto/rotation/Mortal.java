package dev.hauberk.crypto.rotation;

import java.sql.SQLException;
import java.util.concurrent.atomic.AtomicInteger;

/** A tap after which nothing more reaches the server, as after a kill: before or after the call of a number. */
final class Mortal implements Tapped.Tap {
    private final int callsLeft;
    private final boolean after;
    private final AtomicInteger calls = new AtomicInteger();

    private Mortal(int callsLeft, boolean after) {
        this.callsLeft = callsLeft;
        this.after = after;
    }

    /** Dies before this call, counted from 0. */
    static Mortal before(int call) {
        return new Mortal(call, false);
    }

    /** Dies when the server did this call, counted from 0, and before anybody heard of it. */
    static Mortal after(int call) {
        return new Mortal(call, true);
    }

    /** Whether it was let live to its end. */
    boolean survived() {
        return calls.get() <= callsLeft;
    }

    @Override
    public void before(String call) throws SQLException {
        int number = calls.getAndIncrement();
        if (number > callsLeft || number == callsLeft && !after) {
            throw new SQLException("killed", "08006");
        }
    }

    @Override
    public void after(String call) throws SQLException {
        if (after && calls.get() > callsLeft) {
            throw new SQLException("killed", "08006");
        }
    }
}
