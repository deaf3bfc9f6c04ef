package dev.hauberk.testkit.wire;

import dev.hauberk.policy.SecurityPolicy;
import dev.hauberk.policy.TokenPolicy;
import dev.hauberk.testkit.http.Request;
import dev.hauberk.testkit.target.Target;
import dev.hauberk.testkit.target.User;

/** The requests that the library answers, without any credential. Immutable and thread-safe. */
public final class Wire {
    /** The token that an unsafe request by cookie sends back. */
    public static final String CSRF_HEADER = "X-CSRF-Token";

    private final String context;
    private final SecurityPolicy policy;

    private Wire(String context, SecurityPolicy policy) {
        this.context = context;
        this.policy = policy;
    }

    /** The requests of a target. */
    public static Wire of(Target target) {
        return new Wire(target.address().context(), target.policy());
    }

    /** Whether tokens travel in cookies. */
    public boolean byCookie() {
        return policy.tokens().in() == TokenPolicy.Carrier.COOKIE;
    }

    /** The target of a request to a path of the application. */
    public String path(String path) {
        return context + path;
    }

    /** The target of a request to a path below the sign-in path, for example {@code /me}. */
    public String auth(String path) {
        return context + policy.signIn().path() + path;
    }

    public Request signIn(User user) {
        return signIn(user.email(), user.password());
    }

    public Request signIn(String email, String password) {
        return Request.post(auth("/sign-in"))
                .json("{\"email\":" + Json.quote(email) + ",\"password\":" + Json.quote(password) + "}");
    }

    /** @param token the refresh token, where tokens travel in bodies */
    public Request refresh(String token) {
        Request request = Request.post(auth("/refresh"));
        return byCookie() ? request : request.json("{\"refreshToken\":" + Json.quote(token) + "}");
    }

    public Request signOut() {
        return Request.post(auth("/sign-out"));
    }

    public Request password(String current, String next) {
        return Request.post(auth("/password"))
                .json("{\"current\":" + Json.quote(current) + ",\"new\":" + Json.quote(next) + "}");
    }

    public Request me() {
        return Request.get(auth("/me"));
    }

    public Request sessions() {
        return Request.get(auth("/sessions"));
    }
}
