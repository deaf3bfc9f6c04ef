package dev.hauberk.testkit.fake;

import dev.hauberk.testkit.http.Header;
import dev.hauberk.testkit.wire.Json;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** An answer that is being made. */
final class FakeAnswer {
    final int status;
    final List<Header> headers = new ArrayList<>();
    final String body;

    FakeAnswer(int status, String type, String body) {
        this.status = status;
        this.body = body;
        if (!type.isEmpty()) {
            with("Content-Type", type);
        }
    }

    static FakeAnswer json(int status, String body) {
        return new FakeAnswer(status, "application/json", body);
    }

    static FakeAnswer empty(int status) {
        return new FakeAnswer(status, "", "");
    }

    static FakeAnswer problem(int status, String code) {
        return problem(status, code, "");
    }

    /** @param more members, each with a comma before it */
    static FakeAnswer problem(int status, String code, String more) {
        return new FakeAnswer(
                status,
                "application/problem+json",
                "{\"status\":" + status + ",\"code\":" + Json.quote(code) + ",\"requestId\":\"" + UUID.randomUUID()
                        + "\"" + more + "}");
    }

    FakeAnswer with(String name, String value) {
        headers.add(new Header(name, value));
        return this;
    }

    byte[] bytes() {
        return body.getBytes(StandardCharsets.UTF_8);
    }
}
