package dev.hauberk.identity.session;

import dev.hauberk.Control;
import java.time.Instant;
import java.util.Locale;

/** When a session was ended, and why. */
public record End(Instant at, Cause cause) {
    /** Why a session was ended. Codes are stable. */
    public enum Cause {
        /** Its user ended it. */
        SIGN_OUT(Control.SESS_6),
        /** Its user ended all others. */
        OTHERS_ENDED(Control.SESS_6),
        /** All of its user's were ended. */
        ALL_ENDED(Control.SESS_6),
        /** A newer one took its place. */
        TOO_MANY(Control.SESS_4),
        /** One of its refresh tokens was used twice. */
        REPLAYED(Control.AUTHN_7),
        /** The password was changed. */
        PASSWORD_CHANGED(Control.SESS_2),
        /** The user may do less than before. */
        DOWNGRADED(Control.SESS_3),
        /** There is no such active account any more. */
        ACCOUNT_GONE(Control.RBAC_8);

        private final Control control;

        Cause(Control control) {
            this.control = control;
        }

        /** Which control asked for it. */
        public Control control() {
            return control;
        }

        /** The code, in lower case with hyphens. */
        public String code() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }
}
