/** The words of the house, the policy and its binder, keys, and the audit trail. */
module dev.hauberk.core {
    requires static transitive org.jspecify;
    requires org.slf4j;
    requires static java.sql;
    requires static ch.qos.logback.classic;
    requires static ch.qos.logback.core;
    requires static lettuce.core;
    requires static redis.clients.jedis;
    requires static org.apache.commons.pool2;
    requires static org.snakeyaml.engine;
    requires static software.amazon.awssdk.awscore;
    requires static software.amazon.awssdk.core;
    requires static software.amazon.awssdk.protocols.jsoncore;
    requires static software.amazon.awssdk.services.kms;
    requires static software.amazon.awssdk.services.secretsmanager;

    exports dev.hauberk;
    exports dev.hauberk.audit;
    exports dev.hauberk.data;
    exports dev.hauberk.json;
    exports dev.hauberk.key;
    exports dev.hauberk.key.aws;
    exports dev.hauberk.policy;
    exports dev.hauberk.redact;
    exports dev.hauberk.redact.logback;
    exports dev.hauberk.store;
    exports dev.hauberk.store.jdbc;
    exports dev.hauberk.store.jedis;
    exports dev.hauberk.store.lettuce;
}
