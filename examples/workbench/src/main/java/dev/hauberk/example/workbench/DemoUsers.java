package dev.hauberk.example.workbench;

import dev.hauberk.Control;
import dev.hauberk.Tenant;
import dev.hauberk.audit.AuditRecord;
import dev.hauberk.crypto.password.PasswordHasher;
import dev.hauberk.identity.Account;
import dev.hauberk.identity.Accounts;
import dev.hauberk.identity.SignInName;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.stereotype.Component;

/** The same users at each start. A real application has none of this. */
@Component
public class DemoUsers implements ApplicationRunner {
    /** The password of all of them. */
    public static final String PASSWORD = "Correct-Horse-7-Battery";

    private static final Map<String, String> ROLES = Map.of(
            "root@hauberk.example", "super_admin",
            "ada@acme.example", "org_admin",
            "max@acme.example", "org_manager",
            "mia@acme.example", "org_member",
            "uma@acme.example", "user",
            "fay@acme.example", "free",
            "pru@acme.example", "pro",
            "eve@globex.example", "org_admin",
            "ent@globex.example", "enterprise");

    private final Accounts accounts;
    private final PasswordHasher hasher;
    private final InstantSource clock;

    DemoUsers(Accounts accounts, PasswordHasher hasher, InstantSource clock) {
        this.accounts = accounts;
        this.hasher = hasher;
        this.clock = clock;
    }

    @Override
    public void run(ApplicationArguments arguments) {
        // One hash for all of them, so that the demo starts at once.
        String hash = hasher.hash(PASSWORD);
        ROLES.forEach((email, role) -> add(email, role, hash));
    }

    private void add(String email, String role, String hash) {
        String id =
                UUID.nameUUIDFromBytes(email.getBytes(StandardCharsets.UTF_8)).toString();
        Account account = new Account(
                id, new Tenant(tenantOf(email)), SignInName.of(email), Set.of(role), Optional.of(hash), true, 0);
        accounts.add(
                account,
                new AuditRecord(
                        clock.instant(),
                        Control.RBAC_7,
                        "account-added",
                        Optional.empty(),
                        Optional.empty(),
                        Optional.of(id),
                        AuditRecord.Outcome.DONE,
                        Map.of("reason", "demo", "role", role)));
    }

    private static String tenantOf(String email) {
        String domain = email.substring(email.indexOf('@') + 1);
        return domain.substring(0, domain.indexOf('.'));
    }
}
