package dev.hauberk.testkit.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ResponseParserTest {
    @Test
    void keepsDuplicateHeadersInOrder() throws IOException {
        Response response = read("HTTP/1.1 200 OK\r\nX-A: 1\r\nx-b: 2\r\nx-a:3\r\nContent-Length: 2\r\n\r\nhi");
        assertThat(response.headers("X-A")).containsExactly("1", "3");
        assertThat(response.headers()).extracting(Header::name).containsExactly("X-A", "x-b", "x-a", "Content-Length");
        assertThat(response.text()).isEqualTo("hi");
    }

    @Test
    void readsChunksAndTheirTrailers() throws IOException {
        assertThat(
                        read("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n3;x=y\r\nabc\r\nA\r\n0123456789\r\n0\r\nX: y\r\n\r\n")
                                .text())
                .isEqualTo("abc0123456789");
    }

    @Test
    void readsToTheEndWhereNoLengthIsSaid() throws IOException {
        assertThat(read("HTTP/1.0 200 OK\r\n\r\nall of it").text()).isEqualTo("all of it");
    }

    @Test
    void passesOverInterimAnswers() throws IOException {
        assertThat(read("HTTP/1.1 100 Continue\r\n\r\nHTTP/1.1 204 No Content\r\n\r\n")
                        .status())
                .isEqualTo(204);
    }

    @ParameterizedTest
    @ValueSource(ints = {204, 304})
    void expectsNoBodyWhereNoneMayBe(int status) throws IOException {
        assertThat(read("HTTP/1.1 " + status + " X\r\nContent-Length: 5\r\n\r\n")
                        .body()
                        .length())
                .isZero();
    }

    @Test
    void expectsNoBodyForHead() throws IOException {
        Response response = new ResponseParser(in("HTTP/1.1 200 OK\r\nContent-Length: 5\r\n\r\n")).read("HEAD");
        assertThat(response.body().length()).isZero();
    }

    @Test
    void acceptsAStatusWithoutAReason() throws IOException {
        assertThat(read("HTTP/1.1 404\r\n\r\n").reason()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "HTTP/1.1 200 OK",
                "HTTP/1.1 200 OK\r\n",
                "HTTP/1.1 200 OK\nX: y\n\n",
                "HTTP/1.1 200 OK\rX: y\r\n\r\n",
                "HTTP/2 200 OK\r\n\r\n",
                "HTTP/1.1 20 OK\r\n\r\n",
                "HTTP/1.1  200 OK\r\n\r\n",
                "<html>\r\n\r\n",
                "HTTP/1.1 200 OK\r\nX : y\r\n\r\n",
                "HTTP/1.1 200 OK\r\n: y\r\n\r\n",
                "HTTP/1.1 200 OK\r\nX\r\n\r\n",
                "HTTP/1.1 200 OK\r\nA: b\r\n folded\r\n\r\n",
                "HTTP/1.1 200 OK\r\nX: a\0b\r\n\r\n",
                "HTTP/1.1 200 OK\r\nContent-Length: 5\r\n\r\nabc",
                "HTTP/1.1 200 OK\r\nContent-Length: x\r\n\r\nabc",
                "HTTP/1.1 200 OK\r\nContent-Length: -1\r\n\r\nabc",
                "HTTP/1.1 200 OK\r\nContent-Length: +3\r\n\r\nabc",
                "HTTP/1.1 200 OK\r\nContent-Length: 99999999999\r\n\r\nabc",
                "HTTP/1.1 200 OK\r\nContent-Length: 3\r\nContent-Length: 3\r\n\r\nabc",
                "HTTP/1.1 200 OK\r\nContent-Length: 3\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n",
                "HTTP/1.1 200 OK\r\nTransfer-Encoding: gzip\r\n\r\nabc",
                "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n3\r\nabcd\r\n0\r\n\r\n",
                "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\n\r\n",
                "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n3\r\nabc\r\n",
            })
    void refusesWhatIsNoAnswer(String text) {
        assertThatThrownBy(() -> read(text)).isInstanceOf(MalformedResponseException.class);
    }

    @Property
    void readsBackWhatWasWritten(@ForAll("responses") Response response, @ForAll boolean chunked) throws IOException {
        StringBuilder text = new StringBuilder("HTTP/1.1 " + response.status() + " " + response.reason() + "\r\n");
        response.headers().forEach(header -> text.append(header).append("\r\n"));
        String body = response.text();
        if (chunked) {
            text.append("Transfer-Encoding: chunked\r\n\r\n");
            body.chars().forEach(c -> text.append("1\r\n").append((char) c).append("\r\n"));
            text.append("0\r\n\r\n");
        } else {
            text.append("Content-Length: ")
                    .append(body.length())
                    .append("\r\n\r\n")
                    .append(body);
        }
        Response read = read(text.toString());
        assertThat(read.status()).isEqualTo(response.status());
        assertThat(read.text()).isEqualTo(body);
        assertThat(read.headers().subList(0, response.headers().size())).isEqualTo(response.headers());
    }

    @Property
    void neverThrowsAnythingElse(@ForAll byte[] bytes) {
        try {
            new ResponseParser(new ByteArrayInputStream(bytes)).read("GET");
        } catch (IOException e) {
            assertThat(e).isInstanceOf(MalformedResponseException.class);
        }
    }

    @Property
    void refusesEveryAnswerThatIsCutWithinItsBody(@ForAll("responses") Response response) {
        String whole =
                "HTTP/1.1 200 OK\r\nContent-Length: " + (response.text().length() + 1) + "\r\n\r\n" + response.text();
        assertThatThrownBy(() -> read(whole)).isInstanceOf(MalformedResponseException.class);
    }

    @Provide
    Arbitrary<Response> responses() {
        Arbitrary<String> names = Arbitraries.strings()
                .withCharRange('a', 'z')
                .ofMinLength(1)
                .ofMaxLength(10)
                .map(name -> "X-" + name);
        Arbitrary<String> values = Arbitraries.strings().withCharRange('!', '~').ofMaxLength(20);
        Arbitrary<List<Header>> headers =
                Combinators.combine(names, values).as(Header::new).list().ofMaxSize(10);
        Arbitrary<String> bodies = Arbitraries.strings().withCharRange(' ', '~').ofMaxLength(50);
        return Combinators.combine(Arbitraries.integers().between(205, 303), headers, bodies)
                .as((status, lines, body) -> new Response("HTTP/1.1", status, "OK", lines, Bytes.of(body)));
    }

    private static Response read(String text) throws IOException {
        return new ResponseParser(in(text)).read("GET");
    }

    private static ByteArrayInputStream in(String text) {
        return new ByteArrayInputStream(text.getBytes(StandardCharsets.ISO_8859_1));
    }
}
