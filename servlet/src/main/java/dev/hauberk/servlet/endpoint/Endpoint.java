package dev.hauberk.servlet.endpoint;

import dev.hauberk.policy.RoutePolicy.Access;

/**
 * A call that the library answers.
 *
 * <p>The table of the calls is this enumeration; each has a rule like any other, which stands before the policy's own.
 */
enum Endpoint {
    SIGN_IN("POST", "/sign-in", Access.PUBLIC, "hauberk:sign-in"),
    REFRESH("POST", "/refresh", Access.PUBLIC, "hauberk:refresh"),
    SIGN_OUT("POST", "/sign-out", Access.SIGNED_IN, "none"),
    PASSWORD("POST", "/password", Access.SIGNED_IN, "hauberk:password"),
    ME("GET", "/me", Access.SIGNED_IN, ""),
    SESSIONS("GET", "/sessions", Access.SIGNED_IN, ""),
    END_OTHERS("DELETE", "/sessions", Access.SIGNED_IN, ""),
    END_SESSION("DELETE", "/sessions/{handle}", Access.SIGNED_IN, "");

    private final String method;
    private final String path;
    private final Access access;
    private final String body;

    Endpoint(String method, String path, Access access, String body) {
        this.method = method;
        this.path = path;
        this.access = access;
        this.body = body;
    }

    String method() {
        return method;
    }

    /** Below the base path. */
    String path() {
        return path;
    }

    Access access() {
        return access;
    }

    /** The name of its body's shape, {@code none}, or empty where the method takes no body. */
    String body() {
        return body;
    }
}
