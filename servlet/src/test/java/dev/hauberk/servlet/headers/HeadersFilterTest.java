package dev.hauberk.servlet.headers;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hauberk.servlet.harness.Container;
import dev.hauberk.servlet.harness.Handler;
import dev.hauberk.servlet.harness.Reply;
import dev.hauberk.servlet.harness.Sections;
import dev.hauberk.servlet.harness.Served;
import dev.hauberk.servlet.harness.Wire;
import jakarta.servlet.AsyncContext;
import jakarta.servlet.Filter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.AfterParameterizedClassInvocation;
import org.junit.jupiter.params.BeforeParameterizedClassInvocation;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

@Tag("HTTP-1")
@ParameterizedClass
@EnumSource(Container.class)
class HeadersFilterTest {
    private static Served served;

    @Parameter
    Container container;

    @BeforeParameterizedClassInvocation
    static void start(Container container) {
        Filter before = (request, response, chain) -> {
            ((HttpServletResponse) response).addHeader("x-frame-options", "ALLOWALL");
            chain.doFilter(request, response);
        };
        Handler application = HeadersFilterTest::answer;
        served = container.start(context -> {
            Container.register(context, List.of(before, HeadersFilter.of(Sections.headers())), application.servlet());
            context.addServlet(
                            "error",
                            new Handler() {
                                @Override
                                public void handle(HttpServletRequest request, HttpServletResponse response)
                                        throws IOException {
                                    response.getWriter().print("error page");
                                }
                            }.servlet())
                    .addMapping("/error");
        });
    }

    @AfterParameterizedClassInvocation
    static void stop() {
        served.close();
    }

    private static void answer(HttpServletRequest request, HttpServletResponse response) throws IOException {
        String path = request.getServletPath();
        switch (path) {
            case "/redirect" -> response.sendRedirect("/elsewhere");
            case "/flush" -> {
                response.flushBuffer();
                response.setHeader("X-Frame-Options", "SAMEORIGIN");
                response.getWriter().print("late");
            }
            case "/reset" -> {
                response.getWriter().print("forgotten");
                response.reset();
                response.getOutputStream().print("after");
            }
            case "/set" -> {
                for (String name :
                        List.of("X-FRAME-options", "strict-transport-security", "Content-Security-Policy ")) {
                    response.setHeader(name, "weak");
                    response.addHeader(name, "weaker");
                    response.addIntHeader(name, 1);
                    response.setIntHeader(name, 2);
                    response.addDateHeader(name, 3);
                    response.setDateHeader(name, 4);
                }
                response.getWriter().print("set");
            }
            case "/cache", "/assets/app.js" -> {
                response.setHeader("cache-control", "public, max-age=600");
                response.setDateHeader("Expires", 4_102_444_800_000L);
                response.setHeader("Pragma", "cache");
                response.setHeader("ETag", "\"1\"");
                response.getWriter().print("kept");
            }
            case "/async" -> {
                AsyncContext async = request.startAsync();
                async.start(() -> {
                    try {
                        ((HttpServletResponse) async.getResponse()).setHeader("X-Frame-Options", "SAMEORIGIN");
                        async.getResponse().getWriter().print("async");
                    } catch (IOException e) {
                        throw new java.io.UncheckedIOException(e);
                    } finally {
                        async.complete();
                    }
                });
            }
            case "/events" -> {
                response.setContentType("text/event-stream");
                response.flushBuffer();
                response.getWriter().print("data: one\n\n");
                response.flushBuffer();
            }
            case "/length" -> {
                response.setContentLength(2);
                response.getOutputStream().print("ok");
            }
            case "/throws" -> throw new IllegalStateException("thrown by the application");
            default -> {
                if (path.startsWith("/status/")) {
                    int status = Integer.parseInt(path.substring("/status/".length()));
                    if (status < 400) {
                        response.setStatus(status);
                    } else {
                        response.sendError(status);
                    }
                } else {
                    response.getWriter().print("fine");
                }
            }
        }
    }

    @ParameterizedTest
    @CsvSource({
        "/, 200",
        "/status/304, 304",
        "/status/404, 404",
        "/status/405, 405",
        "/status/413, 413",
        "/status/500, 500",
        "/throws, 500",
        "/redirect, 302",
        "/flush, 200",
        "/reset, 200",
        "/set, 200",
        "/async, 200",
        "/length, 200",
        "/error, 200",
        "/cache, 200",
        "/events, 200"
    })
    void writesEachHeaderOnceOn(String path, int status) {
        Reply reply = served.get(path);
        assertThat(reply.status()).isEqualTo(status);
        hasTheSeven(reply);
        assertThat(reply.complete()).isTrue();
    }

    @Test
    void writesThemForHeadAsForGet() {
        hasTheSeven(Wire.send(served.port(), "HEAD", "/"));
    }

    @Test
    @Tag("HTTP-3")
    void keepsNoStoreWhateverTheApplicationSets() {
        Reply reply = served.get("/cache");
        assertThat(reply.header("Cache-Control")).isEqualTo("no-store");
        assertThat(reply.all("Expires")).isEmpty();
        assertThat(reply.all("Pragma")).isEmpty();
    }

    @ParameterizedTest
    @Tag("HTTP-3")
    @CsvSource({"/", "/status/304", "/status/404", "/redirect", "/reset", "/throws", "/flush"})
    void saysNoStoreOn(String path) {
        assertThat(served.get(path).header("Cache-Control")).contains("no-store");
    }

    @Test
    @Tag("HTTP-3")
    void leavesTheCachingOfACacheablePathToTheApplication() {
        Reply reply = served.get("/assets/app.js");
        assertThat(reply.header("Cache-Control")).isEqualTo("public, max-age=600");
        hasTheSeven(reply);
    }

    @Test
    @Tag("HTTP-2")
    void hasAContentSecurityPolicyOfItsOwnForAPage() {
        assertThat(served.get("/pages/one").header("Content-Security-Policy")).isEqualTo("default-src 'self'");
        assertThat(served.get("/Pages/one").header("Content-Security-Policy")).startsWith("default-src 'none'");
    }

    private static void hasTheSeven(Reply reply) {
        Map<String, String> seven = Map.of(
                "Strict-Transport-Security", "max-age=31536000; includeSubDomains; preload",
                "X-Content-Type-Options", "nosniff",
                "X-Frame-Options", "DENY",
                "Content-Security-Policy", "default-src 'none'; frame-ancestors 'none'",
                "Referrer-Policy", "strict-origin-when-cross-origin",
                "Permissions-Policy", "camera=(), microphone=(), geolocation=()",
                "X-XSS-Protection", "1; mode=block",
                "Cross-Origin-Resource-Policy", "same-origin");
        seven.forEach((name, value) -> assertThat(reply.header(name)).as(name).isEqualTo(value));
    }
}
