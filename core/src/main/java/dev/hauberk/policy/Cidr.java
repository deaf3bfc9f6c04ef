package dev.hauberk.policy;

import dev.hauberk.ClientAddress;

/**
 * A range of addresses, written {@code 10.0.0.0/8}. Built by {@link #parse} alone: no host names, and nothing as wide as {@code /0}.
 */
public final class Cidr {
    private static final int MAPPED_BITS = 96;
    private static final int LEAST_V4_BITS = 8;
    private static final int LEAST_V6_BITS = 7;

    private final byte[] network;
    private final int bits;

    private Cidr(byte[] network, int bits) {
        this.network = network;
        this.bits = bits;
    }

    /**
     * Reads {@code 10.0.0.0/8}, {@code 2001:db8::/32} or a single address.
     *
     * @throws IllegalArgumentException saying what is wrong with it
     */
    public static Cidr parse(String text) {
        int slash = text.indexOf('/');
        ClientAddress address = AddressLiteral.parse(slash < 0 ? text : text.substring(0, slash))
                .orElseThrow(() ->
                        new IllegalArgumentException("a range is written like 10.0.0.0/8, and never as a host's name"));
        int all = address.bytes().length * Byte.SIZE;
        long bits = slash < 0 ? all : Scalars.whole(text.substring(slash + 1));
        if (slash >= 0 && address.isV4() && text.indexOf(':') >= 0) {
            // A mapped IPv4 range counts its bits from the start of the sixteen bytes.
            bits -= MAPPED_BITS;
        }
        long least = address.isV4() ? LEAST_V4_BITS : LEAST_V6_BITS;
        if (bits < least || bits > all) {
            throw new IllegalArgumentException(
                    "a prefix has " + least + " to " + all + " bits; a shorter one would trust strangers");
        }
        Cidr range = new Cidr(address.bytes(), (int) bits);
        for (int bit = range.bits; bit < all; bit++) {
            if (bit(range.network, bit) != 0) {
                throw new IllegalArgumentException("bits are set behind the prefix of " + bits);
            }
        }
        return range;
    }

    /** Whether an address is within it. An IPv4 range holds no IPv6 address. */
    public boolean contains(ClientAddress address) {
        byte[] bytes = address.bytes();
        if (bytes.length != network.length) {
            return false;
        }
        for (int bit = 0; bit < bits; bit++) {
            if (bit(bytes, bit) != bit(network, bit)) {
                return false;
            }
        }
        return true;
    }

    private static int bit(byte[] bytes, int index) {
        return bytes[index / Byte.SIZE] >> (Byte.SIZE - 1 - index % Byte.SIZE) & 1;
    }

    @Override
    public String toString() {
        return ClientAddress.ofBytes(network).text() + "/" + bits;
    }
}
