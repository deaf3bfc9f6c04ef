package dev.hauberk.servlet;

import dev.hauberk.crypto.password.BreachCheck;
import dev.hauberk.crypto.password.PasswordHasher;
import dev.hauberk.crypto.password.PasswordRules;
import dev.hauberk.crypto.token.AccessTokens;
import dev.hauberk.identity.AccessChanges;
import dev.hauberk.identity.Accounts;
import dev.hauberk.identity.Ground;
import dev.hauberk.identity.session.Sessions;
import dev.hauberk.identity.signin.PasswordChange;
import dev.hauberk.identity.signin.SignIn;
import dev.hauberk.policy.SecurityPolicy;
import dev.hauberk.ratelimit.Attempts;
import dev.hauberk.ratelimit.Lockouts;
import dev.hauberk.rbac.grant.RoleGrants;
import java.util.Optional;

/** The parts that know who somebody is: they share their sessions, their attempts and their lockouts. */
record Identity(
        Sessions sessions,
        SignIn signIn,
        PasswordChange passwordChange,
        AccessChanges changes,
        PasswordHasher passwords) {
    static Identity of(Ground ground, Stores stores, Accounts accounts, Optional<PasswordHasher> chosen) {
        SecurityPolicy policy = ground.policy();
        PasswordHasher hasher = chosen.orElseGet(() -> PasswordHasher.of(policy.passwords(), ground.keys()));
        RoleGrants grants = RoleGrants.of(policy);
        Attempts attempts = stores.attempts(policy, ground.clock());
        Lockouts lockouts = stores.lockouts(policy, ground.clock());
        AccessTokens tokens = AccessTokens.hs256(ground.keys(), policy.tokens(), ground.clock());
        Sessions sessions = Sessions.of(ground, stores.sessions(), accounts, tokens, grants);
        PasswordRules rules = PasswordRules.of(
                policy.passwords(), BreachCheck.of(policy.passwords().breaches()), ground.events(), ground.clock());
        return new Identity(
                sessions,
                SignIn.of(ground, accounts, hasher, attempts, lockouts),
                PasswordChange.of(ground, accounts, hasher, rules, attempts, lockouts, sessions),
                AccessChanges.of(ground, accounts, grants, sessions),
                hasher);
    }
}
