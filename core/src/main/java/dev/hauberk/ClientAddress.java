package dev.hauberk;

import java.net.Inet4Address;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;

/**
 * Where a request comes from. An IPv4 address and its IPv6-mapped form are the same address; zones and ports are no part
 * of it.
 *
 * <p>An address is personal data: it belongs into keys of limits and into the audit trail, not into messages.
 */
public final class ClientAddress {
    private static final int PREFIX_BYTES = 8;

    private final InetAddress address;

    private ClientAddress(InetAddress address) {
        this.address = address;
    }

    /** The address of a peer. A mapped IPv4 address becomes IPv4, a zone is dropped. */
    public static ClientAddress of(InetAddress address) {
        return ofBytes(address.getAddress());
    }

    /**
     * An address of four or sixteen bytes.
     *
     * @throws IllegalArgumentException for any other length
     */
    public static ClientAddress ofBytes(byte[] bytes) {
        try {
            // The JDK itself turns the sixteen bytes of a mapped address into an Inet4Address.
            return new ClientAddress(InetAddress.getByAddress(bytes));
        } catch (UnknownHostException e) {
            throw new IllegalArgumentException("an address has four or sixteen bytes", e);
        }
    }

    /** The bytes: four for IPv4, sixteen for IPv6. */
    public byte[] bytes() {
        return address.getAddress();
    }

    /** Whether it is an IPv4 address (or was a mapped one). */
    public boolean isV4() {
        return address instanceof Inet4Address;
    }

    /** What a limit counts by: the address for IPv4, the /64 prefix for IPv6, since one subscriber has all of it. */
    public String limitKey() {
        if (!(address instanceof Inet6Address)) {
            return text();
        }
        byte[] prefix = Arrays.copyOf(Arrays.copyOf(bytes(), PREFIX_BYTES), 16);
        return ofBytes(prefix).text() + "/64";
    }

    /** The address in its canonical text, without a zone. */
    public String text() {
        return address.getHostAddress();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof ClientAddress that && address.equals(that.address);
    }

    @Override
    public int hashCode() {
        return address.hashCode();
    }

    @Override
    public String toString() {
        return text();
    }
}
