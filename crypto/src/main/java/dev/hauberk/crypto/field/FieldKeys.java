package dev.hauberk.crypto.field;

import dev.hauberk.key.KeyRing;
import dev.hauberk.key.Purpose;
import dev.hauberk.key.Secret;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;

/**
 * The keys of columns, each derived once and kept, up to a number. The ring is asked each time: a key that it no longer has opens
 * nothing, kept or not. Thread-safe.
 */
final class FieldKeys {
    private static final int MOST = 1_024;

    private final KeyRing ring;
    private final Function<String, KeyMeter> meters;
    private final Ivs.Source ivs;
    private final int processors;
    private final FieldKey nobodys;
    private final Map<String, KeyMeter> meterOf = new ConcurrentHashMap<>();
    private final Map<Column, FieldKey> kept = new ConcurrentHashMap<>();

    FieldKeys(KeyRing ring, Function<String, KeyMeter> meters, Ivs.Source source, int processors) {
        this.ring = ring;
        this.meters = meters;
        this.processors = processors;
        ivs = source;
        byte[] random = new byte[32];
        source.entropy().fill(random, random.length);
        KeyRing.Key key =
                new KeyRing.Key("none", Instant.EPOCH, dev.hauberk.policy.KeyPolicy.State.RETIRED, Secret.of(random));
        nobodys = new FieldKey(key, "none", "none", meters.apply("none"), ivs, processors);
    }

    /** The key that a new value of a column gets. */
    FieldKey primary(FieldContext context) {
        return of(ring.primary(Purpose.FIELDS), context);
    }

    /** The id of the key that new values get. */
    String primaryId() {
        return ring.primary(Purpose.FIELDS).id();
    }

    /**
     * The key that an envelope names and commits to. Where there is none, a random one that encrypted nothing: with that the envelope
     * does not open, after the same work.
     */
    FieldKey of(byte[] envelope, FieldContext context) {
        FieldKey primary = primary(context);
        if (primary.isNamedBy(envelope)) {
            return primary;
        }
        return Envelope.keyIdOf(envelope)
                .flatMap(id -> ring.find(Purpose.FIELDS, id))
                .map(key -> of(key, context))
                .filter(named -> named.isNamedBy(envelope))
                .orElse(nobodys);
    }

    private FieldKey of(KeyRing.Key key, FieldContext context) {
        Column column = new Column(key.id(), context.table(), context.column());
        FieldKey known = kept.get(column);
        return known != null && known.isOf(key) ? known : derive(key, column);
    }

    private FieldKey derive(KeyRing.Key key, Column column) {
        KeyMeter meter = meterOf.computeIfAbsent(key.id(), meters);
        FieldKey derived = new FieldKey(key, column.table(), column.name(), meter, ivs, processors);
        if (kept.size() >= MOST) {
            kept.clear();
        }
        kept.put(column, derived);
        return derived;
    }

    private record Column(String keyId, String table, String name) {}
}
