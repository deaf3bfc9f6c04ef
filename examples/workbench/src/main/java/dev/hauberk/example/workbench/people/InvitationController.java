package dev.hauberk.example.workbench.people;

import dev.hauberk.Caller;
import dev.hauberk.Control;
import dev.hauberk.Tenant;
import dev.hauberk.audit.AuditRecord;
import dev.hauberk.example.workbench.NotFound;
import dev.hauberk.identity.Account;
import dev.hauberk.identity.Accounts;
import dev.hauberk.identity.SignInName;
import dev.hauberk.rbac.grant.RoleGrants;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;

/** Adds users who have no password yet, in roles that the inviting user may give. */
@RestController
class InvitationController {
    private final Accounts accounts;
    private final RoleGrants grants;
    private final InstantSource clock;

    InvitationController(Accounts accounts, RoleGrants grants, InstantSource clock) {
        this.accounts = accounts;
        this.grants = grants;
        this.clock = clock;
    }

    @PostMapping("/api/v2/users/invitations")
    @ResponseStatus(HttpStatus.CREATED)
    User invite(Caller caller, @RequestBody Invitation invitation) {
        Tenant tenant = caller.tenant().orElseThrow(NotFound::new);
        String id = UUID.randomUUID().toString();
        Set<String> roles = Set.of(invitation.role());
        if (!grants.decide(caller, id, tenant, Set.of(), roles).isGranted()) {
            throw new ResponseStatusException(HttpStatus.FORBIDDEN);
        }
        Account account = new Account(id, tenant, SignInName.of(invitation.email()), roles, Optional.empty(), true, 0);
        AuditRecord record = new AuditRecord(
                clock.instant(),
                Control.RBAC_7,
                "account-invited",
                caller.user(),
                Optional.of(tenant.id()),
                Optional.of(id),
                AuditRecord.Outcome.DONE,
                Map.of("role", invitation.role()));
        if (!accounts.add(account, record)) {
            throw new ResponseStatusException(HttpStatus.CONFLICT);
        }
        return User.of(account);
    }
}
