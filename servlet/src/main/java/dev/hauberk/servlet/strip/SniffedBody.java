package dev.hauberk.servlet.strip;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;

/**
 * A body of a type that may leave without being looked into, unless it is JSON all the same: a client chooses the type of a text by
 * its {@code Accept}, and {@code text/html} must not be the way around. What opens no document leaves as it comes; what does is held,
 * up to 64 KB, until it is known for JSON or for something else.
 */
final class SniffedBody implements Body {
    private static final int HELD = 64 * 1024;
    private static final int ENOUGH = 64;

    /** White space, and the octets of UTF-8's byte order mark. */
    private static final String PASSED_OVER = " \t\r\n\f\u000b\u00ef\u00bb\u00bf";

    private static final Set<Charset> LIKE_ASCII = Set.of(
            StandardCharsets.UTF_8,
            StandardCharsets.US_ASCII,
            StandardCharsets.ISO_8859_1,
            Charset.forName("windows-1252"));

    private final FieldNames names;
    private final Charset charset;
    private final Choice choice;
    private final ByteArrayOutputStream held = new ByteArrayOutputStream();
    private final boolean isLikeAscii;
    private Begins begins = Begins.UNKNOWN;
    private @Nullable Body decided;

    private enum Begins {
        UNKNOWN,
        AS_JSON,
        OTHERWISE
    }

    /** What becomes of it. */
    interface Choice extends StrippedBody.Target {
        /** It leaves as it is. */
        Body passed() throws IOException;

        /** It is JSON. */
        Body stripped() throws IOException;
    }

    /** @param encoding what the response says that it is written in; null where it does not */
    SniffedBody(FieldNames names, @Nullable String encoding, Choice choice) {
        this.names = names;
        this.charset = encoding != null && Charset.isSupported(encoding)
                ? Charset.forName(encoding)
                : StandardCharsets.ISO_8859_1;
        this.isLikeAscii = LIKE_ASCII.contains(charset);
        this.choice = choice;
    }

    @Override
    public void write(byte[] bytes, int offset, int length) throws IOException {
        if (decided != null) {
            decided.write(bytes, offset, length);
            return;
        }
        held.write(bytes, offset, length);
        if (begins == Begins.UNKNOWN && (isLikeAscii || held.size() >= ENOUGH)) {
            begins = isLikeAscii ? looked(bytes, offset, length) : decoded();
        }
        if (begins == Begins.OTHERWISE || held.size() > HELD) {
            decide(false);
        }
    }

    @Override
    public void flush() throws IOException {
        if (decided != null) {
            decided.flush();
        }
    }

    @Override
    public void finish() throws IOException {
        Body body = decided == null ? decide(true) : decided;
        body.finish();
    }

    private Body decide(boolean whole) throws IOException {
        Body body;
        if (begins == Begins.UNKNOWN && !isLikeAscii) {
            begins = decoded();
        }
        if (begins != Begins.AS_JSON) {
            body = choice.passed();
        } else if (!isLikeAscii) {
            choice.replace("it may be JSON in another encoding than UTF-8");
            body = new DroppedBody();
        } else {
            body = isJson(whole) ? choice.stripped() : choice.passed();
        }
        decided = body;
        body.write(held.toByteArray(), 0, held.size());
        held.reset();
        return body;
    }

    /** Goes on from what was looked at before: nothing but white space and parts of a byte order mark. */
    private static Begins looked(byte[] bytes, int offset, int length) {
        for (int at = offset; at < offset + length; at++) {
            if (PASSED_OVER.indexOf(bytes[at] & 0xff) < 0) {
                return bytes[at] == '{' || bytes[at] == '[' ? Begins.AS_JSON : Begins.OTHERWISE;
            }
        }
        return Begins.UNKNOWN;
    }

    /** Once, for an encoding that is not in use: white space alone is taken for the worse. */
    private Begins decoded() {
        String text = new String(held.toByteArray(), charset);
        String start = (text.startsWith("\ufeff") ? text.substring(1) : text).stripLeading();
        return start.isEmpty() || start.startsWith("{") || start.startsWith("[") ? Begins.AS_JSON : Begins.OTHERWISE;
    }

    private boolean isJson(boolean whole) {
        JsonStripper trial = new JsonStripper(names, OutputStream.nullOutputStream());
        try {
            trial.feed(held.toByteArray(), 0, held.size());
            if (whole) {
                trial.finish();
            }
            return true;
        } catch (JacksonException e) {
            return false;
        }
    }
}
