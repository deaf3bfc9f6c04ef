package dev.hauberk.identity.signin;

import dev.hauberk.Caller;
import dev.hauberk.ClientAddress;
import dev.hauberk.Control;
import dev.hauberk.Event;
import dev.hauberk.Event.Outcome;
import dev.hauberk.Tenant;
import dev.hauberk.audit.AuditRecord;
import dev.hauberk.identity.Account;
import dev.hauberk.identity.Ground;
import java.util.Map;
import java.util.Optional;

/**
 * Says what becomes of sign-ins and password changes, as records first and then as events. A name is there as a pseudonym
 * alone; the client's address is in records and not in events.
 */
final class SignInLog {
    private final Ground ground;

    SignInLog(Ground ground) {
        this.ground = ground;
    }

    void signedIn(Account account, String key, ClientAddress from) {
        append(
                Control.AUTHN_9,
                "sign-in",
                Optional.of(account.id()),
                Optional.of(account.tenant()),
                Optional.of(account.id()),
                AuditRecord.Outcome.DONE,
                Map.of("name", key, "address", from.text()));
        publish(Control.AUTHN_9, Outcome.GRANTED, "signed-in", Map.of("user", account.id()));
    }

    /** Nobody signs in; of an account that exists the record says which. */
    void refused(Control control, String reason, Optional<Account> account, String key, ClientAddress from) {
        append(
                control,
                "sign-in",
                Optional.empty(),
                Optional.empty(),
                account.map(Account::id),
                AuditRecord.Outcome.DENIED,
                Map.of("reason", reason, "name", key, "address", from.text()));
        publish(control, Outcome.DENIED, reason, Map.of("name", key));
    }

    void unlocked(Caller by, String key) {
        append(
                Control.AUTHN_4,
                "unlock",
                by.user(),
                by.tenant(),
                Optional.empty(),
                AuditRecord.Outcome.DONE,
                Map.of("name", key));
        publish(Control.AUTHN_4, Outcome.NOTICED, "unlocked", Map.of("name", key));
    }

    /** The record that a new password is saved with. */
    AuditRecord passwordChange(Caller caller) {
        return record(
                Control.SESS_2,
                "password-change",
                caller.user(),
                caller.tenant(),
                caller.user(),
                AuditRecord.Outcome.DONE,
                Map.of("address", caller.address().text()));
    }

    void passwordChanged(String user) {
        publish(Control.SESS_2, Outcome.GRANTED, "password-changed", Map.of("user", user));
    }

    void passwordKept(Caller caller, Control control, String reason) {
        append(
                control,
                "password-change",
                caller.user(),
                caller.tenant(),
                caller.user(),
                AuditRecord.Outcome.DENIED,
                Map.of("reason", reason, "address", caller.address().text()));
        publish(control, Outcome.DENIED, reason, Map.of("action", "password-change"));
    }

    void failed(Control control, String what, RuntimeException because) {
        publish(control, Outcome.FAILED, what, Map.of("type", because.getClass().getName()));
    }

    private void append(
            Control control,
            String action,
            Optional<String> actor,
            Optional<Tenant> tenant,
            Optional<String> target,
            AuditRecord.Outcome outcome,
            Map<String, String> details) {
        ground.audit().append(record(control, action, actor, tenant, target, outcome, details));
    }

    private AuditRecord record(
            Control control,
            String action,
            Optional<String> actor,
            Optional<Tenant> tenant,
            Optional<String> target,
            AuditRecord.Outcome outcome,
            Map<String, String> details) {
        return new AuditRecord(
                ground.clock().instant(), control, action, actor, tenant.map(Tenant::id), target, outcome, details);
    }

    private void publish(Control control, Outcome outcome, String reason, Map<String, String> details) {
        ground.events().publish(new Event(ground.clock().instant(), control, outcome, reason, details));
    }
}
