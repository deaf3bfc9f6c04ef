package dev.hauberk.testkit.target;

import java.time.Duration;
import java.time.Instant;

/** The clock of the application under attack. It is only moved forwards. */
public interface MovableClock {
    Instant now();

    /** Moves it on. Takes effect at the next request. */
    void advance(Duration time);
}
