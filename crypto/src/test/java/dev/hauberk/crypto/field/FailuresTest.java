package dev.hauberk.crypto.field;

import static dev.hauberk.crypto.field.Places.HERE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.hauberk.Control;
import dev.hauberk.Event;
import dev.hauberk.Events;
import dev.hauberk.audit.AuditException;
import dev.hauberk.audit.AuditRecord;
import dev.hauberk.audit.AuditTrail;
import dev.hauberk.audit.InMemoryAuditTrail;
import dev.hauberk.crypto.FakeKeyRing;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** DATA-2 a8: whatever the cause of a failure, nobody can tell it from another. */
@Tag("DATA-2")
class FailuresTest {
    private static final Instant NOW = Instant.parse("2026-11-24T18:00:00Z");

    private final List<Event> events = new ArrayList<>();
    private final InMemoryAuditTrail audit = AuditTrail.inMemory(100);
    private final FieldCipher cipher = cipher(audit);

    @Test
    void throwsTheSameForEveryCause() {
        for (Map.Entry<String, String> cause : Causes.of(cipher).entrySet()) {
            Throwable thrown = catchThrowable(() -> cipher.decrypt(cause.getValue(), HERE));

            assertThat(thrown)
                    .as(cause.getKey())
                    .isExactlyInstanceOf(CipherException.class)
                    .hasMessage(new CipherException().getMessage())
                    .hasNoCause()
                    .hasNoSuppressedExceptions();
        }
    }

    @Test
    void tellsTheSameOfEveryCauseWithoutTheRow() {
        int causes = 0;
        for (String stored : Causes.of(cipher).values()) {
            assertThatThrownBy(() -> cipher.decrypt(stored, HERE)).isInstanceOf(CipherException.class);
            causes++;
        }

        Event event = new Event(
                NOW,
                Control.DATA_2,
                Event.Outcome.DENIED,
                "not-opened",
                Map.of("tenant", "acme", "table", "users", "column", "email"));
        AuditRecord record = new AuditRecord(
                NOW,
                Control.DATA_2,
                "open-field",
                Optional.empty(),
                Optional.of("acme"),
                Optional.of("users.email"),
                AuditRecord.Outcome.DENIED,
                Map.of("reason", "not-opened"));
        assertThat(events).hasSize(causes).containsOnly(event);
        assertThat(audit.records()).hasSize(causes).containsOnly(record);
    }

    @Test
    void tellsNothingOfWhatOpens() {
        cipher.decrypt(cipher.encrypt("ada", HERE), HERE);

        assertThat(events).isEmpty();
        assertThat(audit.records()).isEmpty();
    }

    @Test
    void throwsWhatTheTrailThrowsWhereARecordIsLost() {
        FieldCipher unrecorded = cipher(record -> {
            throw new AuditException("full", new IllegalStateException());
        });

        assertThatThrownBy(() -> unrecorded.decrypt("", HERE)).isInstanceOf(AuditException.class);
    }

    @Test
    void hidesWhatACodecSaysOfAValue() {
        FieldCodec<String> chatty = new FieldCodec<>() {
            @Override
            public String kind() {
                return "text";
            }

            @Override
            public byte[] encode(String value) {
                return TextCodec.INSTANCE.encode(value);
            }

            @Override
            public String decode(byte[] bytes) {
                throw new IllegalStateException("cannot read " + TextCodec.INSTANCE.decode(bytes));
            }
        };
        String stored = cipher.encrypt("ada", HERE);

        assertThatThrownBy(() -> cipher.decrypt(stored, chatty, HERE))
                .isInstanceOf(CipherException.class)
                .hasNoCause()
                .hasMessageNotContaining("ada");
        assertThat(events).hasSize(1);
    }

    private FieldCipher cipher(AuditTrail trail) {
        Events published = new Events();
        published.subscribe(events::add);
        return FieldCipher.builder(FakeKeyRing.of("k2", "k1"))
                .events(published)
                .audit(trail)
                .clock(() -> NOW)
                .build();
    }
}
