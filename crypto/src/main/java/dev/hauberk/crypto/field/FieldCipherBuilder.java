package dev.hauberk.crypto.field;

import dev.hauberk.Control;
import dev.hauberk.Event;
import dev.hauberk.Events;
import dev.hauberk.audit.AuditTrail;
import dev.hauberk.key.KeyRing;
import java.time.InstantSource;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Sets up a {@link FieldCipher}. Not thread-safe; what it builds is. */
public final class FieldCipherBuilder {
    /** What the event says of a key that has done half of what it may. */
    static final String WORN = "key-half-used";

    private final KeyRing keys;
    private KeyUse keyUse = KeyUse.inMemory();
    private Migration migration = Migration.none();
    private Events events = new Events();
    private @Nullable AuditTrail audit;
    private InstantSource clock = InstantSource.system();
    private Ivs.@Nullable Source ivs;

    FieldCipherBuilder(KeyRing keys) {
        this.keys = keys;
    }

    /** Counts the use of keys in a store, together with other processes and with what was before. */
    public FieldCipherBuilder keyUse(KeyUse store) {
        keyUse = store;
        return this;
    }

    /** Also reads what Hauberk did not encrypt, until the migration ends. */
    public FieldCipherBuilder migration(Migration from) {
        migration = from;
        return this;
    }

    /** Tells of values that do not open, and of keys that should be replaced. */
    public FieldCipherBuilder events(Events told) {
        events = told;
        return this;
    }

    /** Records values that do not open, before anybody hears of it; where a record cannot be appended, its exception is what is thrown. */
    public FieldCipherBuilder audit(AuditTrail trail) {
        audit = trail;
        return this;
    }

    /** The clock of events and records. */
    public FieldCipherBuilder clock(InstantSource instants) {
        clock = instants;
        return this;
    }

    /** The seam for tests: what initialisation vectors are drawn from. */
    FieldCipherBuilder ivs(Ivs.Source source) {
        ivs = source;
        return this;
    }

    /** The cipher. */
    public FieldCipher build() {
        Ivs.Source source = ivs != null ? ivs : Ivs.Source.of(Entropy.ofSystem());
        int processors = Runtime.getRuntime().availableProcessors();
        FieldKeys fieldKeys = new FieldKeys(keys, meters(keyUse, events, clock, processors), source, processors);
        return new GcmFieldCipher(fieldKeys, migration, new Failures(events, audit, clock));
    }

    private static java.util.function.Function<String, KeyMeter> meters(
            KeyUse store, Events events, InstantSource clock, int processors) {
        return id -> new KeyMeter(
                id,
                store,
                processors,
                () -> events.publish(
                        new Event(clock.instant(), Control.DATA_2, Event.Outcome.NOTICED, WORN, Map.of("key", id))));
    }
}
