package dev.hauberk.policy;

import dev.hauberk.Control;
import java.time.Duration;
import java.util.Set;

/**
 * Which other origins may call from a browser (CORS). None, unless the policy names them.
 *
 * @param allow exact origins
 * @param credentials whether they may send cookies
 * @param headers the request headers that they may send
 * @param remember how long a browser may remember the answer
 */
public record OriginPolicy(
        @Setting(
                says = "Exact origins, such as https://app.example.org; never * and never null.",
                or = "",
                control = Control.HTTP_6,
                weaker = Weaker.MORE)
        Set<String> allow,

        @Setting(
                says = "Whether they may send cookies.",
                or = "false",
                control = Control.HTTP_6,
                weaker = Weaker.HIGHER)
        boolean credentials,

        @Setting(
                says = "The request headers that they may send.",
                or = "content-type, authorization, x-csrf-token",
                control = Control.HTTP_6)
        Set<String> headers,

        @Setting(says = "How long a browser may remember the answer.", or = "10m", control = Control.HTTP_6)
        Duration remember) {

    public OriginPolicy {
        allow = Set.copyOf(allow);
        headers = Set.copyOf(headers);
    }
}
