package dev.hauberk.spring;

import dev.hauberk.policy.SecurityPolicy;
import org.apache.catalina.startup.Tomcat;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.context.annotation.Bean;

/** Puts the policy's headers and the problem body on what Tomcat answers by itself (HTTP-1). */
@AutoConfiguration(after = HauberkAutoConfiguration.class)
@ConditionalOnClass({Tomcat.class, TomcatServletWebServerFactory.class})
@ConditionalOnBean(SecurityPolicy.class)
public class TomcatAutoConfiguration {
    @Bean
    TomcatCustomizer hauberkTomcat(SecurityPolicy policy) {
        return new TomcatCustomizer(policy);
    }
}
