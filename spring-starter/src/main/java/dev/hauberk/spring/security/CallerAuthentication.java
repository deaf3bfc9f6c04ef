package dev.hauberk.spring.security;

import dev.hauberk.Caller;
import java.util.Collection;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.security.authentication.AbstractAuthenticationToken;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.authority.SimpleGrantedAuthority;

/** A {@link Caller} as Spring Security sees one. Its name is the user's id; it holds no credentials. */
public final class CallerAuthentication extends AbstractAuthenticationToken {
    private static final long serialVersionUID = 1L;

    private final transient Caller caller;
    private final String user;

    private CallerAuthentication(Caller caller, Collection<? extends GrantedAuthority> authorities) {
        super(authorities);
        this.caller = caller;
        this.user = caller.user().orElse("");
        super.setAuthenticated(true);
    }

    static CallerAuthentication of(Caller caller, Set<String> permissions) {
        return new CallerAuthentication(
                caller,
                Stream.concat(caller.roles().stream().map(role -> "ROLE_" + role), permissions.stream())
                        .map(SimpleGrantedAuthority::new)
                        .toList());
    }

    /** Who is asking. */
    public Caller caller() {
        return caller;
    }

    @Override
    public Object getCredentials() {
        return "";
    }

    @Override
    public Object getPrincipal() {
        return user;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return super.equals(other) && other instanceof CallerAuthentication that && user.equals(that.user);
    }

    @Override
    public int hashCode() {
        return user.hashCode();
    }
}
