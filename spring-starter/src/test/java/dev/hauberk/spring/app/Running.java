package dev.hauberk.spring.app;

import dev.hauberk.Control;
import dev.hauberk.Tenant;
import dev.hauberk.audit.AuditRecord;
import dev.hauberk.crypto.password.PasswordHasher;
import dev.hauberk.identity.Account;
import dev.hauberk.identity.Accounts;
import dev.hauberk.identity.SignInName;
import dev.hauberk.policy.SecurityPolicy;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.web.server.servlet.context.ServletWebServerApplicationContext;
import org.springframework.context.support.GenericApplicationContext;

/** The application on a free port, and a client of it. */
public final class Running implements AutoCloseable {
    /** A policy that fits the application. */
    public static final String POLICY = """
            baseline: calimatic
            tokens: {in: body}
            permissions: ["notes:read", "notes:write"]
            roles:
              writer: {rank: 20, permissions: ["notes:read", "notes:write"]}
              reader: {rank: 10, permissions: ["notes:read"]}
            routes:
              - {path: /open, method: GET, access: public, limit: all}
              - {path: /notes, method: GET, permission: "notes:read", limit: all}
              - {path: /writers, method: GET, access: signed-in, limit: all}
              - {path: /async, method: GET, access: signed-in, limit: all}
              - {path: /failure, method: GET, access: signed-in, limit: all}
              - {path: /error-of-its-own, method: GET, access: signed-in, limit: all}
            limits: {all: 1000 per 1m per user}
            """;

    private static final String PASSWORD = "Correct-Horse-7-Battery";
    private static final Pattern TOKEN = Pattern.compile("\"accessToken\":\"([^\"]+)\"");

    private final HttpClient client = HttpClient.newHttpClient();
    private final ServletWebServerApplicationContext context;

    private Running(ServletWebServerApplicationContext context) {
        this.context = context;
    }

    /**
     * Starts it.
     *
     * @param more configurations beside the application's own
     */
    public static Running start(String policy, List<Class<?>> more, String... arguments) {
        SpringApplication application = new SpringApplication(NotesApplication.class);
        application.addPrimarySources(more);
        application.addInitializers(fresh -> ((GenericApplicationContext) fresh)
                .registerBean(SecurityPolicy.class, () -> SecurityPolicy.parse(policy, "notes.yml")));
        // Actuator is on the class path; it answers where a test says so.
        application.setDefaultProperties(Map.of(
                "management.endpoints.access.default", "none", "management.endpoints.web.discovery.enabled", "false"));
        List<String> all = new ArrayList<>(Arrays.asList(arguments));
        all.add("--server.port=0");
        return new Running((ServletWebServerApplicationContext) application.run(all.toArray(String[]::new)));
    }

    /** Starts it with its own policy and nothing else. */
    public static Running start() {
        return start(POLICY, List.of());
    }

    /** A bean of the application. */
    public <T> T bean(Class<T> type) {
        return context.getBean(type);
    }

    /** Whether there is a bean of a name. */
    public boolean has(String bean) {
        return context.containsBean(bean);
    }

    /** Adds a user of a role and signs it in; answers the access token. */
    public String signedIn(String role) {
        return signedIn(role, role);
    }

    /** As {@link #signedIn(String)}, for a user of this id. */
    public String signedIn(String role, String user) {
        String email = user + "@acme.example";
        bean(Accounts.class)
                .add(
                        new Account(
                                user,
                                new Tenant("acme"),
                                SignInName.of(email),
                                Set.of(role),
                                Optional.of(bean(PasswordHasher.class).hash(PASSWORD)),
                                true,
                                0),
                        new AuditRecord(
                                Instant.EPOCH,
                                Control.RBAC_7,
                                "account-added",
                                Optional.empty(),
                                Optional.empty(),
                                Optional.of(user),
                                AuditRecord.Outcome.DONE,
                                Map.of("reason", "a test")));
        HttpRequest request = HttpRequest.newBuilder(uri("/auth/sign-in"))
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(
                        "{\"email\":\"" + email + "\",\"password\":\"" + PASSWORD + "\"}"))
                .build();
        Matcher token = TOKEN.matcher(send(request).body());
        if (!token.find()) {
            throw new IllegalStateException("the sign-in brought no token");
        }
        return token.group(1);
    }

    /** Where a path is on the management port. */
    public URI onManagementPort(String path) {
        return URI.create("http://127.0.0.1:" + context.getEnvironment().getProperty("local.management.port") + path);
    }

    /** Where a path is. */
    public URI uri(String path) {
        return URI.create("http://127.0.0.1:" + context.getWebServer().getPort() + path);
    }

    /** What a request is answered. */
    public HttpResponse<String> send(HttpRequest request) {
        try {
            return client.send(request, HttpResponse.BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** What a path answers to a call without a body. */
    public HttpResponse<String> post(String path, String token) {
        return send(HttpRequest.newBuilder(uri(path))
                .header("Authorization", "Bearer " + token)
                .POST(HttpRequest.BodyPublishers.noBody())
                .build());
    }

    /** What is answered to whoever holds a token, or to nobody where it is empty. */
    public HttpResponse<String> get(URI uri, String token) {
        HttpRequest.Builder request = HttpRequest.newBuilder(uri);
        return send((token.isEmpty() ? request : request.header("Authorization", "Bearer " + token)).build());
    }

    /** What a path answers to nobody. */
    public HttpResponse<String> get(String path) {
        return get(uri(path), "");
    }

    /** What a path answers to whoever holds a token. */
    public HttpResponse<String> get(String path, String token) {
        return get(uri(path), token);
    }

    @Override
    public void close() {
        context.close();
    }
}
