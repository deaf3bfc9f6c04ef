package dev.hauberk.servlet.problem;

import java.util.Arrays;
import java.util.Locale;

/**
 * The codes of problems: stable names for clients, each with its HTTP status and its title. Whatever causes an attacker
 * could tell apart share one code, so that a body says no more than its row here.
 */
public enum ProblemCode {
    /** The request itself is malformed. */
    BAD_REQUEST(400, "The request is malformed."),
    /** The path can be read in two ways. */
    PATH(400, "The path is not acceptable."),
    /** The body or a parameter is not what the route takes. */
    INPUT(400, "The input is not what is asked for."),
    /** Nobody is signed in, whatever was shown and however it was wrong. */
    UNAUTHENTICATED(401, "Sign in first."),
    /** Signed in, and not allowed. */
    FORBIDDEN(403, "This is not allowed."),
    /** Allowed once another factor was shown. */
    STEP_UP(403, "Another factor must be shown first."),
    /** The request may have been made by another site. */
    CROSS_SITE(403, "The request may come from another site."),
    /** Nothing is there, or it belongs to others. */
    NOT_FOUND(404, "There is nothing here."),
    METHOD_NOT_ALLOWED(405, "The method is not allowed here."),
    NOT_ACCEPTABLE(406, "No acceptable representation exists."),
    TIMEOUT(408, "The request took too long."),
    /** It contradicts what is there. */
    CONFLICT(409, "This contradicts what is there."),
    TOO_LARGE(413, "The body is too large."),
    URI_TOO_LONG(414, "The address is too long."),
    UNSUPPORTED_TYPE(415, "The type of the body is not taken here."),
    RANGE(416, "The range cannot be given."),
    /** The password breaks rules, which the member {@code rules} names. */
    WEAK_PASSWORD(422, "The password does not keep the rules."),
    /** Too many requests, sign-in attempts or failures; {@code Retry-After} says how long to wait. */
    LIMITED(429, "Too many requests."),
    /** A budget is spent, or held by what runs; {@code Retry-After} says when its next window begins. */
    BUDGET(429, "The budget is spent."),
    HEADERS_TOO_LARGE(431, "The headers are too large."),
    /** Any other refusal of the application's own; the status is the application's. */
    REFUSED(400, "The request was refused."),
    /** Something failed here; the request id finds it in the log. */
    INTERNAL(500, "Something failed."),
    NOT_IMPLEMENTED(501, "This is not supported."),
    /** Something that is needed does not answer. */
    UNAVAILABLE(503, "Try again later."),
    VERSION(505, "The protocol version is not supported.");

    private final int status;
    private final String title;

    ProblemCode(int status, String title) {
        this.status = status;
        this.title = title;
    }

    /**
     * The code of a status for which nobody gave one.
     *
     * @param status an HTTP status of 400 or more
     * @return the code that has this status and says the least; {@link #REFUSED} or {@link #INTERNAL} where none has it
     */
    public static ProblemCode ofStatus(int status) {
        return switch (status) {
            case 400 -> BAD_REQUEST;
            case 403 -> FORBIDDEN;
            case 422 -> REFUSED;
            default ->
                Arrays.stream(values())
                        .filter(code -> code.status == status)
                        .findFirst()
                        .orElse(status < 500 ? REFUSED : INTERNAL);
        };
    }

    /** The code as clients see it: lower case with hyphens. */
    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The HTTP status. */
    public int status() {
        return status;
    }

    /** A sentence for people, the same for every problem of the code. */
    public String title() {
        return title;
    }
}
