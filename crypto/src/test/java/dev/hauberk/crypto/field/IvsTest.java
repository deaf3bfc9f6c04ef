package dev.hauberk.crypto.field;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** DATA-2 a5: vectors, and copies of the process that draws them. */
@Tag("DATA-2")
class IvsTest {
    private final AtomicLong nanos = new AtomicLong(-5);
    private final AtomicLong millis = new AtomicLong(1_000);
    private final List<Integer> draws = new ArrayList<>();

    @Test
    void mixesTheProcessAndTheClockIntoWhatIsRandom() {
        Ivs ivs = ivs(0x01020304);
        nanos.set(0x1112131415161718L);
        byte[] into = new byte[14];

        ivs.draw(into, 1);

        // The fake source gives bytes that are all 0x40.
        assertThat(into).containsExactly(0, 0x41, 0x42, 0x43, 0x44, 0x51, 0x52, 0x53, 0x54, 0x55, 0x56, 0x57, 0x58, 0);
    }

    @Test
    void drawsOneWhereFewAreNeededAndMoreInARush() {
        Ivs ivs = ivs(0);
        for (int i = 0; i < 95; i++) {
            draw(ivs);
        }

        assertThat(draws).containsExactly(12, 24, 48, 96, 192, 384, 384);
        nanos.addAndGet(10_000_000);
        draw(ivs);
        assertThat(draws).endsWith(384, 12);
    }

    @Test
    void usesEachOfABatchOnce() {
        AtomicLong next = new AtomicLong();
        Ivs ivs = new Ivs(new Ivs.Source(
                (bytes, count) -> {
                    for (int i = 0; i < count; i += Envelope.IV_BYTES) {
                        ByteBuffer.wrap(bytes).putLong(i, next.incrementAndGet());
                    }
                },
                () -> 0,
                () -> 0,
                0));
        Set<String> seen = new HashSet<>();
        for (int i = 0; i < 1_000; i++) {
            assertThat(seen.add(draw(ivs))).isTrue();
        }
    }

    @Test
    void usesABatchUntilEitherClockHasMovedByTenMilliseconds() {
        Ivs ivs = ivs(0);
        draw(ivs);
        draw(ivs);
        assertThat(draws).containsExactly(12, 24);

        nanos.addAndGet(9_999_999);
        millis.addAndGet(9);
        draw(ivs);
        assertThat(draws).hasSize(2);

        draw(ivs);
        assertThat(draws).containsExactly(12, 24, 48);
        nanos.addAndGet(10_000_000);
        draw(ivs);
        assertThat(draws).containsExactly(12, 24, 48, 12);

        draw(ivs);
        assertThat(draws).containsExactly(12, 24, 48, 12, 24);
        millis.addAndGet(10);
        draw(ivs);
        assertThat(draws).containsExactly(12, 24, 48, 12, 24, 12);
    }

    @Test
    void usesNoBatchWhereTheClockOnTheWallWentBack() {
        Ivs ivs = ivs(0);
        draw(ivs);
        draw(ivs);
        millis.addAndGet(-1);
        draw(ivs);

        assertThat(draws).containsExactly(12, 24, 12);
    }

    @Test
    void givesTwoCopiesOfAProcessDifferentVectorsThoughTheyHaveTheSameBatch() {
        Ivs original = ivs(7);
        Ivs copy = ivs(7);
        Set<String> seen = new HashSet<>();
        for (int i = 0; i < 100; i++) {
            // Both go on from the same moment with the same bytes, one a nanosecond behind the other.
            nanos.addAndGet(2);
            seen.add(draw(original));
            nanos.incrementAndGet();
            seen.add(draw(copy));
        }

        assertThat(seen).hasSize(200);
    }

    @Test
    void givesTwoProcessesDifferentVectorsAtTheSameMomentWithTheSameBytes() {
        assertThat(draw(ivs(7))).isNotEqualTo(draw(ivs(8)));
    }

    @Test
    void knowsItsProcessAndBothClocks() {
        Ivs.Source source = Ivs.Source.of(Entropy.ofSystem());

        assertThat(source.process()).isEqualTo((int) ProcessHandle.current().pid());
        assertThat(source.nanos().getAsLong()).isLessThanOrEqualTo(System.nanoTime());
        assertThat(source.millis().getAsLong()).isBetween(1_700_000_000_000L, System.currentTimeMillis());
    }

    private Ivs ivs(int process) {
        return new Ivs(new Ivs.Source(
                (bytes, count) -> {
                    draws.add(count);
                    java.util.Arrays.fill(bytes, (byte) 0x40);
                },
                nanos::get,
                millis::get,
                process));
    }

    private static String draw(Ivs ivs) {
        byte[] iv = new byte[Envelope.IV_BYTES];
        ivs.draw(iv, 0);
        return java.util.HexFormat.of().formatHex(iv);
    }
}
