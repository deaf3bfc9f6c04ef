package dev.hauberk.policy;

import dev.hauberk.Control;
import java.util.List;
import java.util.regex.Pattern;

/** Checks that origins are exact ones (RFC 6454), and the headers that they may send are names. */
final class OriginCheck {
    private static final Pattern ORIGIN = Pattern.compile(
            "https?://(?:[a-z0-9](?:[a-z0-9-]{0,62})(?:\\.[a-z0-9](?:[a-z0-9-]{0,62}))*|\\[[0-9a-f:.]+])(?::[1-9][0-9]{0,4})?");
    private static final Pattern TOKEN = Pattern.compile("[A-Za-z0-9!#$%&'+.^_`|~-]+");

    private final OriginPolicy origins;
    private final Findings findings;

    OriginCheck(OriginPolicy origins, Findings findings) {
        this.origins = origins;
        this.findings = findings;
    }

    void check() {
        for (String origin : origins.allow()) {
            if (!ORIGIN.matcher(origin).matches() || isDefaultPort(origin)) {
                findings.wrong(
                        Control.HTTP_6,
                        "an exact origin: http or https, a host in lower case, a port that is not the default one",
                        origin,
                        "Write for example https://app.example.org; never *, null or a path.",
                        List.of("origins", "allow"));
            }
        }
        for (String header : origins.headers()) {
            if (!TOKEN.matcher(header).matches()) {
                findings.wrong(
                        Control.HTTP_6,
                        "a header's name; * is none",
                        header,
                        "Write for example content-type.",
                        List.of("origins", "headers"));
            }
        }
    }

    /** A browser leaves the default port out, so that such an origin would never be met. */
    private static boolean isDefaultPort(String origin) {
        return origin.startsWith("https:") ? origin.endsWith(":443") : origin.endsWith(":80");
    }
}
