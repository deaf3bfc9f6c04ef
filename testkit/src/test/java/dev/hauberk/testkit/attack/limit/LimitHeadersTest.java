package dev.hauberk.testkit.attack.limit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hauberk.testkit.http.Bytes;
import dev.hauberk.testkit.http.Header;
import dev.hauberk.testkit.http.Response;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Tag("RATE-3")
class LimitHeadersTest {
    private static final String POLICY = "\"api\";q=100;w=60";

    @Test
    void readsWhatTheDraftSays() {
        assertThat(LimitHeaders.of(response(POLICY, "\"api\";r=99;t=1")))
                .isEqualTo(Optional.of(new LimitHeaders(100, 60, 99, 1)));
        assertThat(LimitHeaders.of(response(POLICY, "\"api\"; r=0; t=60;pk=:AA==:")))
                .isPresent();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "\"api\";r=-1;t=1",
                "api;r=1;t=1",
                "\"api\";t=1;r=1",
                "\"api\";r=1",
                "\"api\";r=1.5;t=1",
                "99",
                "\"api\";r=1;t=1\"",
                "\"a\"\";r=1;t=1"
            })
    void refusesWhatTheDraftDoesNotSay(String limit) {
        assertThat(LimitHeaders.of(response(POLICY, limit))).isEmpty();
    }

    @Test
    void refusesAHeaderThatIsThereTwice() {
        assertThat(LimitHeaders.of(response(POLICY, "\"api\";r=99;t=1", "\"api\";r=99;t=1")))
                .isEmpty();
    }

    @Test
    void readsRetryAfterInWholeSeconds() {
        assertThat(LimitHeaders.retryAfter(retry("7"))).isEqualTo(Optional.of(7L));
        assertThat(LimitHeaders.retryAfter(retry("-1"))).isEmpty();
        assertThat(LimitHeaders.retryAfter(retry("1.5"))).isEmpty();
        assertThat(LimitHeaders.retryAfter(retry("Fri, 31 Dec 1999 23:59:59 GMT")))
                .isEmpty();
    }

    private static Response retry(String value) {
        return new Response("HTTP/1.1", 429, "", List.of(new Header("Retry-After", value)), Bytes.NONE);
    }

    private static Response response(String policy, String... limits) {
        List<Header> headers = new ArrayList<>(List.of(new Header("RateLimit-Policy", policy)));
        for (String limit : limits) {
            headers.add(new Header("RateLimit", limit));
        }
        return new Response("HTTP/1.1", 200, "", headers, Bytes.NONE);
    }
}
