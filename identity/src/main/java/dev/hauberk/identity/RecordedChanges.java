package dev.hauberk.identity;

import dev.hauberk.Caller;
import dev.hauberk.Control;
import dev.hauberk.Decision;
import dev.hauberk.Decision.Denied;
import dev.hauberk.Event;
import dev.hauberk.Reason;
import dev.hauberk.Tenant;
import dev.hauberk.audit.AuditRecord;
import dev.hauberk.identity.Revoker.Change;
import dev.hauberk.rbac.grant.RoleGrants;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** Decides, changes the account with its record, and ends sessions, in this order. */
final class RecordedChanges implements AccessChanges {
    private final Ground ground;
    private final Accounts accounts;
    private final RoleGrants grants;
    private final Revoker revoker;

    RecordedChanges(Ground ground, Accounts accounts, RoleGrants grants, Revoker revoker) {
        this.ground = ground;
        this.accounts = accounts;
        this.grants = grants;
        this.revoker = revoker;
    }

    /** What is asked: who, what, of whom, and why. */
    private record Ask(Caller caller, Control control, String action, String user, Set<String> after, String reason) {}

    @Override
    public Decision changeRoles(Caller caller, String user, Set<String> roles, String reason) {
        Ask ask = new Ask(caller, Control.RBAC_7, "role-change", user, Set.copyOf(roles), reason);
        Optional<Account> account = active(user);
        Decision decision = decide(ask, account);
        if (!(decision instanceof Decision.Granted)) {
            return denied(ask, account, decision);
        }
        Account before = account.orElseThrow();
        if (before.roles().equals(ask.after())) {
            return decision;
        }
        if (!accounts.changeRoles(
                user, before.version(), ask.after(), record(ask, account, AuditRecord.Outcome.DONE))) {
            return denied(ask, account, new Denied(Control.RBAC_7, "accounts", Reason.CONFLICT, "ask again"));
        }
        boolean isDowngrade = grants.isDowngrade(before.roles(), ask.after());
        revoke(ask, isDowngrade ? Change.DOWNGRADE : Change.ROLES);
        return granted(ask, decision);
    }

    @Override
    public Decision terminate(Caller caller, String user, String reason) {
        Ask ask = new Ask(caller, Control.RBAC_8, "termination", user, Set.of(), reason);
        Optional<Account> account = active(user);
        Decision decision = decide(ask, account);
        if (!(decision instanceof Decision.Granted)) {
            return denied(ask, account, decision);
        }
        accounts.terminate(user, record(ask, account, AuditRecord.Outcome.DONE));
        revoke(ask, Change.TERMINATION);
        return granted(ask, decision);
    }

    private Optional<Account> active(String user) {
        return accounts.byId(user).filter(Account::active);
    }

    private Decision decide(Ask ask, Optional<Account> account) {
        if (account.isEmpty()) {
            return noSuchUser();
        }
        Tenant tenant = account.get().tenant();
        Decision decision =
                grants.decide(ask.caller(), ask.user(), tenant, account.get().roles(), ask.after());
        if (!decision.isGranted() && !ask.caller().tenant().equals(Optional.of(tenant))) {
            return noSuchUser();
        }
        if (decision.isGranted() && ask.reason().isBlank()) {
            return new Denied(ask.control(), "reason", Reason.INPUT, "a reason that says why");
        }
        return decision;
    }

    /** Nobody, somebody who was terminated, and somebody of another tenant are one answer. */
    private static Decision noSuchUser() {
        return new Denied(Control.RBAC_5, "accounts", Reason.TENANT, "an active user of the caller's own tenant");
    }

    /** The change holds already. What does not end now ends when it is next used, since the account says so. */
    private void revoke(Ask ask, Change change) {
        try {
            revoker.changed(ask.user(), change);
        } catch (RuntimeException e) {
            publish(
                    ask.control(),
                    Event.Outcome.FAILED,
                    "not-revoked",
                    Map.of("user", ask.user(), "type", e.getClass().getName()));
        }
    }

    private Decision granted(Ask ask, Decision decision) {
        publish(ask.control(), Event.Outcome.GRANTED, ask.action(), Map.of("user", ask.user()));
        return decision;
    }

    private Decision denied(Ask ask, Optional<Account> account, Decision decision) {
        Reason reason = decision instanceof Denied denied ? denied.reason() : Reason.ERROR;
        AuditRecord record = record(ask, account, AuditRecord.Outcome.DENIED);
        Map<String, String> details = new HashMap<>(record.details());
        details.put("denied", reason.code());
        ground.audit()
                .append(new AuditRecord(
                        record.at(),
                        record.control(),
                        record.action(),
                        record.actor(),
                        record.tenant(),
                        record.target(),
                        record.outcome(),
                        details));
        publish(ask.control(), Event.Outcome.DENIED, reason.code(), Map.of("action", ask.action()));
        return decision;
    }

    private AuditRecord record(Ask ask, Optional<Account> account, AuditRecord.Outcome outcome) {
        Map<String, String> details = new HashMap<>();
        details.put("reason", ask.reason());
        details.put("after", names(ask.after()));
        account.ifPresent(now -> details.put("before", names(now.roles())));
        return new AuditRecord(
                ground.clock().instant(),
                ask.control(),
                ask.action(),
                ask.caller().user(),
                ask.caller().tenant().map(Tenant::id),
                Optional.of(ask.user()),
                outcome,
                details);
    }

    private static String names(Set<String> roles) {
        return String.join(",", new TreeSet<>(roles));
    }

    private void publish(Control control, Event.Outcome outcome, String reason, Map<String, String> details) {
        ground.events().publish(new Event(ground.clock().instant(), control, outcome, reason, details));
    }
}
