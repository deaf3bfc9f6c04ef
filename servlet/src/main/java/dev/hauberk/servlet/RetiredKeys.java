package dev.hauberk.servlet;

import dev.hauberk.Control;
import dev.hauberk.crypto.rotation.EnvelopeScan;
import dev.hauberk.policy.KeyPolicy;
import dev.hauberk.policy.PolicyException;
import dev.hauberk.policy.Problem;
import dev.hauberk.policy.SecurityPolicy;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;

/** Looks for what still needs a key that the policy calls retired, before anybody counts on its being gone. */
final class RetiredKeys {
    private RetiredKeys() {}

    /** @throws PolicyException with every key that one of some databases still needs, or that nobody can look for */
    static void require(SecurityPolicy policy, List<DataSource> databases) {
        List<Problem> problems = new ArrayList<>();
        for (DataSource database : databases) {
            try {
                EnvelopeScan.of(database).requireUnneeded(policy);
            } catch (PolicyException e) {
                problems.addAll(e.problems());
            } catch (IllegalArgumentException e) {
                policy.keys().forEach((id, key) -> unknown(id, key).ifPresent(problems::add));
            }
        }
        if (!problems.isEmpty()) {
            throw new PolicyException(problems);
        }
    }

    private static Optional<Problem> unknown(String id, KeyPolicy key) {
        return key.state() != KeyPolicy.State.RETIRED
                ? Optional.empty()
                : Optional.of(new Problem(
                        key.place(),
                        "keys." + id + ".state",
                        Optional.of(Control.DATA_2),
                        "a database that can be looked through: H2, PostgreSQL or MariaDB",
                        "another one",
                        "Look for the key there by other means, and take it out of this section and of HAUBERK_KEYS."));
    }
}
