package dev.hauberk.servlet.exchange;

import dev.hauberk.Caller;
import dev.hauberk.ClientAddress;
import dev.hauberk.Decision;
import dev.hauberk.policy.RoutePolicy;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * One request and its response, as the steps see them.
 *
 * <p>It is an attribute of the request, so that a forward, an error dispatch and an asynchronous dispatch of the same request
 * find the same exchange, on whichever thread they run; nothing is kept on a thread. Whatever a client sends cannot set it.
 *
 * <p>Each fact is written by one step and read by later ones. Safe to be read by several threads.
 */
public final class Exchange {
    private static final String ATTRIBUTE = Exchange.class.getName();

    private final String requestId;
    private final String path;
    private final List<Decision.Denied> shadowed = new CopyOnWriteArrayList<>();
    private final ClientAddress peer;
    private volatile ClientAddress address;
    private volatile @Nullable Caller caller;
    private volatile @Nullable RoutePolicy route;
    private volatile Decision.@Nullable Denied refusal;
    private volatile boolean libraryAnswer;

    private Exchange(String requestId, String path, ClientAddress peer) {
        this.requestId = requestId;
        this.path = path;
        this.peer = peer;
        this.address = peer;
    }

    /** The exchange of a request; the first who asks begins it, with an id of its own and the peer's address. */
    public static Exchange of(HttpServletRequest request) {
        if (request.getAttribute(ATTRIBUTE) instanceof Exchange begun) {
            return begun;
        }
        Exchange exchange =
                new Exchange(UUID.randomUUID().toString(), RequestPath.of(request), PeerAddress.of(request));
        request.setAttribute(ATTRIBUTE, exchange);
        return exchange;
    }

    /**
     * The exchange that a container's own request carries, where a filter began one.
     *
     * @param attributes the request's attributes, by name
     */
    public static Optional<Exchange> begun(Function<String, ? extends @Nullable Object> attributes) {
        return attributes.apply(ATTRIBUTE) instanceof Exchange begun ? Optional.of(begun) : Optional.empty();
    }

    /** The request's id: random, made here, and never one that a client sent. */
    public String requestId() {
        return requestId;
    }

    /**
     * The path that the client asked for, within the context, as the container decoded and normalised it for its dispatch. A
     * forward, or a dispatch to an error page, does not change it.
     */
    public String path() {
        return path;
    }

    /** The other end of the connection: a client, or the nearest proxy. */
    public ClientAddress peer() {
        return peer;
    }

    /** Whether the other end has an address; one that has none, such as a Unix socket, counts as {@code 0.0.0.0}. */
    public boolean isPeerKnown() {
        return !peer.equals(PeerAddress.NONE);
    }

    /** Where the request comes from: the peer, until the step that resolves forwarding headers says otherwise. */
    public ClientAddress address() {
        return address;
    }

    /** Says where the request comes from. For the step that resolves forwarding headers, before the caller is known. */
    public void resolveAddress(ClientAddress resolved) {
        this.address = resolved;
    }

    /** Who is asking: anonymous until authentication says otherwise. */
    public Caller caller() {
        Caller known = caller;
        return known == null ? Caller.anonymous(address) : known;
    }

    /** Says who is asking. For authentication alone. */
    public void authenticate(Caller authenticated) {
        this.caller = authenticated;
    }

    /** The rule that covers the request; empty where none does, or where none was looked for yet. */
    public Optional<RoutePolicy> route() {
        return Optional.ofNullable(route);
    }

    /** Says which rule covers the request. */
    public void match(RoutePolicy rule) {
        this.route = rule;
    }

    /** Why a step refused the request; empty where none did. */
    public Optional<Decision.Denied> refusal() {
        return Optional.ofNullable(refusal);
    }

    /** Says that a step refuses the request. The first refusal stays. */
    public void refuse(Decision.Denied denied) {
        if (refusal == null) {
            this.refusal = denied;
        }
    }

    /** What would have been refused, had its control not been in shadow mode. */
    public List<Decision.Denied> shadowed() {
        return List.copyOf(shadowed);
    }

    /** Says that a step in shadow mode would have refused the request. */
    public void shadow(Decision.Denied denied) {
        shadowed.add(denied);
    }

    /** Whether the library itself answers, so that the tokens of its answer are not taken out of it. */
    public boolean isLibraryAnswer() {
        return libraryAnswer;
    }

    /** Says that the library itself answers this request. For the library's own endpoints alone. */
    public void answerByLibrary() {
        this.libraryAnswer = true;
    }
}
