/** Limits, budgets and their stores. */
module dev.hauberk.ratelimit {
    requires transitive dev.hauberk.core;
    requires io.github.bucket4j.core;
    requires com.github.benmanes.caffeine;

    exports dev.hauberk.ratelimit;
}
