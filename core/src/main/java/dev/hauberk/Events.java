package dev.hauberk;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Hands every {@link Event} to those who asked for them.
 *
 * <p>A subscriber is called on the thread that publishes, must be quick and must not block; whoever has long work keeps
 * a bounded queue of its own. One that throws is logged and never fails a request. Thread-safe.
 */
public final class Events {
    private static final Logger log = LoggerFactory.getLogger(Events.class);

    private final List<Consumer<Event>> subscribers = new CopyOnWriteArrayList<>();

    /** Has every later event handed to a subscriber. */
    public void subscribe(Consumer<Event> subscriber) {
        subscribers.add(subscriber);
    }

    /** Hands an event to every subscriber. Never throws what a subscriber throws. */
    public void publish(Event event) {
        for (Consumer<Event> subscriber : subscribers) {
            try {
                subscriber.accept(event);
            } catch (RuntimeException e) {
                log.warn(
                        "a subscriber failed on an event of {}: {}",
                        event.control().id(),
                        e.getClass().getName());
            }
        }
    }
}
