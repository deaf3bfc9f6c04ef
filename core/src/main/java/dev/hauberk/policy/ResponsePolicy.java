package dev.hauberk.policy;

import dev.hauberk.Control;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Which fields leave no response (HTTP-4).
 *
 * @param strip names of members that are taken out of every JSON response, in lower case and without hyphens and underscores
 * @param exempt paths whose responses are left alone
 * @param pass types of content that may leave without being looked into; every other that is not JSON is replaced by an error
 */
public record ResponsePolicy(
        @Setting(
                says =
                        "Names of members that are taken out of every JSON response, compared without case, hyphens and underscores.",
                or =
                        "password, passwordHash, passcode, secret, clientSecret, token, accessToken, refreshToken, idToken, apiKey, privateKey, authorization, credentials",
                control = Control.HTTP_4,
                weaker = Weaker.FEWER)
        Set<String> strip,

        @Setting(
                says = "Paths whose responses are left alone.",
                or = "",
                control = Control.HTTP_4,
                weaker = Weaker.MORE)
        List<String> exempt,

        @Setting(
                says = "Types of content that may leave without being looked into.",
                or = "text/html, text/css, text/javascript, application/javascript, image/*, font/*",
                control = Control.HTTP_4,
                weaker = Weaker.MORE)
        Set<String> pass) {

    public ResponsePolicy {
        strip = strip.stream().map(ResponsePolicy::plain).collect(Collectors.toUnmodifiableSet());
        exempt = List.copyOf(exempt);
        pass = Set.copyOf(pass);
    }

    private static String plain(String name) {
        return name.replaceAll("[-_]", "").toLowerCase(Locale.ROOT);
    }
}
