package dev.hauberk.servlet;

import dev.hauberk.data.FieldCatalogue;
import dev.hauberk.data.FieldCatalogueBuilder;
import dev.hauberk.key.KeyRing;
import dev.hauberk.key.SecretSource;
import dev.hauberk.policy.PolicyException;
import dev.hauberk.policy.Problem;
import dev.hauberk.policy.SecurityPolicy;
import dev.hauberk.servlet.endpoint.EndpointRules;
import java.util.ArrayList;
import java.util.List;
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
    static Beginnings of(SecurityPolicy policy, SecretSource secrets, FieldCatalogueBuilder catalogue) {
        List<Problem> problems = new ArrayList<>();
        @Nullable KeyRing keys = attempt(() -> KeyRing.of(secrets, policy.keys()), problems);
        @Nullable EndpointRules rules = attempt(() -> EndpointRules.of(policy), problems);
        @Nullable FieldCatalogue fields = attempt(catalogue::freeze, problems);
        if (keys == null || rules == null || fields == null) {
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
