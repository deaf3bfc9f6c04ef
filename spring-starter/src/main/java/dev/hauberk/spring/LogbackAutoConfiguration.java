package dev.hauberk.spring;

import ch.qos.logback.classic.LoggerContext;
import dev.hauberk.data.FieldCatalogue;
import dev.hauberk.policy.SecurityPolicy;
import dev.hauberk.redact.Redactor;
import dev.hauberk.redact.logback.RedactingEncoder;
import org.slf4j.ILoggerFactory;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.context.annotation.Bean;

/** Redacts whatever the application logs through Logback, by the policy's {@code logs} (PII-1) and what its fields are marked (DATA-1). */
@AutoConfiguration(after = HauberkAutoConfiguration.class)
@ConditionalOnClass(LoggerContext.class)
@ConditionalOnBean(FieldCatalogue.class)
public class LogbackAutoConfiguration {
    @Bean
    SmartInitializingSingleton hauberkRedactsLogs(SecurityPolicy policy, FieldCatalogue fields) {
        return () -> {
            ILoggerFactory factory = LoggerFactory.getILoggerFactory();
            if (factory instanceof LoggerContext context) {
                RedactingEncoder.wrapAll(context, Redactor.of(policy.logs(), fields));
            }
        };
    }
}
