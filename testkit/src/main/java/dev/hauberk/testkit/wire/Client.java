package dev.hauberk.testkit.wire;

import dev.hauberk.testkit.http.Exchange;
import dev.hauberk.testkit.http.RawHttp;
import dev.hauberk.testkit.http.Request;
import dev.hauberk.testkit.target.Target;
import dev.hauberk.testkit.target.User;
import java.net.InetAddress;
import java.util.Optional;

/** Somebody who is not signed in, at one address. Thread-safe. */
public final class Client {
    private final RawHttp http;
    private final Wire wire;
    private final String address;

    private Client(RawHttp http, Wire wire, String address) {
        this.http = http;
        this.wire = wire;
        this.address = address;
    }

    /** A client of a target, at an address of this machine. */
    public static Client of(Target target, InetAddress from) {
        return new Client(RawHttp.to(target.address()).from(from), Wire.of(target), from.getHostAddress());
    }

    /** From where it sends. */
    public String address() {
        return address;
    }

    /** Sends a request as it is. */
    public Exchange send(Request request) {
        return http.send(request);
    }

    /** Tries to sign in, and answers what came. */
    public Exchange trySignIn(String email, String password) {
        return http.send(wire.signIn(email, password));
    }

    /** Signs in; empty where that was refused. */
    public Optional<Session> signIn(User user) {
        return session(user, trySignIn(user.email(), user.password()));
    }

    /** The session that an answer to a sign-in opened; empty where it opened none. */
    public Optional<Session> session(User user, Exchange signIn) {
        if (signIn.status() != 200) {
            return Optional.empty();
        }
        Credentials credentials = Credentials.none();
        credentials.take(signIn.response());
        return Optional.of(new Session(http, wire, user, credentials));
    }
}
