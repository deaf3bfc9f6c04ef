package dev.hauberk.testkit.wire;

import dev.hauberk.testkit.http.CookieJar;
import dev.hauberk.testkit.http.Request;
import dev.hauberk.testkit.http.Response;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/**
 * What a client holds of one session: its tokens, in cookies or not. The cookies' names are the application's; the access token is the
 * one that is a JSON Web Token. Not thread-safe.
 */
public final class Credentials {
    private final CookieJar jar;
    private String access = "";
    private String refresh = "";

    private Credentials(CookieJar jar) {
        this.jar = jar;
    }

    static Credentials none() {
        return new Credentials(new CookieJar());
    }

    /** Holds the same, and changes by itself. */
    public Credentials copy() {
        Credentials copy = new Credentials(jar.copy());
        copy.access = access;
        copy.refresh = refresh;
        return copy;
    }

    /** Takes in what an answer gives. */
    void take(Response response) {
        jar.take(response);
        JsonNode body = Json.of(response);
        Json.text(body, "accessToken").ifPresent(token -> access = token);
        Json.text(body, "refreshToken").ifPresent(token -> refresh = token);
    }

    /** The access token. */
    public String access() {
        return access.isEmpty() ? cookie(true).map(Map.Entry::getValue).orElse("") : access;
    }

    /** The refresh token. */
    public String refresh() {
        return refresh.isEmpty() ? cookie(false).map(Map.Entry::getValue).orElse("") : refresh;
    }

    /** The name of the cookie that holds the access token. */
    public Optional<String> accessCookie() {
        return cookie(true).map(Map.Entry::getKey);
    }

    /** The name of the cookie that holds the refresh token. */
    public Optional<String> refreshCookie() {
        return cookie(false).map(Map.Entry::getKey);
    }

    /** Every cookie. */
    public Map<String, String> cookies() {
        return jar.all();
    }

    /** A request that carries them, where tokens travel in cookies all, and otherwise the access token. */
    public Request on(Request request) {
        if (!access.isEmpty()) {
            return request.replacing("Authorization", "Bearer " + access);
        }
        return jar.header().isEmpty() ? request : request.replacing("Cookie", jar.header());
    }

    private Optional<Map.Entry<String, String>> cookie(boolean token) {
        return jar.all().entrySet().stream()
                .filter(cookie -> isAccess(cookie.getValue()) == token)
                .findFirst();
    }

    /** A refresh token may have dots too: what tells them apart is a header that says how it is signed. */
    private static boolean isAccess(String value) {
        return Jwt.parse(value).headerJson().has("alg");
    }
}
