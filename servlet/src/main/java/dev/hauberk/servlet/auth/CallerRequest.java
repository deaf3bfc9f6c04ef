package dev.hauberk.servlet.auth;

import dev.hauberk.Caller;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import java.security.Principal;
import org.jspecify.annotations.Nullable;

/** A request that says who is asking as the servlet API does. What the container believes is not asked. */
final class CallerRequest extends HttpServletRequestWrapper {
    private final Caller caller;

    CallerRequest(HttpServletRequest request, Caller caller) {
        super(request);
        this.caller = caller;
    }

    @Override
    public @Nullable Principal getUserPrincipal() {
        return caller.isAnonymous() ? null : new CallerPrincipal(caller);
    }

    @Override
    public @Nullable String getRemoteUser() {
        return caller.user().orElse(null);
    }

    @Override
    public boolean isUserInRole(String role) {
        return caller.roles().contains(role);
    }

    @Override
    public @Nullable String getAuthType() {
        return caller.isAnonymous() ? null : "hauberk";
    }
}
