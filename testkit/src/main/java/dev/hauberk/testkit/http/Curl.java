package dev.hauberk.testkit.http;

import java.util.Locale;
import java.util.regex.Pattern;

/** The command line that repeats a request. */
final class Curl {
    private static final int MAX_BODY = 2_000;
    private static final Pattern PLAIN_TARGET = Pattern.compile("/[\\x21-\\x7e]*");
    private static final Pattern PLAIN_METHOD = Pattern.compile("[A-Za-z]+");

    private Curl() {}

    static String of(Address address, Request request) {
        if (!PLAIN_METHOD.matcher(request.method()).matches()
                || request.target().chars().anyMatch(c -> c < 0x21 || c > 0x7e)) {
            return bytes(address, request);
        }
        StringBuilder text = new StringBuilder("curl -i --path-as-is");
        if (request.version().equals("HTTP/1.0")) {
            text.append(" --http1.0");
        }
        if (request.method().toUpperCase(Locale.ROOT).equals("HEAD")) {
            text.append(" -I");
        } else {
            text.append(" -X ").append(request.method());
        }
        request.headers().forEach(header -> text.append(" -H ").append(quoted(header.toString())));
        if (request.body().length() > 0 && request.framed()) {
            text.append(" --data-binary ").append(quoted(shortened(request)));
        }
        if (PLAIN_TARGET.matcher(request.target()).matches()) {
            return text.append(' ')
                    .append(quoted(address.origin() + request.target()))
                    .toString();
        }
        return text.append(" --request-target ")
                .append(quoted(request.target()))
                .append(' ')
                .append(quoted(address.origin()))
                .toString();
    }

    /** What curl would refuse to send goes through printf and netcat. */
    private static String bytes(Address address, Request request) {
        StringBuilder text = new StringBuilder("printf '");
        (request.head(address) + shortened(request)).chars().forEach(c -> {
            if (c >= 0x20 && c < 0x7f && c != '\'' && c != '\\' && c != '%') {
                text.append((char) c);
            } else {
                text.append(String.format(Locale.ROOT, "\\%03o", c & 0xff));
            }
        });
        return text.append("' | nc ")
                .append(address.host())
                .append(' ')
                .append(address.port())
                .toString();
    }

    private static String shortened(Request request) {
        String body = request.body().text();
        return body.length() <= MAX_BODY ? body : body.substring(0, MAX_BODY) + "… (" + request.body() + ")";
    }

    private static String quoted(String text) {
        return "'" + text.replace("'", "'\\''") + "'";
    }
}
