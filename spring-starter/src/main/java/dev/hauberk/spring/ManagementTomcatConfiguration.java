package dev.hauberk.spring;

import dev.hauberk.policy.SecurityPolicy;
import org.apache.catalina.startup.Tomcat;
import org.springframework.boot.actuate.autoconfigure.web.ManagementContextConfiguration;
import org.springframework.boot.actuate.autoconfigure.web.ManagementContextType;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.context.annotation.Bean;

/** As {@link TomcatAutoConfiguration}, on the management port. */
@ManagementContextConfiguration(value = ManagementContextType.CHILD, proxyBeanMethods = false)
@ConditionalOnClass({Tomcat.class, TomcatServletWebServerFactory.class})
@ConditionalOnBean(SecurityPolicy.class)
class ManagementTomcatConfiguration {
    @Bean
    TomcatCustomizer hauberkManagementTomcat(SecurityPolicy policy) {
        return new TomcatCustomizer(policy);
    }
}
