package dev.hauberk.example.workbench.people;

import dev.hauberk.Caller;
import dev.hauberk.Permission;
import dev.hauberk.example.workbench.NotFound;
import dev.hauberk.identity.Account;
import dev.hauberk.identity.Accounts;
import dev.hauberk.rbac.AccessPolicy;
import java.util.List;
import java.util.Map;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
class AdminController {
    private static final Permission SYSTEM = new Permission("system:admin");

    private final Accounts accounts;
    private final AccessPolicy access;

    AdminController(Accounts accounts, AccessPolicy access) {
        this.accounts = accounts;
        this.access = access;
    }

    /** The own tenant's users; whoever administers the system sees all, since the route's rule says {@code tenants: all}. */
    @GetMapping("/api/admin/users")
    List<User> users(Caller caller) {
        boolean all = access.permissions(caller).contains(SYSTEM.name());
        List<Account> seen = all ? accounts.all() : accounts.of(caller.tenant().orElseThrow(NotFound::new));
        return seen.stream().map(User::of).toList();
    }

    @GetMapping("/api/admin/system")
    Map<String, Object> system() {
        return Map.of(
                "java",
                Runtime.version().feature(),
                "processors",
                Runtime.getRuntime().availableProcessors());
    }
}
