package dev.hauberk.data;

/** How sensitive data is, the least first, so that what is stricter compares as greater (policy "E 2.1"). */
public enum Classification {
    /** Anybody may see it. */
    PUBLIC,
    /** Everybody within the organisation may. */
    INTERNAL,
    /** Only those who need it may. */
    CONFIDENTIAL,
    /** It is encrypted where it is stored, and stands in no log line and in no response. */
    RESTRICTED
}
