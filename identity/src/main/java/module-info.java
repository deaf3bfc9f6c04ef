/** Accounts, sign-in, sessions and factors. */
module dev.hauberk.identity {
    requires transitive dev.hauberk.core;
    requires transitive dev.hauberk.crypto;
    requires transitive dev.hauberk.ratelimit;
    requires transitive dev.hauberk.rbac;
    requires transitive java.sql;

    exports dev.hauberk.identity;
    exports dev.hauberk.identity.session;
    exports dev.hauberk.identity.signin;
}
