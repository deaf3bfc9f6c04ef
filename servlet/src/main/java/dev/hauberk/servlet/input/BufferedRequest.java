package dev.hauberk.servlet.input;

import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import java.io.BufferedReader;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.SequenceInputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** A request whose body was read, or begun, and is handed on. Its parameters are those that the container knows without it. */
final class BufferedRequest extends HttpServletRequestWrapper {
    private final InputStream body;
    private final long length;
    private @Nullable ServletInputStream stream;
    private @Nullable BufferedReader reader;

    private BufferedRequest(HttpServletRequest request, InputStream body, long length) {
        super(request);
        this.body = body;
        this.length = length;
    }

    /** A request whose body was read to its end. */
    static BufferedRequest whole(HttpServletRequest request, byte[] body) {
        return new BufferedRequest(request, new ByteArrayInputStream(body), body.length);
    }

    /** A request whose body was begun. */
    static BufferedRequest resumed(HttpServletRequest request, byte[] begun, InputStream rest) {
        InputStream body = new SequenceInputStream(new ByteArrayInputStream(begun), rest);
        return new BufferedRequest(request, body, request.getContentLengthLong());
    }

    @Override
    public ServletInputStream getInputStream() {
        if (reader != null) {
            throw new IllegalStateException("the body is read by getReader already");
        }
        if (stream == null) {
            stream = new BodyStream(body);
        }
        return stream;
    }

    @Override
    public BufferedReader getReader() {
        if (stream != null) {
            throw new IllegalStateException("the body is read by getInputStream already");
        }
        if (reader == null) {
            @Nullable String name = getCharacterEncoding();
            Charset charset = name == null ? StandardCharsets.UTF_8 : Charset.forName(name);
            reader = new BufferedReader(new InputStreamReader(new BodyStream(body), charset));
        }
        return reader;
    }

    @Override
    public int getContentLength() {
        return length > Integer.MAX_VALUE ? -1 : (int) length;
    }

    @Override
    public long getContentLengthLong() {
        return length;
    }
}
