package dev.hauberk.policy;

import dev.hauberk.ClientAddress;
import java.util.Optional;
import java.util.regex.Pattern;

/** Reads an IP address from its text, and never asks a name server. */
public final class AddressLiteral {
    private static final Pattern V4 =
            Pattern.compile("(?:(?:25[0-5]|2[0-4][0-9]|1[0-9]{2}|[1-9]?[0-9])(?:\\.(?!$)|$)){4}");
    private static final Pattern V6 = Pattern.compile("[0-9a-fA-F:]{2,39}(?:[0-9.]{7,15})?");

    private AddressLiteral() {}

    /**
     * The address of a literal: dotted IPv4 with four parts and no leading zeros, or IPv6 without a zone.
     *
     * @return the address, or empty where the text is no such literal
     */
    public static Optional<ClientAddress> parse(String text) {
        boolean v4 = V4.matcher(text).matches();
        if (!v4 && !(text.indexOf(':') >= 0 && V6.matcher(text).matches())) {
            return Optional.empty();
        }
        try {
            // Only characters of a literal are left, so that the JDK looks nothing up.
            return Optional.of(ClientAddress.of(java.net.InetAddress.getByName(v4 ? text : "[" + text + "]")));
        } catch (java.net.UnknownHostException e) {
            return Optional.empty();
        }
    }
}
