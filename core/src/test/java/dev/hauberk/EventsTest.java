package dev.hauberk;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("POSTURE-1")
class EventsTest {
    private static final Event EVENT =
            new Event(Instant.EPOCH, Control.RBAC_4, Event.Outcome.DENIED, "no-rule", Map.of());

    private final Events events = new Events();

    @Test
    void handsAnEventToEverySubscriberInTheirOrder() {
        List<String> seen = new ArrayList<>();
        events.subscribe(event -> seen.add("first " + event.reason()));
        events.subscribe(event -> seen.add("second " + event.reason()));
        events.publish(EVENT);

        assertThat(seen).containsExactly("first no-rule", "second no-rule");
    }

    @Test
    void goesOnWhereASubscriberFails() {
        List<Event> seen = new ArrayList<>();
        events.subscribe(event -> {
            throw new IllegalStateException("broken");
        });
        events.subscribe(seen::add);
        events.publish(EVENT);
        events.publish(EVENT);

        assertThat(seen).containsExactly(EVENT, EVENT);
    }

    @Test
    void takesASubscriberWhileItPublishes() {
        List<Event> seen = new ArrayList<>();
        events.subscribe(event -> events.subscribe(seen::add));
        events.publish(EVENT);
        events.publish(EVENT);

        assertThat(seen).hasSize(1);
    }

    @Test
    void cannotBeChangedByWhoeverGaveItsDetails() {
        Map<String, String> details = new HashMap<>(Map.of("rule", "hauberk.yml:1"));
        Event event = new Event(Instant.EPOCH, Control.RBAC_4, Event.Outcome.DENIED, "no-rule", details);
        details.put("rule", "other");

        assertThat(event.details()).containsExactly(Map.entry("rule", "hauberk.yml:1"));
    }
}
