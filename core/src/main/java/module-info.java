/** The words of the house, the policy and its binder, keys, and the audit trail. */
module dev.hauberk.core {
    requires static transitive org.jspecify;
    requires org.slf4j;
    requires static ch.qos.logback.classic;
    requires static ch.qos.logback.core;
    requires static lettuce.core;
    requires static org.snakeyaml.engine;

    exports dev.hauberk;
    exports dev.hauberk.audit;
    exports dev.hauberk.data;
    exports dev.hauberk.json;
    exports dev.hauberk.key;
    exports dev.hauberk.policy;
    exports dev.hauberk.redact;
    exports dev.hauberk.redact.logback;
    exports dev.hauberk.store;
    exports dev.hauberk.store.lettuce;
}
