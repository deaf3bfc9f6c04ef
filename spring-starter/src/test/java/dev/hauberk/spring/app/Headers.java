package dev.hauberk.spring.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.List;

/** The seven headers. */
public final class Headers {
    private static final List<String> SEVEN = List.of(
            "Strict-Transport-Security",
            "X-Content-Type-Options",
            "X-Frame-Options",
            "Content-Security-Policy",
            "Referrer-Policy",
            "Permissions-Policy",
            "X-XSS-Protection");

    private Headers() {}

    /** Holds a response to each of them, once. */
    public static void assertSeven(HttpResponse<String> response) {
        for (String header : SEVEN) {
            assertThat(response.headers().allValues(header)).as(header).hasSize(1);
        }
    }
}
