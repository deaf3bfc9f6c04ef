package dev.hauberk.testkit.attack;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hauberk.testkit.http.Bytes;
import dev.hauberk.testkit.http.Header;
import dev.hauberk.testkit.http.Response;
import java.util.List;
import org.junit.jupiter.api.Test;

class LooksTest {
    @Test
    void overlooksTheRequestsIdAndTheTime() {
        assertThat(Looks.withHeaders(response(
                        "{\"code\":\"x\",\"requestId\":\"1\"}", new Header("Date", "now"), new Header("A", "b"))))
                .isEqualTo(Looks.withHeaders(response(
                        "{\"code\":\"x\",\"requestId\":\"2\"}", new Header("a", "b"), new Header("date", "then"))));
    }

    @Test
    void seesAnotherCodeAndAnotherHeader() {
        String one = Looks.withHeaders(response("{\"code\":\"x\"}"));
        assertThat(one).isNotEqualTo(Looks.withHeaders(response("{\"code\":\"y\"}")));
        assertThat(one)
                .isNotEqualTo(
                        Looks.withHeaders(response("{\"code\":\"x\"}", new Header("WWW-Authenticate", "Bearer"))));
    }

    private static Response response(String body, Header... headers) {
        return new Response("HTTP/1.1", 401, "", List.of(headers), Bytes.of(body));
    }
}
