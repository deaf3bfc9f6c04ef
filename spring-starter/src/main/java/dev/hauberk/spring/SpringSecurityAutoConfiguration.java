package dev.hauberk.spring;

import static org.springframework.security.config.Customizer.withDefaults;

import dev.hauberk.crypto.password.PasswordHasher;
import dev.hauberk.servlet.Hauberk;
import dev.hauberk.spring.security.ChainCheck;
import dev.hauberk.spring.security.HasherEncoder;
import dev.hauberk.spring.security.HauberkSecurity;
import java.util.List;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.context.annotation.Bean;
import org.springframework.security.authentication.AuthenticationManager;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configuration.EnableWebSecurity;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.security.web.SecurityFilterChain;

/** Lives beside Spring Security, where it is on the class path. */
@AutoConfiguration(
        after = HauberkAutoConfiguration.class,
        beforeName = {
            "org.springframework.boot.security.autoconfigure.SecurityAutoConfiguration",
            "org.springframework.boot.security.autoconfigure.UserDetailsServiceAutoConfiguration",
            "org.springframework.boot.security.autoconfigure.web.servlet.ServletWebSecurityAutoConfiguration"
        })
@ConditionalOnClass({HttpSecurity.class, SecurityFilterChain.class})
@ConditionalOnBean(Hauberk.class)
@EnableWebSecurity
public class SpringSecurityAutoConfiguration {
    /** A chain that permits and writes nothing: the steps before it have decided. */
    @Bean
    @ConditionalOnMissingBean
    SecurityFilterChain hauberkChain(HttpSecurity http) throws Exception {
        return http.with(HauberkSecurity.hauberk(), withDefaults())
                .authorizeHttpRequests(requests -> requests.anyRequest().permitAll())
                .build();
    }

    /** Authenticates nobody; there, so that no user with a printed password is made up. */
    @Bean
    @ConditionalOnMissingBean
    AuthenticationManager hauberkAuthenticationManager() {
        return authentication -> {
            throw new BadCredentialsException("signing in is Hauberk's");
        };
    }

    @Bean
    @ConditionalOnMissingBean
    PasswordEncoder hauberkPasswordEncoder(PasswordHasher hasher) {
        return new HasherEncoder(hasher);
    }

    @Bean
    ChainCheck hauberkChainCheck(List<SecurityFilterChain> chains) {
        return new ChainCheck(chains);
    }
}
