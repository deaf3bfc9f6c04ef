package dev.hauberk.spring.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hauberk.UnavailableException;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.core.Ordered;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;

@Tag("RATE-6")
class UnavailableAnswerTest {
    private final UnavailableAnswer answer = new UnavailableAnswer();
    private final MockHttpServletRequest request = new MockHttpServletRequest("POST", "/run");
    private final MockHttpServletResponse response = new MockHttpServletResponse();

    @Test
    void answersAStoreThatDoesNotAnswerWithA503() throws Exception {
        assertThat(answer.resolveException(request, response, null, new UnavailableException("Redis")))
                .isNotNull();
        assertThat(response.getStatus()).isEqualTo(503);
        assertThat(response.getContentAsString())
                .contains("\"code\":\"unavailable\"")
                .doesNotContain("Redis");
    }

    @Test
    void leavesEveryOtherFailureToOthersAndComesAfterTheApplicationsOwn() {
        assertThat(answer.resolveException(request, response, null, new IllegalStateException()))
                .isNull();
        assertThat(answer.getOrder()).isEqualTo(Ordered.LOWEST_PRECEDENCE);
    }

    @Test
    void leavesAloneWhatIsOnItsWayAlready() throws Exception {
        response.flushBuffer();
        assertThat(answer.resolveException(request, response, null, new UnavailableException("Redis")))
                .isNull();
    }
}
