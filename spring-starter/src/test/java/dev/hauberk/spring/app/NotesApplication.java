package dev.hauberk.spring.app;

import dev.hauberk.Caller;
import dev.hauberk.key.SecretSource;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import javax.sql.DataSource;
import org.h2.jdbcx.JdbcDataSource;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.security.config.annotation.method.configuration.EnableMethodSecurity;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** A small application that has Spring Security on its class path. */
@Configuration(proxyBeanMethods = false)
@EnableAutoConfiguration(
        excludeName =
                "org.springframework.boot.hibernate.autoconfigure.HibernateJpaAutoConfiguration") // it has no entities
@EnableMethodSecurity
public class NotesApplication {
    @Bean
    DataSource database() {
        JdbcDataSource source = new JdbcDataSource();
        source.setURL("jdbc:h2:mem:" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1");
        return source;
    }

    @Bean
    SecretSource secrets() {
        return SecretSource.of(Map.of("HAUBERK_KEYS", "ephemeral"));
    }

    /** What it answers. */
    @RestController
    public static class Notes {
        @GetMapping("/open")
        Map<String, Object> open(Caller caller) {
            return Map.of(
                    "anonymous",
                    caller.isAnonymous(),
                    "authentication",
                    String.valueOf(SecurityContextHolder.getContext().getAuthentication()));
        }

        @GetMapping("/notes")
        Map<String, Object> notes(Caller caller) {
            return Map.of("user", caller.user().orElse(""), "roles", caller.roles());
        }

        @GetMapping("/writers")
        @PreAuthorize("hasRole('writer') and hasAuthority('notes:write')")
        Map<String, Object> writers() {
            return Map.of("writers", true);
        }

        @GetMapping("/async")
        Callable<Map<String, String>> async() {
            return () -> Map.of("thread", "another");
        }

        @GetMapping("/failure")
        void failure() {
            throw new IllegalStateException("secret of ada@acme.example");
        }

        @GetMapping("/error-of-its-own")
        void errorOfItsOwn(HttpServletResponse response) throws IOException {
            response.sendError(418, "secret of ada@acme.example");
        }
    }
}
