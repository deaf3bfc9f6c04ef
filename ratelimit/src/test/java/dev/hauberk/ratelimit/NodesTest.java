package dev.hauberk.ratelimit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hauberk.UnavailableException;
import dev.hauberk.store.RedisScript;
import dev.hauberk.store.RedisScripts;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("RATE-1")
class NodesTest {
    private long answer = 1;
    private boolean silent;
    private int asked;
    private long now;

    private final RedisScripts redis = new RedisScripts() {
        @Override
        public CompletionStage<List<Long>> callAsync(RedisScript script, List<String> keys, List<String> arguments) {
            asked++;
            return silent
                    ? CompletableFuture.failedFuture(new UnavailableException("silent"))
                    : CompletableFuture.completedFuture(List.of(answer));
        }
    };
    private final Nodes nodes = new Nodes(redis, "nodes", "one", () -> now);

    private void hear(long number) {
        answer = number;
        nodes.beat();
        now += Duration.ofSeconds(1).toNanos();
    }

    @Test
    void isAloneUntilItHearsOfOthers() {
        assertThat(nodes.alive()).isEqualTo(1);
        hear(3);
        assertThat(nodes.alive()).isEqualTo(3);
    }

    @Test
    void speaksOnceASecond() {
        nodes.beat();
        nodes.beat();
        now += Duration.ofSeconds(1).toNanos() - 1;
        nodes.beat();
        assertThat(asked).isEqualTo(1);
        now++;
        nodes.beat();
        assertThat(asked).isEqualTo(2);
    }

    @Test
    void staysWithWhatItHeardWhileRedisIsSilent() {
        hear(2);
        silent = true;
        for (int second = 0; second < 60; second++) {
            hear(1);
        }
        assertThat(nodes.alive()).isEqualTo(2);
    }

    @Test
    void isNotAloneBecauseRedisLostWhatItKnew() {
        hear(2);
        for (int second = 1; second < 10; second++) {
            hear(1);
            assertThat(nodes.alive()).as("after " + second + " s").isEqualTo(2);
        }
        hear(1);
        assertThat(nodes.alive()).isEqualTo(1);
    }

    @Test
    void countsFromWhenItLastHeardOfAsMany() {
        hear(2);
        for (int second = 1; second < 8; second++) {
            hear(1);
        }
        hear(2);
        for (int second = 1; second < 10; second++) {
            hear(1);
        }
        assertThat(nodes.alive()).isEqualTo(2);
    }

    @Test
    void isNeverFewerThanOneNorMoreThanAnIntHolds() {
        hear(Long.MAX_VALUE);
        assertThat(nodes.alive()).isEqualTo(Integer.MAX_VALUE);
        now += Duration.ofSeconds(10).toNanos();
        hear(0);
        assertThat(nodes.alive()).isEqualTo(1);
    }
}
