package dev.hauberk.servlet.endpoint;

import dev.hauberk.policy.InputPolicy;
import dev.hauberk.servlet.input.Checked;
import dev.hauberk.servlet.input.JsonReading;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.Map;

/** Reads the bodies of our calls, strictly even where INPUT-1 is not enforced. */
final class Bodies {
    private final InputPolicy policy;
    private final JsonReading json;

    Bodies(InputPolicy policy) {
        this.policy = policy;
        this.json = JsonReading.of(policy);
    }

    Checked read(HttpServletRequest request, Endpoint endpoint) throws IOException {
        long most = policy.maxBody().bytes();
        byte[] body = request.getInputStream().readNBytes((int) Math.min(Integer.MAX_VALUE - 8L, most + 1));
        return body.length > most
                ? new Checked.Unsound("more than input.max-body")
                : json.object(body, policy.bodies().getOrDefault(endpoint.body(), Map.of()));
    }
}
