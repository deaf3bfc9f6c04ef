package dev.hauberk.benchmarks;

import dev.hauberk.Caller;
import dev.hauberk.ClientAddress;
import dev.hauberk.Credential;
import dev.hauberk.Permission;
import dev.hauberk.Resource;
import dev.hauberk.Tenant;
import dev.hauberk.policy.SecurityPolicy;
import dev.hauberk.rbac.AccessPolicy;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.authorization.AuthorityAuthorizationManager;
import org.springframework.security.authorization.AuthorizationManager;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.authority.AuthorityUtils;

/** May this role do this, in this tenant: eight roles, thirty permissions; Spring's answer knows no tenant. */
@State(Scope.Benchmark)
public class RbacSmall {
    private static final int PERMISSIONS = 30;
    private static final int ROLES = 8;
    private static final int ASKED = 11;

    private final AccessPolicy access = AccessPolicy.of(policy());
    private final Tenant tenant = new Tenant("acme.example");
    private final Caller caller = new Caller(
            Optional.of("01J9Z3N5Q8W7"),
            Optional.of(tenant),
            Set.of("role_3"),
            Map.of(),
            new Credential.Session("01J9Z3N5Q8W8"),
            ClientAddress.ofBytes(new byte[] {127, 0, 0, 1}));
    private final Permission asked = new Permission(permission(ASKED));
    private final Resource resource = Resource.of("prompt", "1", tenant);

    private final Authentication authentication = UsernamePasswordAuthenticationToken.authenticated(
            "01J9Z3N5Q8W7", "", AuthorityUtils.createAuthorityList(held(3).toArray(String[]::new)));
    private final AuthorizationManager<Resource> manager =
            AuthorityAuthorizationManager.hasAuthority(permission(ASKED));

    @Benchmark
    public boolean hauberk() {
        return access.decide(caller, asked, resource).isGranted();
    }

    @Benchmark
    public boolean springFlat() {
        var decision = manager.authorize(() -> authentication, resource);
        return decision != null && decision.isGranted();
    }

    private static SecurityPolicy policy() {
        Map<String, Object> roles = new LinkedHashMap<>();
        for (int role = 0; role < ROLES; role++) {
            roles.put("role_" + role, Map.of("permissions", held(role)));
        }
        return SecurityPolicy.of(Map.of(
                "permissions",
                IntStream.range(0, PERMISSIONS).mapToObj(RbacSmall::permission).toList(),
                "roles",
                roles));
    }

    /** Each role holds fewer than the one before. */
    private static List<String> held(int role) {
        return IntStream.range(0, PERMISSIONS - 3 * role)
                .mapToObj(RbacSmall::permission)
                .toList();
    }

    private static String permission(int number) {
        return "family_" + number / 5 + ":action_" + number % 5;
    }
}
