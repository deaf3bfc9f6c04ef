package dev.hauberk.servlet.headers;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hauberk.servlet.harness.Container;
import dev.hauberk.servlet.harness.Handler;
import dev.hauberk.servlet.harness.Reply;
import dev.hauberk.servlet.harness.Sections;
import dev.hauberk.servlet.harness.Served;
import dev.hauberk.servlet.harness.Wire;
import dev.hauberk.servlet.jetty.JettyErrors;
import dev.hauberk.servlet.tomcat.TomcatErrors;
import jakarta.servlet.Filter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import org.apache.catalina.startup.Tomcat;
import org.eclipse.jetty.server.Server;
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
class ContainerErrorsTest {
    private static Served served;

    @Parameter
    Container container;

    @BeforeParameterizedClassInvocation
    static void start(Container container) {
        ResponseHeaders headers = ResponseHeaders.of(Sections.headers());
        Filter before = (request, response, chain) -> {
            if (((HttpServletRequest) request).getServletPath().equals("/refused-before")) {
                ((HttpServletResponse) response).sendError(403, "geheim");
            } else {
                chain.doFilter(request, response);
            }
        };
        Handler application = (request, response) -> {
            if (request.getServletPath().equals("/missing")) {
                response.sendError(404, "geheim");
            } else if (request.getServletPath().equals("/throws")) {
                throw new IllegalStateException("geheim");
            } else {
                response.getWriter().print("reached");
            }
        };
        served = container.start(
                context -> Container.register(
                        context, List.of(before, HeadersFilter.of(Sections.headers())), application.servlet()),
                server -> {
                    if (server instanceof Tomcat tomcat) {
                        TomcatErrors.install(tomcat.getHost(), headers);
                        TomcatErrors.harden(tomcat.getConnector());
                    } else if (server instanceof Server jetty) {
                        JettyErrors.install(jetty, headers);
                    }
                });
    }

    @AfterParameterizedClassInvocation
    static void stop() {
        served.close();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "GET / HTTP/9.9|505",
                "G\u0001T / HTTP/1.1|400",
                "GET|400",
                "GET /a%2fb HTTP/1.1|400",
                "GET /a%00b HTTP/1.1|400",
                "GET /a%5cb HTTP/1.1|400",
                "GET /%zz HTTP/1.1|400",
                "TRACE / HTTP/1.1|405",
                "GET /missing HTTP/1.1|404",
                "GET /throws HTTP/1.1|500",
                "DELETE /missing HTTP/1.1|404",
                "GET /refused-before HTTP/1.1|403"
            })
    void answersWithTheSevenAndAProblem(String line, int status) {
        Reply reply = Wire.raw(served.port(), line + "\r\nHost: localhost\r\nConnection: close\r\n\r\n");
        assertThat(reply.status()).isEqualTo(status);
        isAProblemWithTheSeven(reply, status);
    }

    @Test
    void answersHeadersThatAreTooLarge() {
        Reply reply = served.get("/", "X: " + "x".repeat(20_000));
        assertThat(reply.status()).isIn(400, 431);
        isAProblemWithTheSeven(reply, reply.status());
    }

    @Test
    void answersAMissingHost() {
        Reply reply = Wire.raw(served.port(), "GET / HTTP/1.1\r\nConnection: close\r\n\r\n");
        isAProblemWithTheSeven(reply, 400);
    }

    @Test
    void answersTwoLengths() {
        Reply reply = Wire.raw(
                served.port(),
                "POST / HTTP/1.1\r\nHost: x\r\nConnection: close\r\nContent-Length: 1\r\nContent-Length: 2\r\n\r\nab");
        isAProblemWithTheSeven(reply, 400);
    }

    @Test
    void answersHeadWithoutABody() {
        Reply reply = Wire.send(served.port(), "HEAD", "/missing");
        assertThat(reply.status()).isEqualTo(404);
        assertThat(reply.body()).isEmpty();
        assertThat(reply.header("X-Frame-Options")).isEqualTo("DENY");
    }

    @Test
    void answersForTheServerAsAWholeWithTheSeven() {
        for (String method : List.of("OPTIONS", "GET", "POST")) {
            hasTheSeven(Wire.raw(served.port(), method + " * HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n"));
        }
    }

    private static void hasTheSeven(Reply reply) {
        ResponseHeaders.of(Sections.headers())
                .of("")
                .writeTo((name, value) -> assertThat(reply.all(name)).as(name).containsExactly(value));
    }

    private static void isAProblemWithTheSeven(Reply reply, int status) {
        assertThat(reply.status()).isEqualTo(status);
        hasTheSeven(reply);
        assertThat(reply.header("Cache-Control")).isEqualTo("no-store");
        assertThat(reply.header("Content-Type")).startsWith("application/problem+json");
        assertThat(reply.text())
                .startsWith("{\"type\":\"about:blank\",\"title\":")
                .contains("\"status\":" + status, "\"requestId\":\"" + reply.header("X-Request-Id"))
                .doesNotContain("geheim", "Exception", "Tomcat", "Jetty");
        assertThat(reply.all("Server")).isEmpty();
        assertThat(reply.complete()).isTrue();
    }
}
