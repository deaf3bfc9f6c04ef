package dev.hauberk.spring.redis;

import org.springframework.boot.autoconfigure.condition.ConditionMessage;
import org.springframework.boot.autoconfigure.condition.ConditionOutcome;
import org.springframework.boot.autoconfigure.condition.SpringBootCondition;
import org.springframework.context.annotation.ConditionContext;
import org.springframework.core.type.AnnotatedTypeMetadata;

/** Matches where {@code HAUBERK_REDIS_URL} says where a Redis is. Its value, which may hold a password, is in no message. */
class OnRedisUrl extends SpringBootCondition {
    static final String URL = "HAUBERK_REDIS_URL";
    private static final String NONE = "none";

    @Override
    public ConditionOutcome getMatchOutcome(ConditionContext context, AnnotatedTypeMetadata metadata) {
        String url = context.getEnvironment().getProperty(URL, "").strip();
        boolean there = !url.isEmpty() && !url.equals(NONE);
        return new ConditionOutcome(there, ConditionMessage.of(URL + (there ? " says where" : " says nothing")));
    }

    /** Matches where it is not set: neither an address nor {@code none}. */
    static final class Unset extends SpringBootCondition {
        @Override
        public ConditionOutcome getMatchOutcome(ConditionContext context, AnnotatedTypeMetadata metadata) {
            boolean unset = context.getEnvironment().getProperty(URL, "").isBlank();
            return new ConditionOutcome(unset, ConditionMessage.of(URL + (unset ? " is not set" : " is set")));
        }
    }
}
