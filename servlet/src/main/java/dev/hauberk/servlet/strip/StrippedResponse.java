package dev.hauberk.servlet.strip;

import dev.hauberk.servlet.exchange.Exchange;
import dev.hauberk.servlet.problem.ProblemCode;
import dev.hauberk.servlet.problem.Problems;
import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpServletResponseWrapper;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A response whose body is looked into. What becomes of it is decided when its first byte comes, from its type as it is then; the
 * type cannot be changed after that. For one thread at a time, as every response.
 */
final class StrippedResponse extends HttpServletResponseWrapper implements SniffedBody.Choice {
    private static final Logger log = LoggerFactory.getLogger(StrippedResponse.class);
    private static final int PARTIAL = 206;

    private final HttpServletRequest request;
    private final FieldNames names;
    private final MediaTypes types;
    private final BodyHeaders headers;
    private @Nullable Body body;
    private @Nullable PrintWriter writer;
    private @Nullable LateWriter late;
    private @Nullable ServletOutputStream output;
    private boolean finished;

    StrippedResponse(HttpServletRequest request, HttpServletResponse response, FieldNames names, MediaTypes types) {
        super(response);
        this.request = request;
        this.names = names;
        this.types = types;
        this.headers = new BodyHeaders(response);
    }

    /** What becomes of the body, decided now at the latest. */
    Body body() throws IOException {
        if (finished) {
            return new DroppedBody();
        }
        if (body == null) {
            body = decide();
        }
        return body;
    }

    private Body decide() throws IOException {
        String type = getContentType();
        if (Exchange.of(request).isLibraryAnswer()) {
            return passed();
        }
        if (types.mayPass(type)) {
            return new SniffedBody(names, getCharacterEncoding(), this);
        }
        @Nullable String refused = refusal(type);
        if (refused != null) {
            answerInstead(refused);
            return new DroppedBody();
        }
        if (type != null && type.toLowerCase(Locale.ROOT).contains("charset")) {
            super.setCharacterEncoding("UTF-8");
        }
        return stripped();
    }

    @Override
    public Body passed() {
        headers.keep();
        return new PassedBody(stream());
    }

    @Override
    public Body stripped() {
        headers.adapt();
        return new StrippedBody(names, this);
    }

    private @Nullable String refusal(@Nullable String type) {
        if (!MediaTypes.isJson(type)) {
            return "responses.pass does not list its type";
        }
        if (headers.isEncoded()) {
            return "the application encoded it";
        }
        return getStatus() == PARTIAL ? "it is a part of a document" : null;
    }

    private void answerInstead(String why) throws IOException {
        log.warn(
                "a response was replaced by an error (request {}): {}",
                Exchange.of(request).requestId(),
                why);
        headers.forget();
        Problems.write(request, (HttpServletResponse) getResponse(), ProblemCode.INTERNAL);
    }

    @Override
    public void replace(String why) throws IOException {
        answerInstead(why);
        body = new DroppedBody();
    }

    @Override
    public void length(int bytes) {
        super.setContentLength(bytes);
    }

    @Override
    public ServletOutputStream stream() {
        try {
            return super.getOutputStream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The application is done. */
    void finish() throws IOException {
        if (finished) {
            return;
        }
        if (writer != null) {
            writer.flush();
        }
        finished = true;
        if (body != null) {
            body.finish();
        } else {
            headers.settle(types.mayPass(getContentType()));
        }
    }

    void flushBody() throws IOException {
        if (body != null) {
            body.flush();
        }
    }

    /** Another body begins; what the old writer still holds is dropped. */
    private void begin() {
        body = null;
        finished = false;
        headers.forget();
        if (late != null) {
            late.forget();
        }
    }

    @Override
    public ServletOutputStream getOutputStream() {
        if (writer != null) {
            throw new IllegalStateException("getWriter() was called before");
        }
        if (output == null) {
            output = new StrippedOutput(this);
        }
        return output;
    }

    @Override
    public PrintWriter getWriter() {
        if (output != null) {
            throw new IllegalStateException("getOutputStream() was called before");
        }
        if (writer == null) {
            late = new LateWriter(new StrippedOutput(this), this::charset);
            writer = new PrintWriter(late);
        }
        return writer;
    }

    private Charset charset() {
        if (MediaTypes.isJson(getContentType())) {
            return StandardCharsets.UTF_8;
        }
        String encoding = getCharacterEncoding();
        super.setCharacterEncoding(encoding);
        return Charset.forName(encoding);
    }

    @Override
    public void flushBuffer() throws IOException {
        if (writer != null) {
            writer.flush();
        }
        flushBody();
    }

    @Override
    public void reset() {
        super.reset();
        begin();
        late = null;
        writer = null;
        output = null;
    }

    @Override
    public void resetBuffer() {
        super.resetBuffer();
        begin();
    }

    @Override
    public void sendError(int status, String message) throws IOException {
        begin();
        body = new DroppedBody();
        super.sendError(status, message);
    }

    @Override
    public void sendError(int status) throws IOException {
        begin();
        body = new DroppedBody();
        super.sendError(status);
    }

    @Override
    public void sendRedirect(String location, int status, boolean clearBuffer) throws IOException {
        begin();
        body = new DroppedBody();
        super.sendRedirect(location, status, clearBuffer);
    }

    @Override
    public void sendRedirect(String location) throws IOException {
        sendRedirect(location, SC_FOUND, true);
    }

    @Override
    public void sendRedirect(String location, boolean clearBuffer) throws IOException {
        sendRedirect(location, SC_FOUND, clearBuffer);
    }

    @Override
    public void sendRedirect(String location, int status) throws IOException {
        sendRedirect(location, status, true);
    }

    @Override
    public void setContentType(@Nullable String type) {
        if (body == null) {
            super.setContentType(type);
        }
    }

    @Override
    public void setCharacterEncoding(@Nullable String encoding) {
        if (body == null) {
            super.setCharacterEncoding(encoding);
        }
    }

    @Override
    public void setContentLength(int length) {
        headers.length(length);
    }

    @Override
    public void setContentLengthLong(long length) {
        headers.length(length);
    }

    @Override
    public void setHeader(String name, @Nullable String value) {
        if (headers.takes(name, value, body != null)) {
            super.setHeader(name, value);
        }
    }

    @Override
    public void addHeader(String name, @Nullable String value) {
        if (headers.takes(name, value, body != null)) {
            super.addHeader(name, value);
        }
    }

    @Override
    public void setIntHeader(String name, int value) {
        setHeader(name, Integer.toString(value));
    }

    @Override
    public void addIntHeader(String name, int value) {
        addHeader(name, Integer.toString(value));
    }
}
