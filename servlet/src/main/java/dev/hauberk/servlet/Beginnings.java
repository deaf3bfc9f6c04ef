package dev.hauberk.servlet;

import dev.hauberk.Control;
import dev.hauberk.data.FieldCatalogue;
import dev.hauberk.data.FieldCatalogueBuilder;
import dev.hauberk.key.KeyRing;
import dev.hauberk.policy.Place;
import dev.hauberk.policy.PolicyException;
import dev.hauberk.policy.Problem;
import dev.hauberk.policy.SecurityPolicy;
import dev.hauberk.servlet.endpoint.EndpointRules;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * What can be wrong at a start, read so that all of it is told at once.
 *
 * @param keys the keys
 * @param rules the policy with the rules of the library's own calls in it
 * @param fields how sensitive the fields of the application's data are
 */
record Beginnings(KeyRing keys, EndpointRules rules, FieldCatalogue fields) {
    private static final Problem EPHEMERAL = new Problem(
            new Place("HAUBERK_KEYS", 0),
            "keys",
            Optional.of(Control.DATA_3),
            "keys that other processes have too, since the stores are shared",
            "a key that ends with this process",
            "Give keys in HAUBERK_KEYS, or use stores in memory.");

    static Beginnings of(
            SecurityPolicy policy, Supplier<KeyRing> ring, Stores stores, FieldCatalogueBuilder catalogue) {
        List<Problem> problems = new ArrayList<>();
        @Nullable KeyRing keys = attempt(ring, problems);
        if (keys != null && keys.isEphemeral() && stores.isShared()) {
            problems.add(EPHEMERAL);
        }
        @Nullable EndpointRules rules = attempt(() -> EndpointRules.of(policy), problems);
        @Nullable FieldCatalogue fields = attempt(catalogue::freeze, problems);
        if (keys == null || rules == null || fields == null || !problems.isEmpty()) {
            throw new PolicyException(problems);
        }
        return new Beginnings(keys, rules, fields);
    }

    private static <T> @Nullable T attempt(Supplier<T> part, List<Problem> problems) {
        try {
            return part.get();
        } catch (PolicyException e) {
            problems.addAll(e.problems());
            return null;
        }
    }
}
