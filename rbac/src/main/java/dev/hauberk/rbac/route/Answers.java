package dev.hauberk.rbac.route;

import dev.hauberk.Control;
import dev.hauberk.Decision.Denied;
import dev.hauberk.Decision.Granted;
import dev.hauberk.Reason;
import dev.hauberk.policy.RoutePolicy;
import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;

/** The words of one rule's answers: where it is written, and what to write there instead. */
final class Answers {
    private final RoutePolicy rule;
    private final String place;

    Answers(RoutePolicy rule) {
        this.rule = rule;
        this.place = rule.place().toString();
    }

    Granted granted(String by) {
        return new Granted(Control.RBAC_4, place, by);
    }

    /** A rule that says nothing of who may call permits nobody. */
    Denied silent() {
        return denied(Control.RBAC_4, Reason.NO_RULE, "{path: " + rule.path() + ", access: signed-in}");
    }

    Denied anonymous() {
        return denied(Control.RBAC_4, Reason.ANONYMOUS, "sign in; or {path: " + rule.path() + ", access: public}");
    }

    Denied role() {
        return denied(Control.RBAC_4, Reason.ROLE, "{path: " + rule.path() + ", roles: " + more(rule.roles()) + "}");
    }

    Denied permission(List<String> givers) {
        return denied(
                Control.RBAC_4,
                Reason.PERMISSION,
                "permissions: " + more(rule.permission()) + " in one of the caller's roles; "
                        + (givers.isEmpty() ? "no role has one" : "now in " + String.join(", ", givers)));
    }

    Denied tenant() {
        return denied(
                Control.RBAC_5, Reason.TENANT, "a tenant of the caller; or {path: " + rule.path() + ", tenants: all}");
    }

    Denied factor() {
        return denied(
                Control.AUTHN_5,
                Reason.FACTOR,
                "show a second factor; or factors: {required-for: [...]} without the role");
    }

    private Denied denied(Control control, Reason reason, String remedy) {
        return new Denied(control, place, reason, remedy);
    }

    /** The list with room for one more. */
    private static String more(Collection<String> names) {
        return Stream.concat(names.stream().sorted(), Stream.of("...")).toList().toString();
    }
}
