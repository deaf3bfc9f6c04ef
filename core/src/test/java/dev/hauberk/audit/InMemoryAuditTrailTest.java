package dev.hauberk.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.hauberk.Control;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("AUDIT-1")
class InMemoryAuditTrailTest {
    @Test
    void keepsTheNewestRecordsInTheirOrder() {
        InMemoryAuditTrail trail = AuditTrail.inMemory(3);
        IntStream.rangeClosed(1, 5).forEach(i -> trail.append(record("r" + i)));

        assertThat(trail.records()).extracting(AuditRecord::action).containsExactly("r3", "r4", "r5");
    }

    @Test
    void givesACopyThatNobodyCanChange() {
        InMemoryAuditTrail trail = AuditTrail.inMemory(3);
        trail.append(record("r1"));
        List<AuditRecord> before = trail.records();
        trail.append(record("r2"));

        assertThat(before).hasSize(1);
        assertThatThrownBy(() -> before.add(record("forged"))).isInstanceOf(UnsupportedOperationException.class);
    }

    @Test
    void refusesARecordThatNobodyCouldKeep() {
        assertThatThrownBy(() -> AuditTrail.inMemory(0)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void losesNoRecordOfManyThreads() throws InterruptedException {
        InMemoryAuditTrail trail = AuditTrail.inMemory(10_000);
        List<Thread> threads = IntStream.range(0, 8)
                .mapToObj(n ->
                        new Thread(() -> IntStream.range(0, 1_000).forEach(i -> trail.append(record(n + "-" + i)))))
                .toList();
        threads.forEach(Thread::start);
        for (Thread thread : threads) {
            thread.join();
        }

        assertThat(trail.records())
                .hasSize(8_000)
                .extracting(AuditRecord::action)
                .doesNotHaveDuplicates();
    }

    @Test
    void cannotBeChangedByWhoeverGaveItsDetails() {
        Map<String, String> details = new HashMap<>(Map.of("reason", "a"));
        AuditRecord record = new AuditRecord(
                Instant.EPOCH,
                Control.RBAC_7,
                "role-change",
                Optional.of("u1"),
                Optional.of("acme"),
                Optional.of("u2"),
                AuditRecord.Outcome.DONE,
                details);
        details.put("reason", "b");

        assertThat(record.details()).containsEntry("reason", "a");
    }

    private static AuditRecord record(String action) {
        return new AuditRecord(
                Instant.EPOCH,
                Control.RBAC_7,
                action,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                AuditRecord.Outcome.DENIED,
                Map.of());
    }
}
