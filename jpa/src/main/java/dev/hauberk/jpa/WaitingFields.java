package dev.hauberk.jpa;

import java.lang.ref.ReferenceQueue;
import java.lang.ref.WeakReference;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * What was read for the fields of an entity and is opened as soon as its tenant is known. Hibernate sets properties in the order of
 * their names, and {@code email} comes before {@code organisation}.
 *
 * <p>An entity is set by one thread at a time. What waits for one that is never finished goes with it.
 */
final class WaitingFields {
    private final Map<Key, List<Consumer<Object>>> waiting = new ConcurrentHashMap<>();
    private final ReferenceQueue<Object> collected = new ReferenceQueue<>();
    private final Set<String> before = ConcurrentHashMap.newKeySet();

    /** Has fields wait that are set before the tenant is. */
    void expect(Collection<String> fields) {
        before.addAll(fields);
    }

    /** Whether a field is set before the tenant is. */
    boolean isBefore(String field) {
        return before.contains(field);
    }

    /** Has a field opened once its entity's tenant is set; what opens it is given the entity, and does not hold it. */
    void add(Object entity, Consumer<Object> opening) {
        for (Object gone = collected.poll(); gone != null; gone = collected.poll()) {
            waiting.remove(gone);
        }
        waiting.computeIfAbsent(new Key(entity, collected), key -> new CopyOnWriteArrayList<>())
                .add(opening);
    }

    /** Opens what waits for an entity, whose tenant is set now. */
    void open(Object entity) {
        @Nullable List<Consumer<Object>> fields = waiting.remove(new Key(entity, null));
        if (fields != null) {
            fields.forEach(opening -> opening.accept(entity));
        }
    }

    /** An entity itself, and not one that is equal to it. */
    static final class Key extends WeakReference<Object> {
        private final int hash;

        Key(Object entity, @Nullable ReferenceQueue<Object> queue) {
            super(entity, queue);
            this.hash = System.identityHashCode(entity);
        }

        @Override
        public boolean equals(@Nullable Object other) {
            return this == other || other instanceof Key that && get() != null && that.refersTo(get());
        }

        @Override
        public int hashCode() {
            return hash;
        }
    }
}
