package dev.hauberk.example.mail;

import dev.hauberk.Control;
import dev.hauberk.Tenant;
import dev.hauberk.audit.AuditRecord;
import dev.hauberk.crypto.password.PasswordHasher;
import dev.hauberk.identity.Account;
import dev.hauberk.identity.Accounts;
import dev.hauberk.identity.SignInName;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** The same users at each start. A real application has none of this. */
final class DemoUsers {
    /** The password of all of them. */
    static final String PASSWORD = "Correct-Horse-7-Battery";

    private static final Map<String, String> ROLES = Map.of(
            "root@hauberk.example", "super-admin",
            "ada@acme.example", "admin",
            "uma@acme.example", "user",
            "eve@globex.example", "admin",
            "gus@globex.example", "user");

    private DemoUsers() {}

    static void add(Accounts accounts, PasswordHasher hasher, Instant now) {
        // One hash for all of them, so that the demo starts at once.
        String hash = hasher.hash(PASSWORD);
        ROLES.forEach((email, role) -> {
            String id = UUID.nameUUIDFromBytes(email.getBytes(StandardCharsets.UTF_8))
                    .toString();
            Account account = new Account(
                    id, new Tenant(tenantOf(email)), SignInName.of(email), Set.of(role), Optional.of(hash), true, 0);
            AuditRecord record = new AuditRecord(
                    now,
                    Control.RBAC_7,
                    "account-added",
                    Optional.empty(),
                    Optional.empty(),
                    Optional.of(id),
                    AuditRecord.Outcome.DONE,
                    Map.of("reason", "demo", "role", role));
            accounts.add(account, record);
        });
    }

    private static String tenantOf(String email) {
        String domain = email.substring(email.indexOf('@') + 1);
        return domain.substring(0, domain.indexOf('.'));
    }
}
