package dev.hauberk.servlet.address;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Where the client thinks that it talks to.
 *
 * @param scheme {@code http} or {@code https}
 * @param host a name or an address, as in a URL
 * @param port the port
 */
record Origin(String scheme, String host, int port) {
    private static final Pattern HOST =
            Pattern.compile("([A-Za-z0-9._-]{1,253}|\\[[0-9a-fA-F:.]{2,45}])(?::([0-9]{1,5}))?");
    private static final int HTTPS = 443;
    private static final int HTTP = 80;

    /** As the connection itself says. */
    static Origin of(HttpServletRequest request) {
        return new Origin(request.getScheme(), request.getServerName(), request.getServerPort());
    }

    /** As a trusted proxy says; what it does not say, or says in a way that cannot be read, is as the connection says. */
    static Origin forwarded(HttpServletRequest request) {
        Origin direct = of(request);
        String scheme = last(request, "X-Forwarded-Proto")
                .map(text -> text.toLowerCase(Locale.ROOT))
                .filter(text -> text.equals("http") || text.equals("https"))
                .orElse(direct.scheme);
        Optional<Matcher> host =
                last(request, "X-Forwarded-Host").map(HOST::matcher).filter(Matcher::matches);
        int usual = scheme.equals("https") ? HTTPS : HTTP;
        int port = host.map(found -> port(found.group(2), usual))
                .orElse(scheme.equals(direct.scheme) ? direct.port : usual);
        return new Origin(
                scheme,
                host.map(found -> found.group(1)).orElse(direct.host),
                last(request, "X-Forwarded-Port").map(text -> port(text, port)).orElse(port));
    }

    private static int port(@org.jspecify.annotations.Nullable String text, int otherwise) {
        if (text == null || !text.matches("[0-9]{1,5}")) {
            return otherwise;
        }
        int port = Integer.parseInt(text);
        return port >= 1 && port <= 65_535 ? port : otherwise;
    }

    /** The last value of a header: the one that the nearest proxy wrote. */
    private static Optional<String> last(HttpServletRequest request, String name) {
        List<String> lines = Collections.list(request.getHeaders(name));
        if (lines.isEmpty()) {
            return Optional.empty();
        }
        String line = lines.get(lines.size() - 1);
        return Optional.of(line.substring(line.lastIndexOf(',') + 1).strip());
    }

    boolean isSecure() {
        return scheme.equals("https");
    }

    /** Scheme, host and port as a URL starts with them. */
    String url() {
        boolean usual = port == (isSecure() ? HTTPS : HTTP);
        return scheme + "://" + host + (usual ? "" : ":" + port);
    }
}
