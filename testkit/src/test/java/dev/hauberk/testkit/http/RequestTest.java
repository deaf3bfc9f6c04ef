package dev.hauberk.testkit.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class RequestTest {
    private static final Address ADDRESS = new Address("127.0.0.1", 8080, "/app");

    @Test
    void sendsWhatItIsTold() {
        Request request = Request.of("gEt", "/a/..;/%2e")
                .withVersion("HTTP/1.0")
                .with("X", "1")
                .with("X", "2");
        assertThat(request.head(ADDRESS))
                .isEqualTo(
                        "gEt /a/..;/%2e HTTP/1.0\r\nHost: 127.0.0.1:8080\r\nX: 1\r\nX: 2\r\nConnection: close\r\n\r\n");
    }

    @Test
    void addsNoHeaderThatIsGiven() {
        Request request = Request.post("/")
                .with("Host", "other")
                .with("Content-Length", "x")
                .with("Connection", "keep-alive");
        assertThat(request.head(ADDRESS))
                .isEqualTo("POST / HTTP/1.1\r\nHost: other\r\nContent-Length: x\r\nConnection: keep-alive\r\n\r\n");
    }

    @Test
    void saysTheLengthOfABodyInBytes() {
        assertThat(Request.post("/").json("\"\u00e9\"").head(ADDRESS))
                .contains("Content-Type: application/json\r\nContent-Length: 4\r\n");
    }

    @Test
    void saysThatABodyIsEmptyWhereOneIsExpected() {
        assertThat(Request.post("/").head(ADDRESS)).contains("Content-Length: 0\r\n");
        assertThat(Request.get("/").head(ADDRESS)).doesNotContain("Content-Length");
    }

    @Test
    void sendsABodyInChunksWithoutItsLength() {
        Request request = Request.post("/").json("{\"a\":1}").chunked();
        assertThat(request.head(ADDRESS))
                .contains("Transfer-Encoding: chunked\r\n")
                .doesNotContain("Content-Length");
        assertThat(request.body().text()).isEqualTo("7\r\n{\"a\":1}\r\n0\r\n\r\n");
    }

    @Test
    void replacesAHeaderWhateverItsCase() {
        assertThat(Request.get("/")
                        .with("a", "1")
                        .with("A", "2")
                        .replacing("a", "3")
                        .headers())
                .containsExactly(new Header("a", "3"));
    }

    @Test
    void writesACommandThatRepeatsIt() {
        assertThat(Curl.of(ADDRESS, Request.post("/a'b").with("X", "it's").json("{}")))
                .isEqualTo(
                        "curl -i --path-as-is -X POST -H 'X: it'\\''s' -H 'Content-Type: application/json' --data-binary '{}'"
                                + " 'http://127.0.0.1:8080/a'\\''b'");
        assertThat(Curl.of(ADDRESS, Request.get("http://evil/x")))
                .endsWith("--request-target 'http://evil/x' 'http://127.0.0.1:8080'");
        assertThat(Curl.of(ADDRESS, Request.of("HEAD", "/").withVersion("HTTP/1.0")))
                .isEqualTo("curl -i --path-as-is --http1.0 -I 'http://127.0.0.1:8080/'");
    }

    @Test
    void writesWhatCurlWouldRefuseForNetcat() {
        assertThat(Curl.of(ADDRESS, Request.get("/\u0001%")))
                .isEqualTo(
                        "printf 'GET /\\001\\045 HTTP/1.1\\015\\012Host: 127.0.0.1:8080\\015\\012Connection: close\\015\\012\\015\\012' | nc 127.0.0.1 8080");
    }

    @Test
    void refusesAnAddressThatCannotBeOne() {
        assertThatThrownBy(() -> new Address("x", 0, "")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Address("x", 1, "app")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Address("x", 1, "/app/")).isInstanceOf(IllegalArgumentException.class);
    }
}
