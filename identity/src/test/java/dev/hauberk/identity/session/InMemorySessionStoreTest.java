package dev.hauberk.identity.session;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hauberk.policy.SessionPolicy.WhenFull;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class InMemorySessionStoreTest extends SessionStoreContract {
    @Override
    SessionStore empty() {
        return SessionStore.inMemory();
    }

    @Test
    void keepsTwentySessionsOfAUserThatAreOver() {
        SessionStore store = empty();
        Instant start = Instant.EPOCH;
        for (int i = 0; i < 100; i++) {
            Instant at = start.plusSeconds(i);
            Session session = new Session(
                    "s" + i,
                    "u",
                    "",
                    at,
                    at,
                    at.plusSeconds(1),
                    Map.of(),
                    new Seen(1, Set.of()),
                    Family.first("hash", at),
                    Optional.empty());
            store.open(session, 5, WhenFull.END_OLDEST);
        }

        assertThat(IntStream.range(0, 100).filter(i -> store.find("s" + i).isPresent()))
                .hasSize(21)
                .contains(99, 79);
    }
}
