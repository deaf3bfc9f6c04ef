package dev.hauberk.spring.security;

import dev.hauberk.Events;
import dev.hauberk.servlet.Hauberk;
import java.time.InstantSource;
import org.springframework.context.ApplicationContext;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.web.context.RequestAttributeSecurityContextRepository;
import org.springframework.security.web.context.SecurityContextHolderFilter;
import org.springframework.security.web.context.SecurityContextRepository;
import org.springframework.security.web.savedrequest.NullRequestCache;
import org.springframework.security.web.savedrequest.RequestCache;

/**
 * Makes a chain of Spring Security live beside Hauberk: {@code http.with(HauberkSecurity.hauberk(), withDefaults())}.
 *
 * <p>The chain's context carries our caller, with roles as {@code ROLE_…} and permissions as they are, so that
 * {@code @PreAuthorize} and {@code Principal} work. What we do already is switched off in the chain: its headers, CSRF tokens, CORS,
 * sessions, logout and saved requests. Its denials are our 401 and 403.
 */
public final class HauberkSecurity extends AbstractHttpConfigurer<HauberkSecurity, HttpSecurity> {
    private HauberkSecurity() {}

    /** The configurer. */
    public static HauberkSecurity hauberk() {
        return new HauberkSecurity();
    }

    @Override
    public void init(HttpSecurity http) {
        ApplicationContext context = http.getSharedObject(ApplicationContext.class);
        ChainDenials denials = new ChainDenials(context.getBean(Events.class), context.getBean(InstantSource.class));
        RequestAttributeSecurityContextRepository repository = new RequestAttributeSecurityContextRepository();
        // What other configurers took for themselves before this one would keep our caller, or a request, in a
        // container's session.
        http.setSharedObject(SecurityContextRepository.class, repository);
        http.setSharedObject(RequestCache.class, new NullRequestCache());
        http.csrf(AbstractHttpConfigurer::disable)
                .headers(AbstractHttpConfigurer::disable)
                .cors(AbstractHttpConfigurer::disable)
                .logout(AbstractHttpConfigurer::disable)
                .requestCache(AbstractHttpConfigurer::disable)
                .formLogin(AbstractHttpConfigurer::disable)
                .httpBasic(AbstractHttpConfigurer::disable)
                .sessionManagement(AbstractHttpConfigurer::disable)
                .securityContext(contexts -> contexts.securityContextRepository(repository))
                .exceptionHandling(
                        exceptions -> exceptions.accessDeniedHandler(denials).authenticationEntryPoint(denials))
                .addFilterBefore(
                        new CallerContextFilter(
                                repository, context.getBean(Hauberk.class).access()),
                        SecurityContextHolderFilter.class);
    }
}
