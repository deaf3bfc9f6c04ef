package dev.hauberk.servlet.endpoint;

import dev.hauberk.identity.session.Tokens;
import dev.hauberk.policy.SecurityPolicy;
import dev.hauberk.policy.TokenPolicy.Carrier;
import dev.hauberk.servlet.auth.SessionCookies;
import dev.hauberk.servlet.problem.Problem;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;

/** Brings tokens to the client by the one carrier that the policy names, and takes them back. */
final class TokenCarrier {
    private final Carrier carrier;
    private final Duration refreshAge;

    private TokenCarrier(Carrier carrier, Duration refreshAge) {
        this.carrier = carrier;
        this.refreshAge = refreshAge;
    }

    static TokenCarrier of(SecurityPolicy policy) {
        return new TokenCarrier(policy.tokens().in(), policy.sessions().idle());
    }

    boolean inBody() {
        return carrier == Carrier.BODY;
    }

    /** Answers with new tokens. */
    void bring(HttpServletResponse response, Tokens tokens, boolean factorMissing) throws IOException {
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("expiresIn", tokens.expiresIn().toSeconds());
        body.put("mfa", factorMissing ? "required" : "none");
        if (inBody()) {
            body.put("accessToken", tokens.access());
            body.put("refreshToken", tokens.refresh());
        } else {
            response.addHeader(
                    "Set-Cookie", SessionCookies.set(SessionCookies.ACCESS, tokens.access(), tokens.expiresIn()));
            response.addHeader("Set-Cookie", SessionCookies.set(SessionCookies.REFRESH, tokens.refresh(), refreshAge));
        }
        Answers.json(response, body);
    }

    /** Takes back the cookies of a session that has ended. */
    void takeBack(HttpServletResponse response) {
        if (!inBody()) {
            response.addHeader("Set-Cookie", SessionCookies.clear(SessionCookies.ACCESS));
            response.addHeader("Set-Cookie", SessionCookies.clear(SessionCookies.REFRESH));
        }
    }

    /** The problem that takes back the cookies of a session that has ended. */
    Problem takingBack(Problem problem) {
        return inBody()
                ? problem
                : problem.withHeader("Set-Cookie", SessionCookies.clear(SessionCookies.ACCESS))
                        .withHeader("Set-Cookie", SessionCookies.clear(SessionCookies.REFRESH));
    }
}
