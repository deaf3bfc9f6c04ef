package dev.hauberk.spring;

import dev.hauberk.servlet.HauberkBuilder;

/** A bean that changes how {@link dev.hauberk.servlet.Hauberk} is started. Called once, after the starter's own settings. */
@FunctionalInterface
public interface HauberkCustomizer {
    /** Changes the builder. */
    void customize(HauberkBuilder builder);
}
