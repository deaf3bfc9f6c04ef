package dev.hauberk.spring.app;

import dev.hauberk.identity.Accounts;
import dev.hauberk.key.SecretSource;
import dev.hauberk.policy.SecurityPolicy;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Arrays;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.web.server.servlet.context.ServletWebServerApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.util.ClassUtils;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** An application with the starter and Spring MVC, and nothing else that it names. */
@Configuration(proxyBeanMethods = false)
@EnableAutoConfiguration
public class BareApplication {
    private static final String POLICY = """
            baseline: calimatic
            routes:
              - {path: /open, method: GET, access: public, limit: all}
              - {path: /closed, method: GET, access: signed-in, limit: all}
            limits: {all: 1000 per 1m per user}
            """;

    @Bean
    Accounts accounts() {
        return Nobody.hasAnAccount();
    }

    @Bean
    SecretSource secrets() {
        return SecretSource.of(Map.of("HAUBERK_KEYS", "ephemeral"));
    }

    @Bean
    SecurityPolicy policy() {
        return SecurityPolicy.parse(POLICY, "bare.yml");
    }

    /** Starts it, and prints what it answers and what it misses. */
    public static void main(String[] arguments) throws IOException, InterruptedException {
        SpringApplication application = new SpringApplication(BareApplication.class);
        application.setDefaultProperties(Map.of(
                "management.endpoints.access.default", "none", "management.endpoints.web.discovery.enabled", "false"));
        try (var context = (ServletWebServerApplicationContext) application.run("--server.port=0")) {
            URI base = URI.create("http://127.0.0.1:" + context.getWebServer().getPort());
            HttpResponse<String> open =
                    send(HttpRequest.newBuilder(base.resolve("/open")).build());
            print(
                    "open",
                    open.statusCode(),
                    open.headers().firstValue("Cache-Control").orElse(""));
            print(
                    "closed",
                    send(HttpRequest.newBuilder(base.resolve("/closed")).build())
                            .statusCode());
            print("sign-in from elsewhere", send(signIn(base)).statusCode());
        }
        print("logback", isThere("ch.qos.logback.classic.LoggerContext"));
        print("security", isThere("org.springframework.security.web.SecurityFilterChain"));
        print("actuator", isThere("org.springframework.boot.actuate.endpoint.annotation.Endpoint"));
        print("jdbc", isThere("org.springframework.jdbc.core.JdbcTemplate"));
    }

    private static HttpRequest signIn(URI base) {
        return HttpRequest.newBuilder(base.resolve("/auth/sign-in"))
                .header("Origin", "https://evil.example")
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString("{\"email\":\"ada@acme.example\",\"password\":\"x\"}"))
                .build();
    }

    private static boolean isThere(String type) {
        return ClassUtils.isPresent(type, BareApplication.class.getClassLoader());
    }

    private static void print(Object... words) {
        System.out.println(Arrays.stream(words).map(String::valueOf).collect(Collectors.joining(" ")));
    }

    private static HttpResponse<String> send(HttpRequest request) throws IOException, InterruptedException {
        return HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofString());
    }

    /** What it answers. */
    @RestController
    public static class Routes {
        @GetMapping({"/open", "/closed"})
        Map<String, String> any() {
            return Map.of("which", "any");
        }
    }
}
