/** Limits, budgets and their stores. */
module dev.hauberk.ratelimit {
    requires transitive dev.hauberk.core;
    requires io.github.bucket4j.core;
    requires com.github.benmanes.caffeine;
    requires org.slf4j;

    exports dev.hauberk.ratelimit;
    exports dev.hauberk.ratelimit.budget;
}
