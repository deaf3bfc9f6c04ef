package dev.hauberk.spring.security;

import dev.hauberk.Control;
import dev.hauberk.policy.Place;
import dev.hauberk.policy.PolicyException;
import dev.hauberk.policy.Problem;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.security.web.SecurityFilterChain;

/** Stops the start where a chain of the application does again what Hauberk does, since the two would contradict each other. */
public final class ChainCheck implements SmartInitializingSingleton {
    private final Collection<SecurityFilterChain> chains;

    /** A check of these chains. */
    public ChainCheck(Collection<SecurityFilterChain> chains) {
        this.chains = chains;
    }

    @Override
    public void afterSingletonsInstantiated() {
        List<Problem> problems = chains.stream()
                .filter(chain -> !chain.getFilters().isEmpty())
                .filter(chain -> chain.getFilters().stream().noneMatch(CallerContextFilter.class::isInstance))
                .map(ChainCheck::problem)
                .toList();
        if (!problems.isEmpty()) {
            throw new PolicyException(problems);
        }
    }

    private static Problem problem(SecurityFilterChain chain) {
        List<String> filters = chain.getFilters().stream()
                .map(filter -> filter.getClass().getSimpleName())
                .toList();
        return new Problem(
                new Place("Spring Security", 0),
                "a SecurityFilterChain",
                Optional.of(Control.RBAC_4),
                "a chain that knows of Hauberk",
                "one with " + String.join(", ", filters),
                "Add http.with(HauberkSecurity.hauberk(), withDefaults()) to it, or remove the chain.");
    }
}
