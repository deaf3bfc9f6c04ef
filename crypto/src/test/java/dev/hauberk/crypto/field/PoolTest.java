package dev.hauberk.crypto.field;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("DATA-2")
class PoolTest {
    private final AtomicInteger made = new AtomicInteger();

    @Test
    void lendsWhatItWasGivenBack() {
        Pool<Integer> pool = new Pool<>(1, made::incrementAndGet);
        Integer first = pool.take();

        pool.give(first);

        assertThat(pool.take()).isSameAs(first);
        assertThat(made).hasValue(1);
    }

    @Test
    void lendsNothingTwiceAtATime() {
        Pool<Integer> pool = new Pool<>(4, made::incrementAndGet);

        assertThat(take(pool, 20)).doesNotHaveDuplicates();
        assertThat(made).hasValue(20);
    }

    @Test
    void lendsWhatItWasGivenBackToOneAlone() {
        Pool<Integer> pool = new Pool<>(4, made::incrementAndGet);
        pool.give(pool.take());

        assertThat(take(pool, 8)).doesNotHaveDuplicates();
    }

    @Test
    void keepsTwiceAsManyAsThereAreProcessorsAndAtMost32() {
        assertThat(kept(1)).isEqualTo(2);
        assertThat(kept(3)).isEqualTo(4);
        assertThat(kept(4)).isEqualTo(8);
        assertThat(kept(16)).isEqualTo(32);
        assertThat(kept(1_000)).isEqualTo(32);
    }

    @Test
    void findsWhatAnotherThreadGaveBack() throws InterruptedException {
        Pool<Integer> pool = new Pool<>(4, made::incrementAndGet);
        for (int i = 0; i < 8; i++) {
            // Threads of eight numbers in a row have eight slots.
            Thread thread = new Thread(() -> pool.give(pool.take()));
            thread.start();
            thread.join();
        }

        assertThat(made).hasValue(1);
    }

    private int kept(int processors) {
        AtomicInteger count = new AtomicInteger();
        Pool<Integer> pool = new Pool<>(processors, count::incrementAndGet);
        take(pool, 100).forEach(pool::give);
        take(pool, 100);
        return 200 - count.get();
    }

    private static List<Integer> take(Pool<Integer> pool, int times) {
        List<Integer> taken = new ArrayList<>();
        for (int i = 0; i < times; i++) {
            taken.add(pool.take());
        }
        return taken;
    }
}
