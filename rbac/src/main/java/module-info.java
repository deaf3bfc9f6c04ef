/** Roles, permissions and decisions. */
module dev.hauberk.rbac {
    requires transitive dev.hauberk.core;

    exports dev.hauberk.rbac;
    exports dev.hauberk.rbac.grant;
    exports dev.hauberk.rbac.route;
}
