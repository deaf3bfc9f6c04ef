package dev.hauberk.servlet;

import dev.hauberk.CallerScope;
import dev.hauberk.Events;
import dev.hauberk.audit.AuditTrail;
import dev.hauberk.crypto.password.PasswordHasher;
import dev.hauberk.data.FieldCatalogue;
import dev.hauberk.data.FieldCatalogueBuilder;
import dev.hauberk.identity.AccessChanges;
import dev.hauberk.identity.Accounts;
import dev.hauberk.identity.Ground;
import dev.hauberk.identity.session.Sessions;
import dev.hauberk.identity.signin.SignIn;
import dev.hauberk.key.KeyRing;
import dev.hauberk.policy.SecurityPolicy;
import dev.hauberk.ratelimit.budget.Budgets;
import dev.hauberk.rbac.AccessPolicy;
import dev.hauberk.rbac.route.Routes;
import dev.hauberk.servlet.Hauberk.NamedStep;
import dev.hauberk.servlet.endpoint.EndpointRules;
import dev.hauberk.servlet.log.LineSink;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** Puts the rooms together, once, in the one order that there is. */
record Assembly(
        EndpointRules rules,
        Routes routes,
        AccessPolicy access,
        Sessions sessions,
        SignIn signIn,
        AccessChanges changes,
        Budgets budgets,
        PasswordHasher passwords,
        CallerScope callers,
        KeyRing keys,
        Events events,
        AuditTrail audit,
        FieldCatalogue fields,
        List<NamedStep> steps) {
    static Assembly of(
            SecurityPolicy written,
            FieldCatalogueBuilder catalogue,
            Supplier<KeyRing> ring,
            Stores stores,
            Accounts accounts,
            InstantSource clock,
            Optional<PasswordHasher> hasher,
            LineSink requestLog) {
        Beginnings beginnings = Beginnings.of(written, ring, stores, catalogue);
        EndpointRules rules = beginnings.rules();
        SecurityPolicy policy = rules.policy();
        Events events = new Events();
        Ground ground = Ground.of(policy, beginnings.keys(), events, stores.audit(), clock);
        Identity identity = Identity.of(ground, stores, accounts, hasher);
        Routes routes = Routes.of(policy);
        AccessPolicy access = AccessPolicy.of(policy);
        CallerScope callers = new CallerScope();
        Steps steps =
                new Steps(ground, rules, beginnings.fields(), routes, access, callers, identity, stores, requestLog);
        return new Assembly(
                rules,
                routes,
                access,
                identity.sessions(),
                identity.signIn(),
                identity.changes(),
                stores.budgets(policy, beginnings.keys(), events, clock),
                identity.passwords(),
                callers,
                beginnings.keys(),
                events,
                stores.audit(),
                beginnings.fields(),
                steps.inOrder());
    }
}
