package dev.hauberk.store;

import dev.hauberk.UnavailableException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Scripts that answer or fail in time, and do not ask again and again who does not answer. */
final class GuardedScripts implements RedisScripts {
    private static final Logger log = LoggerFactory.getLogger(RedisScripts.class);
    private static final int FAILURES = 3;
    private static final Duration PAUSE = Duration.ofSeconds(1);
    private static final long UP = Long.MIN_VALUE;

    private final RedisScripts redis;
    private final Duration within;
    private final LongSupplier nanos;
    private final Breaker breaker;
    private final AtomicLong downSince = new AtomicLong(UP);
    private final AtomicLong down = new AtomicLong();

    GuardedScripts(RedisScripts redis, Duration within, LongSupplier nanos) {
        this.redis = redis;
        this.within = within;
        this.nanos = nanos;
        this.breaker = new Breaker(FAILURES, PAUSE, nanos);
    }

    @Override
    public List<Long> call(RedisScript script, List<String> keys, List<String> arguments) {
        if (!breaker.allows()) {
            throw notAsked();
        }
        CompletableFuture<List<Long>> asked =
                redis.callAsync(script, keys, arguments).toCompletableFuture();
        try {
            List<Long> answer = asked.get(within.toNanos(), TimeUnit.NANOSECONDS);
            succeeded();
            return answer;
        } catch (TimeoutException e) {
            asked.cancel(false);
            throw failed("within " + within.toMillis() + " ms");
        } catch (ExecutionException e) {
            throw failed("without an error");
        } catch (CancellationException e) {
            throw failed("since its client gave up");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw failed("before this thread was interrupted");
        }
    }

    @Override
    public CompletionStage<List<Long>> callAsync(RedisScript script, List<String> keys, List<String> arguments) {
        if (!breaker.allows()) {
            // No failure: who was not asked cannot have failed, and the pause would never end where many ask.
            return CompletableFuture.failedFuture(notAsked());
        }
        return redis.callAsync(script, keys, arguments)
                .toCompletableFuture()
                .orTimeout(within.toNanos(), TimeUnit.NANOSECONDS)
                .handle((answer, failure) -> {
                    if (failure == null) {
                        succeeded();
                        return answer;
                    }
                    throw failed("in time");
                });
    }

    @Override
    public Duration down() {
        long since = downSince.get();
        return Duration.ofNanos(down.get() + (since == UP ? 0 : nanos.getAsLong() - since));
    }

    private static UnavailableException notAsked() {
        return new UnavailableException("Redis did not answer lately, and is not asked");
    }

    private void succeeded() {
        if (breaker.succeeded()) {
            long since = downSince.getAndSet(UP);
            if (since != UP) {
                down.addAndGet(nanos.getAsLong() - since);
                log.info("Redis answers again");
            }
        }
    }

    private UnavailableException failed(String how) {
        if (breaker.failed() && downSince.compareAndSet(UP, nanos.getAsLong())) {
            log.error("Redis does not answer; what each control does without it is in the policy's section failures");
        }
        return new UnavailableException("Redis did not answer " + how);
    }
}
