package dev.hauberk.ratelimit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.hauberk.ClientAddress;
import dev.hauberk.UnavailableException;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Every way in which Redis, or the way to it, can fail (RATE-1 a5; F1 to F5, F7 to F9): two nodes together grant at most the limit again,
 * what is closed stays closed, and afterwards Redis decides again.
 */
@Tag("RATE-1")
@Tag("soak")
class FaultsTest {
    private static final Duration BACK = Duration.ofSeconds(5);

    private static FaultRig rig;

    @BeforeAll
    static void start() throws Exception {
        rig = new FaultRig();
        rig.awaitBothKnown();
    }

    @AfterAll
    static void stop() throws IOException {
        rig.close();
    }

    @ParameterizedTest
    @EnumSource
    void grantsAtMostTheLimitAgainAndIsBackInFiveSeconds(Fault fault) {
        ClientAddress address = rig.newAddress();
        assertThat(rig.granted(0, address, 5) + rig.granted(1, address, 5)).isEqualTo(FaultRig.LIMIT);
        fault.begin(rig);
        try {
            long during = rig.granted(0, address, 20) + rig.granted(1, address, 20);
            assertThat(during).as("granted during the fault").isLessThanOrEqualTo(FaultRig.LIMIT);
            if (!fault.counts) {
                assertIsClosed(0);
                assertIsClosed(1);
            }
        } finally {
            fault.end(rig);
        }
        assertThat(rig.awaitBack(BACK)).isLessThan(BACK);
        ClientAddress next = rig.newAddress();
        assertThat(rig.granted(0, next, 7) + rig.granted(1, next, 7)).isEqualTo(FaultRig.LIMIT);
    }

    private static void assertIsClosed(int node) {
        for (int i = 0; i < 5; i++) {
            ClientAddress address = rig.newAddress();
            assertThatThrownBy(() -> rig.node(node).take(Optional.of("auth"), address))
                    .isInstanceOf(UnavailableException.class);
        }
    }
}
