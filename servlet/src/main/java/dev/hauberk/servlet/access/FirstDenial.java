package dev.hauberk.servlet.access;

import dev.hauberk.Decision;
import dev.hauberk.Reason;
import java.util.Arrays;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Says once, for whoever sets the library up, what would have permitted the first request that was denied. */
final class FirstDenial {
    private static final Logger log = LoggerFactory.getLogger(FirstDenial.class);

    /** A segment that is no such word may be somebody's name or address, and is not logged. */
    private static final Pattern WORD = Pattern.compile("[a-z][a-z-]{0,30}");

    private final AtomicBoolean told = new AtomicBoolean();

    void tell(String method, String path, Decision.Denied denied) {
        if (told.getAndSet(true)) {
            return;
        }
        if (denied.reason() == Reason.NO_RULE) {
            log.info(
                    "A first request was denied, since no rule covers it. This line below routes: would let whoever is signed in"
                            + " make it: {}",
                    line(method, path));
        } else {
            log.info(
                    "A first request was denied by {}. What would have permitted it: {}",
                    denied.rule(),
                    denied.remedy());
        }
    }

    static String line(String method, String path) {
        String shape = Arrays.stream(path.split("/", -1))
                .map(segment -> segment.isEmpty() || WORD.matcher(segment).matches() ? segment : "{id}")
                .collect(Collectors.joining("/"));
        String body = switch (method) {
            case "POST", "PUT", "PATCH" -> ", body: none";
            default -> "";
        };
        return "- {path: \"" + shape + "\", method: " + method + ", access: signed-in" + body + "}";
    }
}
