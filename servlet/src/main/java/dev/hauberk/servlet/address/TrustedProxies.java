package dev.hauberk.servlet.address;

import dev.hauberk.ClientAddress;
import dev.hauberk.policy.Cidr;
import java.util.Collection;
import java.util.Collections;
import java.util.Enumeration;
import java.util.List;
import java.util.Optional;

/** The proxies whose word is taken for where a request comes from. */
final class TrustedProxies {
    private final List<Cidr> ranges;

    TrustedProxies(Collection<Cidr> ranges) {
        this.ranges = List.copyOf(ranges);
    }

    boolean trust(ClientAddress address) {
        return ranges.stream().anyMatch(range -> range.contains(address));
    }

    /**
     * The client of a request that a trusted peer forwards.
     *
     * @param lines the header's lines, in their order: together they are one list (RFC 9110, 5.2)
     * @return the right-most hop that is not trusted; the left-most where all are; the peer where a hop on the way there is
     *     no address
     */
    ClientAddress client(ClientAddress peer, Enumeration<String> lines) {
        ClientAddress client = peer;
        String list = String.join(",", Collections.list(lines));
        int end = list.length();
        // From the right, and no further than needed: what stands left of the client is the client's to make up.
        while (end >= 0) {
            int comma = list.lastIndexOf(',', end - 1);
            String hop = list.substring(comma + 1, end).strip();
            end = comma;
            if (hop.isEmpty()) {
                continue;
            }
            Optional<ClientAddress> address = Hop.parse(hop);
            if (address.isEmpty()) {
                return peer;
            }
            client = address.get();
            if (!trust(client)) {
                return client;
            }
        }
        return client;
    }
}
