package dev.hauberk.servlet.strip;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hauberk.policy.ResponsePolicy;
import dev.hauberk.servlet.exchange.Exchange;
import dev.hauberk.servlet.harness.Container;
import dev.hauberk.servlet.harness.Handler;
import dev.hauberk.servlet.harness.Reply;
import dev.hauberk.servlet.harness.Served;
import dev.hauberk.servlet.harness.Wire;
import jakarta.servlet.AsyncContext;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.WriteListener;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.AfterParameterizedClassInvocation;
import org.junit.jupiter.params.BeforeParameterizedClassInvocation;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

@Tag("HTTP-4")
@ParameterizedClass
@EnumSource(Container.class)
class StripFilterTest {
    private static final String SECRET = "{\"a\":\"\u00fc\",\"password\":\"geheim\"}";
    private static final String STRIPPED = "{\"a\":\"\u00fc\"}";
    private static final int CHUNK = 50_000;
    private static Served served;

    @Parameter
    Container container;

    @BeforeParameterizedClassInvocation
    static void start(Container container) {
        ResponsePolicy policy =
                new ResponsePolicy(Set.of("password"), List.of("/exempt/**"), Set.of("text/html", "image/*"));
        Handler application = StripFilterTest::answer;
        served = container.start(List.of(StripFilter.of(policy)), application.servlet());
    }

    @AfterParameterizedClassInvocation
    static void stop() {
        served.close();
    }

    private static void answer(HttpServletRequest request, HttpServletResponse response) throws IOException {
        String path = request.getServletPath();
        switch (path) {
            case "/type" -> {
                if (request.getQueryString() != null) {
                    response.setContentType(request.getQueryString());
                }
                response.getOutputStream().write(SECRET.getBytes(StandardCharsets.UTF_8));
            }
            case "/header-type" -> {
                response.setHeader("content-type", request.getQueryString());
                response.getOutputStream().write(SECRET.getBytes(StandardCharsets.UTF_8));
            }
            case "/spaced" -> {
                response.setContentType("text/html");
                response.flushBuffer();
                response.getOutputStream().print(" \n");
                response.flushBuffer();
                response.getOutputStream().write(SECRET.getBytes(StandardCharsets.UTF_8));
            }
            case "/marked" -> {
                response.setContentType("text/html;charset=utf-8");
                for (byte octet : ("\ufeff" + SECRET).getBytes(StandardCharsets.UTF_8)) {
                    response.getOutputStream().write(octet);
                }
            }
            case "/no-json" -> {
                response.setContentType("text/html");
                response.setHeader("ETag", "\"v1\"");
                response.getOutputStream().print("[\"password\", geheim].join()");
            }
            case "/large-page" -> {
                response.setContentType("text/html");
                String element = "{\"password\":\"geheim\",\"n\":\"" + "x".repeat(1_000) + "\"},";
                response.getOutputStream().print("[" + element.repeat(200) + "1]");
            }
            case "/large-no-json" -> {
                response.setContentType("text/html");
                response.getOutputStream().print("[password]" + " ".repeat(100_000) + ".geheim");
            }
            case "/ranges" -> {
                response.setContentType("text/html");
                response.getOutputStream()
                        .print(request.getHeader("Range") + " "
                                + request.getHeaders("Range").hasMoreElements());
            }
            case "/encoded" -> {
                response.setContentType("text/html;charset=" + request.getQueryString());
                response.getOutputStream().write(SECRET.getBytes(request.getQueryString()));
            }
            case "/exempt/x" -> write(response, SECRET);
            case "/library" -> {
                Exchange.of(request).answerByLibrary();
                write(response, SECRET);
            }
            case "/writer" -> {
                response.setContentType("application/json");
                response.getWriter().print(SECRET);
            }
            case "/writer-latin" -> {
                response.setContentType("application/json;charset=ISO-8859-1");
                response.getWriter().print(SECRET);
            }
            case "/page" -> {
                response.setContentType("text/html;charset=utf-8");
                response.getWriter().print("<p>\u00fc</p>");
            }
            case "/flushed" -> {
                response.setContentType("application/json");
                response.flushBuffer();
                for (char c : SECRET.toCharArray()) {
                    response.getWriter().print(c);
                    response.getWriter().flush();
                    response.flushBuffer();
                }
            }
            case "/length" -> {
                response.setContentLength(SECRET.getBytes(StandardCharsets.UTF_8).length);
                response.setHeader("ETag", "\"v1\"");
                response.setHeader("Accept-Ranges", "bytes");
                write(response, SECRET);
            }
            case "/not-modified" -> {
                response.setHeader("ETag", "\"v1\"");
                response.setStatus(304);
            }
            case "/invalid" -> write(response, "{\"a\":1,\"password\":\"geheim\",");
            case "/retyped" -> {
                response.setContentType("text/html");
                response.getOutputStream().write(SECRET.getBytes(StandardCharsets.UTF_8));
                response.setContentType("application/json");
            }
            case "/gzip" -> {
                response.setHeader("Content-Encoding", "gzip");
                ByteArrayOutputStream zipped = new ByteArrayOutputStream();
                try (OutputStream zip = new GZIPOutputStream(zipped)) {
                    zip.write(SECRET.getBytes(StandardCharsets.UTF_8));
                }
                response.setContentType("application/json");
                response.getOutputStream().write(zipped.toByteArray());
            }
            case "/part" -> {
                response.setStatus(206);
                response.setHeader("Content-Range", "bytes 0-5/10");
                write(response, "\"geheim");
            }
            case "/reset" -> {
                response.getWriter().print(SECRET);
                response.reset();
                response.setContentType("application/json");
                response.getOutputStream().print("{\"b\":1}");
            }
            case "/reset-buffer" -> {
                response.setContentType("application/json");
                response.getWriter().print(SECRET);
                response.resetBuffer();
                response.getWriter().print("{\"b\":1}");
            }
            case "/error" -> {
                response.getWriter().print(SECRET);
                response.sendError(409);
            }
            case "/redirect" -> {
                response.getWriter().print(SECRET);
                response.sendRedirect("/elsewhere");
            }
            case "/throws" -> {
                response.getWriter().print(SECRET);
                throw new IllegalStateException("thrown by the application");
            }
            case "/large" -> large(response, CHUNK);
            case "/large-broken" -> {
                large(response, 5_000);
                response.getOutputStream().print("{");
            }
            case "/async" -> {
                AsyncContext async = request.startAsync();
                async.start(() -> {
                    try {
                        write((HttpServletResponse) async.getResponse(), SECRET);
                    } catch (IOException e) {
                        throw new UncheckedIOException(e);
                    }
                    async.complete();
                });
            }
            case "/async-broken" -> {
                if (request.getDispatcherType() == DispatcherType.REQUEST) {
                    AsyncContext async = request.startAsync();
                    async.start(() -> {
                        try {
                            large((HttpServletResponse) async.getResponse(), 5_000);
                            async.getResponse().getOutputStream().print("{");
                        } catch (IOException e) {
                            throw new UncheckedIOException(e);
                        }
                        request.getAsyncContext().complete();
                    });
                }
            }
            case "/dispatched" -> {
                if (request.getDispatcherType() == DispatcherType.REQUEST) {
                    AsyncContext async = request.startAsync();
                    async.start(async::dispatch);
                } else {
                    write(response, SECRET);
                }
            }
            case "/non-blocking" -> nonBlocking(request, response);
            default -> response.setContentType("application/json");
        }
    }

    private static void write(HttpServletResponse response, String text) throws IOException {
        response.setContentType("application/json");
        response.getOutputStream().write(text.getBytes(StandardCharsets.UTF_8));
    }

    private static void large(HttpServletResponse response, int count) throws IOException {
        response.setContentType("application/json");
        response.getOutputStream().print("[");
        for (int i = 0; i < count; i++) {
            response.getOutputStream()
                    .print((i == 0 ? "" : ",") + "{\"n\":" + i + ",\"password\":\"geheim\",\"text\":\"0123456789\"}");
        }
        response.getOutputStream().print("]");
    }

    private static void nonBlocking(HttpServletRequest request, HttpServletResponse response) throws IOException {
        AsyncContext async = request.startAsync();
        response.setContentType("application/json");
        ServletOutputStream out = response.getOutputStream();
        out.setWriteListener(new WriteListener() {
            private int left = 3_000;

            @Override
            public void onWritePossible() throws IOException {
                while (out.isReady()) {
                    if (left == 0) {
                        async.complete();
                        return;
                    }
                    String start = left == 3_000 ? "[" : ",";
                    left--;
                    out.write((start + "{\"password\":\"geheim\",\"text\":\"0123456789012345678901234567890\"}"
                                    + (left == 0 ? "]" : ""))
                            .getBytes(StandardCharsets.UTF_8));
                }
            }

            @Override
            public void onError(Throwable failure) {
                async.complete();
            }
        });
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/type?application/json",
                "/type",
                "/type?text/json",
                "/type?application/problem+json",
                "/header-type?Application/Vnd.X+JSON;charset=utf-8",
                "/writer",
                "/flushed",
                "/async",
                "/dispatched"
            })
    void strips(String path) {
        isStripped(served.get(path));
    }

    @Test
    void writesUtf8WhateverTheApplicationSaid() {
        Reply reply = served.get("/writer-latin");
        isStripped(reply);
        assertThat(reply.header("Content-Type")).isEqualToIgnoringCase("application/json;charset=utf-8");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/type?application/xml",
                "/type?text/csv",
                "/type?text/plain",
                "/type?text/event-stream",
                "/type?application/octet-stream",
                "/gzip",
                "/part",
                "/invalid"
            })
    void replacesByAnError(String path) {
        Reply reply = served.get(path);
        assertThat(reply.status()).isEqualTo(500);
        assertThat(reply.header("Content-Type")).startsWith("application/problem+json");
        assertThat(reply.text()).contains("\"code\":\"internal\"").doesNotContain("geheim");
        assertThat(reply.all("Content-Encoding")).isEmpty();
        assertThat(reply.all("Content-Range")).isEmpty();
        assertThat(reply.complete()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/exempt/x", "/library"})
    void leavesAlone(String path) {
        assertThat(served.get(path).text()).isEqualTo(SECRET);
    }

    @Test
    void keepsAPageInItsEncoding() {
        Reply reply = served.get("/page");
        assertThat(reply.text()).isEqualTo("<p>\u00fc</p>");
        assertThat(reply.header("Content-Type")).isEqualToIgnoringCase("text/html;charset=utf-8");
    }

    @Test
    void doesNotLetTheTypeChangeBehindTheBody() {
        assertThat(served.get("/retyped").header("Content-Type")).startsWith("text/html");
    }

    @Test
    void replacesLengthTagAndRanges() {
        Reply reply = served.get("/length");
        isStripped(reply);
        assertThat(reply.header("ETag")).isEqualTo("W/\"v1\"");
        assertThat(reply.all("Accept-Ranges")).isEmpty();
    }

    @Test
    void weakensTheTagOfA304() {
        Reply reply = served.get("/not-modified");
        assertThat(reply.status()).isEqualTo(304);
        assertThat(reply.header("ETag")).isEqualTo("W/\"v1\"");
    }

    @Test
    void saysForHeadWhatItSaysForGet() {
        Reply head = Wire.send(served.port(), "HEAD", "/length");
        assertThat(head.body()).isEmpty();
        assertThat(head.header("Content-Length")).isEqualTo("" + STRIPPED.getBytes(StandardCharsets.UTF_8).length);
        assertThat(head.header("ETag")).isEqualTo("W/\"v1\"");
    }

    @Test
    void leavesAnEmptyResponseEmpty() {
        Reply reply = served.get("/empty");
        assertThat(reply.status()).isEqualTo(200);
        assertThat(reply.body()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/reset", "/reset-buffer"})
    void beginsAgainAfter(String path) {
        assertThat(served.get(path).text()).isEqualTo("{\"b\":1}");
    }

    @ParameterizedTest
    @CsvSource({"/error, 409", "/redirect, 302", "/throws, 500"})
    void letsNothingLeaveBefore(String path, int status) {
        Reply reply = served.get(path);
        assertThat(reply.status()).isEqualTo(status);
        assertThat(reply.text()).doesNotContain("geheim");
        assertThat(reply.complete()).isTrue();
    }

    @Test
    void stripsALargeDocumentOnTheStream() {
        Reply reply = served.get("/large");
        assertThat(reply.complete()).isTrue();
        assertThat(reply.all("Content-Length")).isEmpty();
        assertThat(reply.text())
                .startsWith("[{\"n\":0,\"text\"")
                .endsWith("0123456789\"}]")
                .doesNotContain("geheim");
    }

    @Test
    void writesWithoutBlocking() {
        Reply reply = served.get("/non-blocking");
        assertThat(reply.complete()).isTrue();
        assertThat(reply.text()).startsWith("[{\"text\"").endsWith("\"}]").doesNotContain("geheim");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/large-broken", "/async-broken"})
    void endsTheConnectionWhereALargeDocumentBreaks(String path) {
        // Kept alive, so that the body is chunked and its end can be missed.
        Reply reply = Wire.raw(served.port(), "GET " + path + " HTTP/1.1\r\nHost: localhost\r\n\r\n");
        assertThat(reply.status()).isEqualTo(200);
        assertThat(reply.complete()).isFalse();
        assertThat(reply.text()).doesNotContain("geheim");
    }

    private static void isStripped(Reply reply) {
        assertThat(reply.status()).isEqualTo(200);
        assertThat(reply.text()).isEqualTo(STRIPPED);
        assertThat(reply.complete()).isTrue();
        assertThat(reply.header("Content-Length")).isEqualTo("" + STRIPPED.getBytes(StandardCharsets.UTF_8).length);
    }

    @ParameterizedTest
    @ValueSource(strings = {"text/html", "text/html;charset=utf-8", "image/svg+xml", "text/html;charset=ISO-8859-1"})
    void stripsJsonOfATypeThatPasses(String type) {
        Reply reply = served.get("/type?" + type);
        assertThat(reply.status()).isEqualTo(200);
        assertThat(reply.text()).isEqualTo(STRIPPED);
        assertThat(served.get("/spaced").text()).isEqualTo(STRIPPED);
        assertThat(served.get("/marked").text()).isEqualTo(STRIPPED);
        assertThat(served.get("/large-page").text())
                .doesNotContain("geheim")
                .endsWith(",1]")
                .hasSizeGreaterThan(200_000);
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTF-16", "UTF-16LE", "UTF-32", "IBM037"})
    void replacesWhatMayBeJsonInAnotherEncoding(String encoding) {
        Reply reply = served.get("/encoded?" + encoding);
        assertThat(reply.status()).isEqualTo(500);
        assertThat(new String(reply.body(), java.nio.charset.Charset.forName(encoding)))
                .doesNotContain("geheim");
    }

    @Test
    void letsThroughWhatOpensAsJsonDoesAndIsNone() {
        Reply reply = served.get("/no-json");
        assertThat(reply.text()).isEqualTo("[\"password\", geheim].join()");
        assertThat(reply.header("ETag")).isEqualTo("\"v1\"");
        assertThat(served.get("/large-no-json").text()).endsWith(".geheim");
    }

    @Test
    void asksForTheWholeWhereSeveralPartsAreAskedFor() {
        assertThat(served.get("/ranges", "Range: bytes=0-1,3-4").text()).isEqualTo("null false");
        assertThat(served.get("/ranges", "Range: bytes=0-1").text()).isEqualTo("bytes=0-1 true");
    }
}
