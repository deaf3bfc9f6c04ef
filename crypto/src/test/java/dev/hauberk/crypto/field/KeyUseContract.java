package dev.hauberk.crypto.field;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collections;
import java.util.List;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What every store of uses does. */
@Tag("DATA-2")
abstract class KeyUseContract {
    /** A store in which no key has a use, and what another node sees of it. */
    abstract List<KeyUse> twoNodes();

    @Test
    void saysHowManyUsesThereWereBefore() {
        List<KeyUse> nodes = twoNodes();

        assertThat(nodes.get(0).reserve("k1", 65_536)).isZero();
        assertThat(nodes.get(1).reserve("k1", 1)).isEqualTo(65_536);
        assertThat(nodes.get(0).reserve("k1", 1)).isEqualTo(65_537);
    }

    @Test
    void countsEachKeyByItself() {
        KeyUse store = twoNodes().get(0);
        store.reserve("k1", 7);

        assertThat(store.reserve("k2", 1)).isZero();
        assertThat(store.reserve("K1", 1)).isZero();
        assertThat(store.reserve("k".repeat(32), 1)).isZero();
        assertThat(store.reserve("k1", 1)).isEqualTo(7);
    }

    @Test
    void countsBeyondWhatAKeyMayDo() {
        KeyUse store = twoNodes().get(0);
        store.reserve("k1", 1L << 33);

        assertThat(store.reserve("k1", 1)).isEqualTo(1L << 33);
    }

    @Test
    void givesNoUseTwiceToNodesThatReserveAtOnce() throws Exception {
        List<KeyUse> nodes = twoNodes();
        ExecutorService threads = Executors.newFixedThreadPool(8);
        try {
            TreeSet<Long> before = new TreeSet<>();
            Callable<Long> one = () -> nodes.get(0).reserve("k9", 10);
            Callable<Long> other = () -> nodes.get(1).reserve("k9", 10);
            for (int round = 0; round < 5; round++) {
                for (Callable<Long> node : List.of(one, other)) {
                    for (Future<Long> reserved : threads.invokeAll(Collections.nCopies(8, node))) {
                        before.add(reserved.get());
                    }
                }
            }
            assertThat(before).hasSize(80).first().isEqualTo(0L);
            assertThat(before.last()).isEqualTo(790L);
        } finally {
            threads.shutdownNow();
        }
    }
}
