package dev.hauberk.spring;

import dev.hauberk.servlet.Hauberk;
import dev.hauberk.spring.web.CoverageCheck;
import java.util.List;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.actuate.autoconfigure.web.ManagementContextConfiguration;
import org.springframework.boot.actuate.autoconfigure.web.ManagementContextType;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.web.servlet.DispatcherServlet;

/** Holds the policy's routes against what both containers answer, once the second one is there (RBAC-4). */
@ManagementContextConfiguration(value = ManagementContextType.CHILD, proxyBeanMethods = false)
@ConditionalOnBean(Hauberk.class)
@ConditionalOnClass(DispatcherServlet.class)
class ManagementWebConfiguration {
    @Bean
    CoverageCheck hauberkManagementCoverage(
            Hauberk hauberk,
            ApplicationContext management,
            @Value("${spring.web.error.path:${error.path:/error}}") String errorPath) {
        ApplicationContext application = management.getParent();
        List<ApplicationContext> both = application == null ? List.of(management) : List.of(application, management);
        return new CoverageCheck(hauberk, both, errorPath, List.of());
    }
}
