package dev.hauberk;

import java.util.Locale;

/** Why something was denied, as events and records name it. What a client is told says less. */
public enum Reason {
    /** No rule covers it. */
    NO_RULE,
    /** Nobody is signed in. */
    ANONYMOUS,
    /** None of the roles that the rule names. */
    ROLE,
    /** None of the caller's roles gives the permission. */
    PERMISSION,
    /** It belongs to another tenant, or to nobody. */
    TENANT,
    /** A factor that the policy asks for was not shown. */
    FACTOR,
    /** A limit was reached. */
    LIMIT,
    /** A budget is spent, or held by what runs. */
    BUDGET,
    /** The deciding code failed. */
    ERROR,
    /** What was shown is not valid: a forged, expired or ended credential, or two of them. */
    CREDENTIAL,
    /** The request may have been made by another site. */
    CROSS_SITE,
    /** The request's path can be read in two ways. */
    PATH,
    /** Where the request comes from is not known, and nobody declared that. */
    ADDRESS,
    /** The request's body is not what the route takes. */
    INPUT,
    /** The role is not the caller's to give or to take. */
    GRANT,
    /** Too many failures: locked for a while. */
    LOCKED,
    /** A token was used a second time. */
    REPLAYED,
    /** It was changed meanwhile: look again, and ask again. */
    CONFLICT;

    /** The code, in lower case with hyphens. */
    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
