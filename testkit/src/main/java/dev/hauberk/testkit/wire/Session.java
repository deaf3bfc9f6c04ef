package dev.hauberk.testkit.wire;

import dev.hauberk.testkit.http.Exchange;
import dev.hauberk.testkit.http.RawHttp;
import dev.hauberk.testkit.http.Request;
import dev.hauberk.testkit.target.User;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/**
 * Somebody who is signed in, on one device: sends requests with the credentials of its session and, where those are cookies,
 * with a CSRF token. Not thread-safe; {@link #copy()} is for another thread.
 */
public final class Session {
    private static final Set<String> SAFE = Set.of("GET", "HEAD", "OPTIONS", "TRACE");

    private final RawHttp http;
    private final Wire wire;
    private final User user;
    private final Credentials credentials;
    private String csrf = "";

    Session(RawHttp http, Wire wire, User user, Credentials credentials) {
        this.http = http;
        this.wire = wire;
        this.user = user;
        this.credentials = credentials;
    }

    /** Who it is. */
    public User user() {
        return user;
    }

    public Credentials credentials() {
        return credentials;
    }

    /** The same session, for another thread. */
    public Session copy() {
        Session copy = new Session(http, wire, user, credentials.copy());
        copy.csrf = csrf;
        return copy;
    }

    /** Sends a request as this user: with credentials, and with a CSRF token where one is needed and none is given. */
    public Exchange send(Request request) {
        return http.send(armed(request));
    }

    /** The request as {@link #send} would send it. */
    public Request armed(Request request) {
        Request armed = credentials.on(request);
        boolean needsToken = wire.byCookie() && !SAFE.contains(request.method()) && !request.has(Wire.CSRF_HEADER);
        if (!needsToken) {
            return armed;
        }
        // An access token that has expired gets no CSRF token: a browser would still say that it is the same site.
        return csrf().isEmpty()
                ? armed.replacing("Sec-Fetch-Site", "same-origin")
                : armed.with(Wire.CSRF_HEADER, csrf());
    }

    /** A CSRF token of this session; empty where tokens travel in bodies. */
    public String csrf() {
        if (csrf.isEmpty() && wire.byCookie()) {
            csrf = Json.text(me(), "csrf").orElse("");
        }
        return csrf;
    }

    /** What {@code GET /auth/me} answers; missing where it answers no JSON. */
    public JsonNode me() {
        return Json.of(http.send(credentials.on(wire.me())).response());
    }

    /** Whether its access token is still good. */
    public boolean isAlive() {
        return http.send(credentials.on(wire.me())).status() == 200;
    }

    /** Uses its refresh token, and takes in the new ones where it was good. */
    public Exchange refresh() {
        Exchange exchange = send(wire.refresh(credentials.refresh()));
        if (exchange.succeeded()) {
            credentials.take(exchange.response());
            csrf = "";
        }
        return exchange;
    }

    /** Signs out. */
    public Exchange signOut() {
        return send(wire.signOut());
    }
}
