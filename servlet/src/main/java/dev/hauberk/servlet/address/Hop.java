package dev.hauberk.servlet.address;

import dev.hauberk.ClientAddress;
import dev.hauberk.policy.AddressLiteral;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** One entry of {@code X-Forwarded-For}: an address, with or without a port, IPv6 with or without brackets and zone. */
final class Hop {
    private static final int LONGEST = 128;
    private static final Pattern FORM = Pattern.compile(
            "\\[([0-9a-fA-F]*:[0-9a-fA-F:.]+)(?:%[0-9A-Za-z._~-]+)?](?::[0-9]{1,5})?" // [v6%zone]:port
                    + "|([0-9.]+)(?::[0-9]{1,5})?" // v4:port
                    + "|([0-9a-fA-F]*:[0-9a-fA-F:.]+)(?:%[0-9A-Za-z._~-]+)?"); // v6%zone

    private Hop() {}

    /** The address; empty for {@code unknown}, {@code _hidden}, a host's name and whatever else is none. */
    static Optional<ClientAddress> parse(String entry) {
        Matcher form = FORM.matcher(entry);
        if (entry.length() > LONGEST || !form.matches()) {
            return Optional.empty();
        }
        for (int group = 1; group <= form.groupCount(); group++) {
            String literal = form.group(group);
            if (literal != null) {
                return AddressLiteral.parse(literal);
            }
        }
        return Optional.empty();
    }
}
