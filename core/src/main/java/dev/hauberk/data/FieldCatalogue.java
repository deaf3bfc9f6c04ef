package dev.hauberk.data;

import dev.hauberk.policy.SecurityPolicy;
import java.time.InstantSource;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * What is known of an application's fields: the marks in its code, joined with the policy's section {@code fields} (DATA-1). One mark
 * drives all: what is restricted is encrypted by the entities that say so, masked in log lines and stripped from responses.
 *
 * <p>Guaranteed: a field that nothing classifies is restricted; the policy makes a mark stricter at will, and laxer only where somebody accepts
 * it; a field that has the name of a restricted one, or says that it is a copy of one, is not laxer.
 *
 * <p>Not guaranteed: that a value is recognised under another name, which is why a copy says {@link Classified#from()}; that names which a
 * serialiser gives are seen, since only those of fields and components are; anything of types that nobody registered. What is logged or stored under a
 * harmless name, as a metric's tag or in a cache, is not looked into.
 *
 * <p>Frozen when it is made; immutable and thread-safe.
 */
public final class FieldCatalogue {
    private final Map<Class<?>, Map<String, Field>> types;
    private final List<Field> fields;
    private final Set<String> restricted;

    FieldCatalogue(Map<Class<?>, Map<String, Field>> types, Set<String> restricted) {
        this.types = types;
        this.fields = types.values().stream()
                .flatMap(ofType -> ofType.values().stream())
                .sorted(Comparator.comparing(Field::type).thenComparing(Field::name))
                .toList();
        this.restricted = restricted;
    }

    /**
     * A field that the catalogue holds.
     *
     * @param type the simple name of its type
     * @param name its name
     * @param level how sensitive it is
     * @param mark what the code says, where it says something
     */
    public record Field(String type, String name, Classification level, Optional<Classification> mark) {
        /** Whether the policy is laxer than the code, which somebody accepted. */
        public boolean isLowered() {
            return mark.filter(said -> said.compareTo(level) > 0).isPresent();
        }
    }

    /** Begins the catalogue of an application. */
    public static FieldCatalogueBuilder with(SecurityPolicy policy, InstantSource clock) {
        return new FieldCatalogueBuilder(policy, clock);
    }

    /** How sensitive a field is: restricted where nothing is known of it. */
    public Classification level(Class<?> type, String field) {
        Field known = types.getOrDefault(type, Map.of()).get(field);
        return known == null ? Classification.RESTRICTED : known.level();
    }

    /** Every field that is known, by type and name. */
    public List<Field> fields() {
        return fields;
    }

    /** The names under which no value may leave in a log line or a response, in their order. */
    public Set<String> restricted() {
        return restricted;
    }

    static Map<Class<?>, Map<String, Field>> frozen(Map<Class<?>, Map<String, Field>> types) {
        Map<Class<?>, Map<String, Field>> copy = new LinkedHashMap<>();
        types.forEach((type, fields) -> copy.put(type, Map.copyOf(fields)));
        return Map.copyOf(copy);
    }

    static Set<String> sorted(Set<String> names) {
        return Collections.unmodifiableSet(new TreeSet<>(names));
    }
}
