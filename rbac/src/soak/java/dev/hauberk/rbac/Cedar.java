package dev.hauberk.rbac;

import static java.util.stream.Collectors.joining;
import static java.util.stream.Collectors.toSet;

import com.cedarpolicy.AuthorizationEngine;
import com.cedarpolicy.BasicAuthorizationEngine;
import com.cedarpolicy.model.AuthorizationRequest;
import com.cedarpolicy.model.AuthorizationSuccessResponse;
import com.cedarpolicy.model.entity.Entity;
import com.cedarpolicy.model.exception.AuthException;
import com.cedarpolicy.model.exception.CacheException;
import com.cedarpolicy.model.policy.PolicySet;
import com.cedarpolicy.value.EntityTypeName;
import com.cedarpolicy.value.EntityUID;
import com.cedarpolicy.value.PrimString;
import com.cedarpolicy.value.Value;
import dev.hauberk.policy.RolePolicy;
import dev.hauberk.policy.SecurityPolicy;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The roles of a policy in Cedar's language, decided by its engine; of {@code includes} it knows nothing. */
final class Cedar {
    private static final EntityTypeName USER = type("User");
    private static final EntityTypeName ROLE = type("Role");
    private static final EntityTypeName ACTION = type("Action");
    private static final EntityTypeName THING = type("Thing");

    private final AuthorizationEngine engine = new BasicAuthorizationEngine();
    private final PolicySet policies;

    private Cedar(PolicySet policies) {
        this.policies = policies;
    }

    static Cedar of(SecurityPolicy policy) throws AuthException, CacheException {
        PolicySet policies = PolicySet.parsePolicies(policy.roles().entrySet().stream()
                .map(role -> permit(role.getKey(), role.getValue(), policy.permissions()))
                .collect(joining("\n")));
        policies.cache();
        return new Cedar(policies);
    }

    /** What Cedar answers; where one of its policies could not be evaluated there is no answer. */
    boolean permits(Question question) throws AuthException {
        Set<EntityUID> roles = question.roles().stream().map(ROLE::of).collect(toSet());
        Entity user = new Entity(USER.of("u1"), tenant(question.own()), roles);
        Entity thing = new Entity(THING.of("t1"), tenant(question.owner()), Set.of());
        AuthorizationRequest request = new AuthorizationRequest(
                user.getEUID(), ACTION.of(question.permission()), thing.getEUID(), Map.<String, Value>of());
        AuthorizationSuccessResponse answer = engine.isAuthorized(request, policies, Set.of(user, thing))
                .success
                .orElseThrow();
        if (!answer.getErrors().isEmpty()) {
            throw new IllegalStateException("Cedar could not evaluate " + question + ": " + answer);
        }
        return answer.isAllowed();
    }

    private static String permit(String name, RolePolicy role, Collection<String> every) {
        Collection<String> held = role.permissions().contains("*") ? every : role.permissions();
        String actions = held.stream()
                .map(permission -> "Action::\"" + permission + "\"")
                .collect(joining(", "));
        return """
                permit(principal in Role::"%s", action in [%s], resource)
                when { principal has tenant && resource has tenant && principal.tenant == resource.tenant };
                """.formatted(name, actions);
    }

    private static Map<String, Value> tenant(Optional<String> id) {
        return id.<Map<String, Value>>map(own -> Map.of("tenant", new PrimString(own)))
                .orElse(Map.of());
    }

    private static EntityTypeName type(String name) {
        return EntityTypeName.parse(name).orElseThrow();
    }
}
