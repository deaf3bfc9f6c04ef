package dev.hauberk.servlet.strip;

import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The headers that speak about a body, which are wrong once something is taken out of it. */
final class BodyHeaders {
    private static final List<String> GONE =
            List.of("Accept-Ranges", "Content-Range", "Content-MD5", "Digest", "Content-Digest", "Repr-Digest");
    private static final Set<String> FROZEN = Set.of(
            "content-type",
            "content-encoding",
            "etag",
            "accept-ranges",
            "content-range",
            "content-md5",
            "digest",
            "content-digest",
            "repr-digest");
    private static final long UNKNOWN = -1;

    private final HttpServletResponse response;
    private long length = UNKNOWN;

    BodyHeaders(HttpServletResponse response) {
        this.response = response;
    }

    /** The application says how long its body is. */
    void length(long said) {
        this.length = said;
    }

    /** Whether a header that the application sets is the container's to take. */
    boolean takes(String name, @Nullable String value, boolean begun) {
        String folded = name.strip().toLowerCase(Locale.ROOT);
        if (folded.equals("content-length")) {
            length = value != null && value.matches("[0-9]{1,18}") ? Long.parseLong(value) : UNKNOWN;
            return false;
        }
        return !begun || !FROZEN.contains(folded);
    }

    boolean isEncoded() {
        @Nullable String encoding = response.getHeader("Content-Encoding");
        return encoding != null && !encoding.isBlank() && !encoding.strip().equalsIgnoreCase("identity");
    }

    /** The body leaves as it is, and so does its length. */
    void keep() {
        if (length != UNKNOWN) {
            response.setContentLengthLong(length);
        }
    }

    /** The body may change: its tag is not exact any more, its parts and digests mean nothing. */
    void adapt() {
        length = UNKNOWN;
        GONE.forEach(name -> response.setHeader(name, null));
        weaken();
    }

    /** There was no body, as for HEAD or a 304. */
    void settle(boolean passes) {
        if (passes) {
            keep();
        } else {
            weaken();
        }
    }

    /** Another body comes. */
    void forget() {
        length = UNKNOWN;
    }

    private void weaken() {
        @Nullable String tag = response.getHeader("ETag");
        if (tag != null && tag.startsWith("\"")) {
            response.setHeader("ETag", "W/" + tag);
        }
    }
}
