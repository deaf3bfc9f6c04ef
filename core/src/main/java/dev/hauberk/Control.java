package dev.hauberk;

import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * One thing that a written security policy demands of software, and that an application keeps.
 *
 * <p>The {@linkplain #id() id} is the name that policy files, events, tests, reports and the documentation use. This file
 * is a table of 71 rows, which is why it is long: the rows are the two source policies' demands, in their order.
 */
public enum Control {
    // Authentication
    AUTHN_1(
            "passwords: at least 8 characters, an upper-case and a lower-case letter, a digit, a special character",
            "E 1.1",
            Severity.HIGH,
            OnFailure.CLOSED,
            Evidence.DECISION),
    AUTHN_2(
            "passwords hashed with bcrypt; never stored or logged in plain text",
            "C 4.6, E 1.1",
            Severity.CRITICAL,
            OnFailure.CLOSED,
            Evidence.DECISION),
    AUTHN_3(
            "at most 5 login attempts per email per 15 minutes",
            "E 1.1",
            Severity.HIGH,
            OnFailure.CLOSED,
            Evidence.DECISION),
    AUTHN_4(
            "account lockout after repeated failed attempts",
            "C 4.1",
            Severity.HIGH,
            OnFailure.CLOSED,
            Evidence.DECISION),
    AUTHN_5(
            "MFA required for super_admin, org_admin, org_manager, optional for others; by SMS; no admin "
                    + "feature without it",
            "E 1.1",
            Severity.CRITICAL,
            OnFailure.CLOSED,
            Evidence.DECISION),
    AUTHN_6(
            "JWT access tokens, HS256, configurable expiration",
            "C 4.1",
            Severity.CRITICAL,
            OnFailure.CLOSED,
            Evidence.DECISION),
    AUTHN_7("refresh-token rotation", "C 4.1", Severity.CRITICAL, OnFailure.CLOSED, Evidence.DECISION),
    AUTHN_8(
            "API keys: role-scoped, encrypted before storage, rotated by their users, usage tracked and "
                    + "logged, revoked at once",
            "C 4.1, E 1.3",
            Severity.HIGH,
            OnFailure.CLOSED,
            Evidence.DECISION),
    AUTHN_9(
            "every user authenticates, by email and password or by an OAuth provider",
            "E 1.1",
            Severity.CRITICAL,
            OnFailure.CLOSED,
            Evidence.DECISION),

    // Sessions
    SESS_1(
            "a session ends after 30 days of inactivity; session data kept 30 days, then purged",
            "E 1.1, 1.4, 2.2",
            Severity.HIGH,
            OnFailure.CLOSED,
            Evidence.DECISION),
    SESS_2(
            "a password change ends the user's sessions",
            "E 1.4",
            Severity.CRITICAL,
            OnFailure.CLOSED,
            Evidence.DECISION),
    SESS_3(
            "a role downgrade ends the user's sessions",
            "E 1.4",
            Severity.CRITICAL,
            OnFailure.CLOSED,
            Evidence.DECISION),
    SESS_4("at most 5 active sessions a user", "E 1.4", Severity.HIGH, OnFailure.CLOSED, Evidence.DECISION),
    SESS_5(
            "the token travels in a cookie: HttpOnly, Secure, SameSite=Strict",
            "E 1.1, 1.4",
            Severity.HIGH,
            OnFailure.CLOSED,
            Evidence.DECISION),
    SESS_6("session data stored server-side", "E 1.4", Severity.CRITICAL, OnFailure.CLOSED, Evidence.DECISION),

    // Third-party grants
    OAUTH_1(
            "state is base64url JSON of userId, provider, timestamp, nonce, verified on return",
            "C 4.1, 5.1",
            Severity.CRITICAL,
            OnFailure.CLOSED,
            Evidence.DECISION),
    OAUTH_2("only the minimum scopes are asked for", "C 5.1", Severity.MEDIUM, OnFailure.CLOSED, Evidence.DECISION),
    OAUTH_3(
            "access and refresh tokens encrypted at rest",
            "C 5.1",
            Severity.CRITICAL,
            OnFailure.CLOSED,
            Evidence.DECISION),
    OAUTH_4(
            "automatic refresh, 5 minutes before expiry",
            "C 5.1",
            Severity.MEDIUM,
            OnFailure.CLOSED,
            Evidence.DECISION),
    OAUTH_5("revocation on disconnect", "C 5.1", Severity.HIGH, OnFailure.CLOSED, Evidence.DECISION),
    OAUTH_6(
            "a deauthorisation webhook (Zoom's app_deauthorized) erases the grant and confirms data compliance",
            "C 5.1",
            Severity.HIGH,
            OnFailure.CLOSED,
            Evidence.RECORD),
    OAUTH_7(
            "tokens stay on the server: never in a response",
            "C 4.6",
            Severity.CRITICAL,
            OnFailure.CLOSED,
            Evidence.DECISION),

    // Webhooks
    HOOK_1(
            "webhook signatures verified: Zoom (HMAC-SHA256), Twilio (HMAC-SHA1), SendGrid (ECDSA)",
            "C 5.1, E 5.2",
            Severity.CRITICAL,
            OnFailure.CLOSED,
            Evidence.DECISION),
    HOOK_2("phone numbers validated as E.164", "E 5.2", Severity.MEDIUM, OnFailure.CLOSED, Evidence.DECISION),

    // Authorisation
    RBAC_1("three tiers: user, admin, super-admin", "C 4.2", Severity.HIGH, OnFailure.CLOSED, Evidence.SETTING),
    RBAC_2(
            "eight roles: super_admin, org_admin, org_manager, org_member, user, free, pro, enterprise",
            "E 1.2",
            Severity.HIGH,
            OnFailure.CLOSED,
            Evidence.SETTING),
    RBAC_3(
            "the granular permissions of E 1.2, all 30 that it lists in seven families (users:read … "
                    + "system:backup; its text says 13)",
            "E 1.2",
            Severity.CRITICAL,
            OnFailure.CLOSED,
            Evidence.DECISION),
    RBAC_4(
            "every route checked before the request is processed; public, authenticated, admin and "
                    + "workbench routes as in E 1.3",
            "C 4.2, E 1.2, 1.3",
            Severity.CRITICAL,
            OnFailure.CLOSED,
            Evidence.DECISION),
    RBAC_5(
            "tenant isolation: a user reaches only the own organisation's data",
            "C 4.2, E 1.2",
            Severity.CRITICAL,
            OnFailure.CLOSED,
            Evidence.DECISION),
    RBAC_6("permission checks logged in the audit trail", "E 1.2", Severity.HIGH, OnFailure.CLOSED, Evidence.RECORD),
    RBAC_7(
            "every access change logged with reason and approver; a role change at once",
            "E 1.2",
            Severity.HIGH,
            OnFailure.CLOSED,
            Evidence.RECORD),
    RBAC_8("termination revokes access immediately", "E 1.2", Severity.CRITICAL, OnFailure.CLOSED, Evidence.DECISION),
    RBAC_9(
            "quarterly review of all users' roles and permissions",
            "E 1.2",
            Severity.MEDIUM,
            OnFailure.OPEN,
            Evidence.RECORD),

    // Requests and responses
    HTTP_1(
            "the seven response headers of C 4.4, on every response, errors included",
            "C 4.4",
            Severity.HIGH,
            OnFailure.CLOSED,
            Evidence.DECISION),
    HTTP_2(
            "a restrictive Content-Security-Policy of known origins",
            "C 4.3, 4.4",
            Severity.HIGH,
            OnFailure.CLOSED,
            Evidence.DECISION),
    HTTP_3(
            "Cache-Control: no-store on sensitive responses",
            "C 4.6",
            Severity.MEDIUM,
            OnFailure.CLOSED,
            Evidence.DECISION),
    HTTP_4(
            "sensitive fields stripped from every response",
            "C 4.6",
            Severity.HIGH,
            OnFailure.CLOSED,
            Evidence.DECISION),
    HTTP_5(
            "TLS 1.3 only, HSTS one year with subdomains and preload",
            "C 3.1, E 2.2",
            Severity.HIGH,
            OnFailure.CLOSED,
            Evidence.SETTING),
    HTTP_6("CSRF protection", "C 4.1, E 1.4", Severity.CRITICAL, OnFailure.CLOSED, Evidence.DECISION),
    HTTP_7(
            "all traffic comes through the reverse proxy: the client's address is taken from a forwarding "
                    + "header only where a trusted proxy set it",
            "C 3.1",
            Severity.HIGH,
            OnFailure.CLOSED,
            Evidence.DECISION),

    // Input
    INPUT_1(
            "all API input validated against a schema with strict types",
            "C 4.3",
            Severity.HIGH,
            OnFailure.CLOSED,
            Evidence.DECISION),
    INPUT_2("parameterised SQL only", "C 4.3", Severity.CRITICAL, OnFailure.CLOSED, Evidence.DECISION),
    INPUT_3("error messages carry no personal data", "E 2.3", Severity.HIGH, OnFailure.CLOSED, Evidence.DECISION),

    // Limits and budgets
    RATE_1("distributed over Redis, across all endpoints", "C 4.5", Severity.HIGH, OnFailure.LOCAL, Evidence.DECISION),
    RATE_2(
            "limits per endpoint category: read, write, sensitive, auth",
            "C 4.5",
            Severity.HIGH,
            OnFailure.LOCAL,
            Evidence.DECISION),
    RATE_3("rate-limit headers on all responses", "C 4.5", Severity.MEDIUM, OnFailure.OPEN, Evidence.DECISION),
    RATE_4("a log line at 80 % of a limit", "C 4.5", Severity.MEDIUM, OnFailure.OPEN, Evidence.DECISION),
    RATE_5(
            "public 30 a minute per IP; authenticated 100 a minute per user; admin 200 a minute per admin",
            "E 1.3",
            Severity.HIGH,
            OnFailure.LOCAL,
            Evidence.DECISION),
    RATE_6(
            "AI execution: a cost budget per tool, $0.75 to $2.50",
            "E 1.3",
            Severity.MEDIUM,
            OnFailure.CLOSED,
            Evidence.DECISION),

    // Data
    DATA_1(
            "four levels: public, internal, confidential, restricted",
            "E 2.1",
            Severity.HIGH,
            OnFailure.CLOSED,
            Evidence.SETTING),
    DATA_2(
            "AES-256 for sensitive fields before they are stored",
            "C 8, E 2.2",
            Severity.CRITICAL,
            OnFailure.CLOSED,
            Evidence.DECISION),
    DATA_3(
            "keys and database credentials from the environment, none in the code or the configuration; "
                    + "later AWS Secrets Manager",
            "C 3.3, 6, E 2.2",
            Severity.CRITICAL,
            OnFailure.CLOSED,
            Evidence.SETTING),
    DATA_6(
            "unique indexes and constraints guard integrity in the schema; stores work behind PgBouncer",
            "C 3.3",
            Severity.HIGH,
            OnFailure.CLOSED,
            Evidence.DECISION),
    DATA_4(
            "retention: user data 30 days after account deletion, audit 7 years, sessions 30 days, "
                    + "analytics 2 years and then anonymised",
            "E 2.2",
            Severity.HIGH,
            OnFailure.CLOSED,
            Evidence.RECORD),
    DATA_5(
            "a user's deletion request done within 30 days, backups included",
            "E 2.2",
            Severity.HIGH,
            OnFailure.CLOSED,
            Evidence.RECORD),

    // Personal data
    PII_1(
            "email addresses redacted in logs, except the admin audit log",
            "E 2.3",
            Severity.HIGH,
            OnFailure.CLOSED,
            Evidence.DECISION),
    PII_2("user ids anonymised in analytics", "E 2.3", Severity.HIGH, OnFailure.CLOSED, Evidence.DECISION),
    PII_3(
            "only authorised admins read personal data, with a justification, logged in the audit trail, "
                    + "reviewed quarterly",
            "E 2.3",
            Severity.HIGH,
            OnFailure.CLOSED,
            Evidence.RECORD),

    // Audit
    AUDIT_1("an audit trail kept 7 years", "E 2.2", Severity.HIGH, OnFailure.CLOSED, Evidence.RECORD),
    AUDIT_2(
            "structured JSON logs of all API requests and responses, ready for Loki",
            "C 7",
            Severity.HIGH,
            OnFailure.OPEN,
            Evidence.RECORD),
    AUDIT_3("suspicious activity found in the audit trail", "E 3.2", Severity.HIGH, OnFailure.OPEN, Evidence.RECORD),

    // Observation
    OBS_1("Prometheus metrics and Grafana dashboards", "C 7", Severity.MEDIUM, OnFailure.OPEN, Evidence.SETTING),
    OBS_2("health endpoints", "C 9", Severity.MEDIUM, OnFailure.OPEN, Evidence.SETTING),

    // Incidents
    INC_1(
            "incidents classed P1 to P4, each with its response time; 72 hours to notify the authority",
            "E 3.1, 3.3",
            Severity.HIGH,
            OnFailure.OPEN,
            Evidence.RECORD),
    INC_2(
            "containment: revoke compromised credentials, block malicious addresses, enable more logging",
            "E 3.2",
            Severity.HIGH,
            OnFailure.CLOSED,
            Evidence.RECORD),
    INC_3(
            "an incident report within 7 days: what, why, impact, action items",
            "E 3.2",
            Severity.MEDIUM,
            OnFailure.OPEN,
            Evidence.RECORD),
    INC_4(
            "security contacts published (RFC 9116 security.txt)",
            "E App. A",
            Severity.MEDIUM,
            OnFailure.OPEN,
            Evidence.SETTING),

    // Attestations
    ATTEST_1(
            "holds a dated statement for each: who vouches for it, the evidence, the next review; an "
                    + "overdue one shows in the posture report, in health and as a metric",
            "C 10, E 7.3",
            Severity.MEDIUM,
            OnFailure.OPEN,
            Evidence.STATEMENT),

    // Posture
    POSTURE_1(
            "one report of every control: what the policy asks, what is set, what enforces it, what was "
                    + "seen of it since the start; with the SOC 2 criteria and GDPR articles of E's Appendix C",
            "E 7.1, App. C",
            Severity.MEDIUM,
            OnFailure.OPEN,
            Evidence.SETTING),
    POSTURE_2(
            "refuses to start, or says so loudly, where a setting is weaker than the policy",
            "E 7.1",
            Severity.HIGH,
            OnFailure.CLOSED,
            Evidence.SETTING),
    POSTURE_3(
            "a violation is critical, high, medium or low, each with its response: immediate, immediate, 7 "
                    + "days, 30 days",
            "E 7.2",
            Severity.MEDIUM,
            OnFailure.OPEN,
            Evidence.SETTING);

    /** What a control does when something that it needs has failed, unless the policy says otherwise. */
    public enum OnFailure {
        /** Deny. */
        CLOSED,
        /** Go on with what this node knows by itself. */
        LOCAL,
        /** Go on without, and say so. */
        OPEN
    }

    /** What shows that a control is kept. */
    public enum Evidence {
        /** Decisions that were seen at run time, granting and denying. */
        DECISION,
        /** A setting, checked at start. */
        SETTING,
        /** Records in the audit trail. */
        RECORD,
        /** A dated statement by a person. */
        STATEMENT
    }

    private static final Map<String, Control> BY_ID =
            Arrays.stream(values()).collect(Collectors.toUnmodifiableMap(Control::id, Function.identity()));

    private final String title;
    private final String source;
    private final Severity severity;
    private final OnFailure onFailure;
    private final Evidence evidence;

    Control(String title, String source, Severity severity, OnFailure onFailure, Evidence evidence) {
        this.title = title;
        this.source = source;
        this.severity = severity;
        this.onFailure = onFailure;
        this.evidence = evidence;
    }

    /**
     * The control with an id.
     *
     * @param id for example {@code SESS-4}; upper case
     * @return the control, or empty where there is none of that id
     */
    public static Optional<Control> of(String id) {
        return Optional.ofNullable(BY_ID.get(id));
    }

    /** The id, for example {@code SESS-4}. */
    public String id() {
        return name().replace('_', '-');
    }

    /** What the policy says, in a line. */
    public String title() {
        return title;
    }

    /** Which policy asks for it, and in which sections: {@code C} is the mail platform's, {@code E} the AI workbench's. */
    public String source() {
        return source;
    }

    /** How bad it is when it does not hold. */
    public Severity severity() {
        return severity;
    }

    /** What it does when something that it needs has failed. */
    public OnFailure onFailure() {
        return onFailure;
    }

    /** What shows that it is kept. */
    public Evidence evidence() {
        return evidence;
    }

    @Override
    public String toString() {
        return id();
    }
}
