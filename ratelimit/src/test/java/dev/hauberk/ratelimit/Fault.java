package dev.hauberk.ratelimit;

import dev.hauberk.ratelimit.FaultyProxy.Network;
import io.lettuce.core.FlushMode;
import io.lettuce.core.KillArgs;
import io.lettuce.core.api.sync.RedisCommands;
import java.util.function.Consumer;

/** What can be wrong with Redis, or with the way to it; and how it is made good. */
enum Fault {
    KILLED(true, FaultRig::killServer, FaultRig::restartServer),
    SILENT(true, network(Network.SILENT), network(Network.GOOD)),
    LATE(true, network(Network.LATE), network(Network.GOOD)),
    LOSSY(false, network(Network.LOSSY), network(Network.GOOD)),
    CUT_ONE_WAY(true, network(Network.ONE_WAY), network(Network.GOOD)),
    RESET(true, network(Network.RESET), network(Network.GOOD)),
    FLUSHED(false, admin(redis -> redis.flushall(FlushMode.SYNC)), admin(redis -> {})),
    NO_MEMORY(
            true, admin(redis -> redis.configSet("maxmemory", "1")), admin(redis -> redis.configSet("maxmemory", "0"))),
    FORGETS_SCRIPTS(false, admin(redis -> redis.scriptFlush()), admin(redis -> {})),
    READ_ONLY(true, admin(redis -> redis.replicaof("127.0.0.1", 1)), admin(redis -> redis.replicaofNoOne())),
    WRONG_TYPE(false, admin(Fault::replace), admin(redis -> redis.flushall(FlushMode.SYNC))),
    WRONG_PASSWORD(
            true,
            admin(redis -> {
                redis.configSet("requirepass", "another");
                redis.clientKill(KillArgs.Builder.typeNormal().skipme());
            }),
            rig -> rig.unlock());

    /** Whether nothing is counted during it. */
    final boolean counts;

    private final Consumer<FaultRig> begin;
    private final Consumer<FaultRig> end;

    Fault(boolean stops, Consumer<FaultRig> begin, Consumer<FaultRig> end) {
        this.counts = !stops;
        this.begin = begin;
        this.end = end;
    }

    void begin(FaultRig rig) {
        begin.accept(rig);
    }

    void end(FaultRig rig) {
        end.accept(rig);
    }

    private static Consumer<FaultRig> network(Network network) {
        return rig -> rig.network().become(network);
    }

    private static Consumer<FaultRig> admin(Consumer<RedisCommands<String, String>> command) {
        return rig -> command.accept(rig.admin());
    }

    private static void replace(RedisCommands<String, String> redis) {
        redis.keys("hauberk:1:limit:api:*").forEach(key -> {
            redis.del(key);
            redis.lpush(key, "not a bucket");
        });
    }
}
