package dev.hauberk.servlet.tomcat;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hauberk.servlet.harness.Container;
import dev.hauberk.servlet.harness.Handler;
import dev.hauberk.servlet.harness.Reply;
import dev.hauberk.servlet.harness.Sections;
import dev.hauberk.servlet.harness.Served;
import dev.hauberk.servlet.harness.Wire;
import dev.hauberk.servlet.headers.ResponseHeaders;
import java.util.List;
import org.apache.catalina.startup.Tomcat;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.AfterParameterizedClassInvocation;
import org.junit.jupiter.params.BeforeParameterizedClassInvocation;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

@Tag("INPUT-1")
@ParameterizedClass
@EnumSource(Container.class)
class UnreadBodyTest {
    private static Served served;

    @Parameter
    Container container;

    @BeforeParameterizedClassInvocation
    static void start(Container container) {
        Handler unread = (request, response) -> {
            if (request.getServletPath().equals("/refused")) {
                response.sendError(401);
            } else {
                response.getWriter().print("answered");
            }
        };
        served = container.start(context -> Container.register(context, List.of(), unread.servlet()), server -> {
            if (server instanceof Tomcat tomcat) {
                TomcatErrors.install(tomcat.getHost(), ResponseHeaders.of(Sections.headers()));
            }
        });
    }

    @AfterParameterizedClassInvocation
    static void stop() {
        served.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/", "/refused"})
    void endsTheConnectionOfABodyThatNobodyReadsAndThatDoesNotCome(String path) {
        for (String framing : List.of("Content-Length: 60000\r\n\r\n{", "Transfer-Encoding: chunked\r\n\r\n5\r\nab")) {
            Reply reply = Wire.dribble(served.port(), "POST " + path + " HTTP/1.1\r\nHost: x\r\n" + framing, () -> {});
            assertThat(reply.status()).isEqualTo(path.equals("/") ? 200 : 401);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"Content-Length: 5\r\n\r\nabcde", "Transfer-Encoding: chunked\r\n\r\n5\r\nabcde\r\n0\r\n\r\n"})
    void goesOnWithTheConnectionOfABodyThatCame(String framed) {
        byte[] both = ("POST / HTTP/1.1\r\nHost: x\r\n" + framed
                        + "GET / HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n")
                .getBytes(java.nio.charset.StandardCharsets.UTF_8);
        assertThat(Wire.text(served.port(), both).split("answered", -1)).hasSize(3);
    }
}
