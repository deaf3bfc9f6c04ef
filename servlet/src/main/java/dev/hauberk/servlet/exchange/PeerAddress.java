package dev.hauberk.servlet.exchange;

import dev.hauberk.ClientAddress;
import dev.hauberk.policy.AddressLiteral;
import jakarta.servlet.ServletRequest;
import org.jspecify.annotations.Nullable;

/** The address of the connection's other end. */
final class PeerAddress {
    /** What stands for a peer without an address, such as a Unix socket: all of them share one limit. */
    static final ClientAddress NONE = ClientAddress.ofBytes(new byte[4]);

    private PeerAddress() {}

    static ClientAddress of(ServletRequest request) {
        @Nullable String peer = request.getRemoteAddr();
        if (peer == null) {
            return NONE;
        }
        // Containers differ: an IPv6 peer may come in brackets, with a zone, or with both.
        String bare = peer.startsWith("[") && peer.endsWith("]") ? peer.substring(1, peer.length() - 1) : peer;
        int zone = bare.indexOf('%');
        return AddressLiteral.parse(zone < 0 ? bare : bare.substring(0, zone)).orElse(NONE);
    }
}
