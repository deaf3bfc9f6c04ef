package dev.hauberk.example.workbench;

import dev.hauberk.policy.SecurityPolicy;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;

/** The workbench's own policy, and the same with rules for the routes that only tests have. */
final class Policies {
    private Policies() {}

    static SecurityPolicy own() {
        return SecurityPolicy.parse(text(), "hauberk.yml");
    }

    static SecurityPolicy withProbes() {
        String first = "    - {path: /, method: GET, access: public, limit: public}\n";
        String rules =
                "    - {path: /api/v2/probes/**, method: [GET, POST], access: signed-in, body: none, limit: api}\n";
        if (!text().contains(first)) {
            throw new IllegalStateException("the policy does not begin its routes as it did");
        }
        return SecurityPolicy.parse(text().replace(first, rules + first), "hauberk.yml");
    }

    static String text() {
        try (InputStream file = Policies.class.getResourceAsStream("/hauberk.yml")) {
            return new String(Objects.requireNonNull(file, "hauberk.yml").readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
