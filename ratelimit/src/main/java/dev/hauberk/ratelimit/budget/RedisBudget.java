package dev.hauberk.ratelimit.budget;

import dev.hauberk.policy.BudgetPolicy;
import dev.hauberk.policy.Money;
import dev.hauberk.ratelimit.budget.Budgets.Settlement;
import dev.hauberk.store.RedisScript;
import dev.hauberk.store.RedisScripts;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;

/** A budget in Redis: a script a step, by the server's clock. Both keys of a user are in one slot of a cluster. */
final class RedisBudget implements BudgetStore {
    /** Part of compatibility: what is stored below it is read by other versions too. */
    private static final String PREFIX = "hauberk:1:budget:";

    private static final RedisScript RESERVE = script("reserve.lua");
    private static final RedisScript END = script("end.lua");
    private static final String NONE = "-1";

    private final RedisScripts redis;
    private final String prefix;
    private final String window;
    private final String expires;

    RedisBudget(RedisScripts redis, String name, BudgetPolicy policy) {
        this.redis = redis;
        this.prefix = PREFIX + name + ":";
        this.window = policy.per().window().name().toLowerCase(Locale.ROOT);
        this.expires = Long.toString(policy.expires().toMillis());
    }

    @Override
    public Room reserve(String who, Demand demand) {
        Bounds bounds = demand.bounds();
        List<Long> answer = redis.call(
                RESERVE,
                keys(who),
                List.of(
                        window,
                        demand.id(),
                        demand.tool(),
                        text(demand.amount()),
                        text(bounds.tool()),
                        bounds.total().map(RedisBudget::text).orElse(NONE),
                        expires,
                        demand.always() ? "always" : "room"));
        boolean ofTool = answer.get(1) == 1;
        return new Room(
                answer.get(0) == 1,
                ofTool ? bounds.tool() : bounds.total().orElse(bounds.tool()),
                shown(answer.get(2)),
                shown(answer.get(3)),
                Duration.ofMillis(answer.get(4)));
    }

    @Override
    public Ending end(String who, String id, Optional<Money> cost, Bounds bounds) {
        List<Long> answer = redis.call(
                END,
                keys(who),
                List.of(
                        id,
                        cost.map(RedisBudget::text).orElse(NONE),
                        text(bounds.tool()),
                        bounds.total().map(RedisBudget::text).orElse("0")));
        return new Ending(settlement(answer.get(0)), answer.get(1) == 1);
    }

    private static Settlement settlement(long code) {
        return code == 0 ? Settlement.BOOKED : code == 1 ? Settlement.LATE : Settlement.NOTHING;
    }

    private List<String> keys(String who) {
        String key = prefix + "{" + who + "}";
        return List.of(key, key + ":holding");
    }

    private static String text(Money money) {
        return Long.toString(money.micros());
    }

    private static Money shown(long micros) {
        return new Money(Math.min(micros, Money.GREATEST.micros()));
    }

    private static RedisScript script(String name) {
        try (InputStream file = RedisBudget.class.getResourceAsStream(name)) {
            byte[] source = Objects.requireNonNull(file, name).readAllBytes();
            return RedisScript.of(new String(source, StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
